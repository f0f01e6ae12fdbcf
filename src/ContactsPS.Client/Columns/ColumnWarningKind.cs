namespace ContactsPS.Client;

/// <summary>The reason for a <see cref="ColumnWarning"/>.</summary>
public enum ColumnWarningKind
{
    /// <summary>Other columns look like phones, and are not used.</summary>
    UnusedPhones,

    /// <summary>Other columns fit the field equally well. The first one is used.</summary>
    CloseChoice,

    /// <summary>The name of the chosen column says number and not phone. It can be another number.</summary>
    NumberOnly,

    /// <summary>The chosen column is the phone of another person: of a parent, an emergency contact or a company.</summary>
    OtherPerson,

    /// <summary>Unknown words follow the word for a phone in the name of the chosen column. It can hold something about a phone.</summary>
    UnknownWords,
}
