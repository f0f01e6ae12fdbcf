namespace ContactsPS.Client;

/// <summary>What is wrong with the shape of a row.</summary>
internal enum RowShape
{
    /// <summary>Nothing.</summary>
    Sound,

    /// <summary>A quote that opens a field is followed by text behind its closing quote, or never closed.</summary>
    BadQuotes,

    /// <summary>There are more fields than columns, so no one knows which is which.</summary>
    TooManyFields,
}
