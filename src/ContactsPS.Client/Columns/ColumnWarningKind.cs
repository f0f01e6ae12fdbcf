namespace ContactsPS.Client;

/// <summary>What a <see cref="ColumnWarning"/> is about.</summary>
public enum ColumnWarningKind
{
    /// <summary>Other columns look like phones, and are not used.</summary>
    UnusedPhones,

    /// <summary>Other columns fit the field as well: the first is taken.</summary>
    CloseChoice,

    /// <summary>The chosen column says number and not phone, and may be another number.</summary>
    NumberOnly,

    /// <summary>The chosen column is somebody else's phone: a parent's, an emergency contact's, a company's.</summary>
    OtherPerson,

    /// <summary>Words that aren't known follow the word for a phone in the chosen column: it may be something about one.</summary>
    UnknownWords,
}
