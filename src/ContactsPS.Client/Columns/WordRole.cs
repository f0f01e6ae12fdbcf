namespace ContactsPS.Client;

/// <summary>
/// What a word says in the name of a column. The words of each are in <see cref="Vocabulary"/>. A word has one role; a set
/// of them is what several words say.
/// </summary>
[Flags]
internal enum WordRole : uint
{
    /// <summary>No word.</summary>
    None = 0,

    /// <summary>A word that is not in the vocabulary.</summary>
    Unknown = 1u << 0,

    /// <summary>Says nothing: of, your, value.</summary>
    Filler = 1u << 1,

    /// <summary>A figure by itself, as in Phone 2.</summary>
    Ordinal = 1u << 2,

    /// <summary>What follows explains and doesn't name: with, for, e.g.</summary>
    Explanation = 1u << 3,

    /// <summary>A mobile.</summary>
    Mobile = 1u << 4,

    /// <summary>A service of mobiles, which is also said of messages and of consent: SMS.</summary>
    Messaging = 1u << 5,

    /// <summary>A service that is mostly, and not always, used on a mobile: WhatsApp.</summary>
    Chat = 1u << 6,

    /// <summary>A mobile, where it stands beside a word for a phone: Tél. port.</summary>
    MobileMark = 1u << 7,

    /// <summary>Any phone.</summary>
    Phone = 1u << 8,

    /// <summary>A number of any kind.</summary>
    Number = 1u << 9,

    /// <summary>A number, where it stands beside a word that says of what: No., Nr., N°.</summary>
    NumberMark = 1u << 10,

    /// <summary>Makes a number a phone number: Contact Number.</summary>
    Contact = 1u << 11,

    /// <summary>What can't take a text message, or may not: a fax, a landline, an extension.</summary>
    Landline = 1u << 12,

    /// <summary>Something about a phone or a name, and not it: its type, whether it is verified, consent to messages.</summary>
    Detail = 1u << 13,

    /// <summary>Makes a number another number: an account, an order, a card.</summary>
    OtherNumber = 1u << 14,

    /// <summary>A street: the number in the column beside it is that of a house.</summary>
    Street = 1u << 15,

    /// <summary>What the contact is to the one who keeps the file: customer, patient, student.</summary>
    Holder = 1u << 16,

    /// <summary>Somebody or something else than the contact: a parent, an emergency, a company.</summary>
    OtherPerson = 1u << 17,

    /// <summary>The contact at home.</summary>
    Home = 1u << 18,

    /// <summary>The contact at work.</summary>
    Work = 1u << 19,

    /// <summary>The one of several that is to be used.</summary>
    Primary = 1u << 20,

    /// <summary>One of several that is not to be used first.</summary>
    Secondary = 1u << 21,

    /// <summary>A first name.</summary>
    FirstName = 1u << 22,

    /// <summary>A first name, in the languages that call the last name just a name: Vorname and Name, Voornaam and Naam.</summary>
    Forename = 1u << 23,

    /// <summary>A last name.</summary>
    LastName = 1u << 24,

    /// <summary>A last name, where there is no other: of birth, or a short form.</summary>
    WeakLastName = 1u << 25,

    /// <summary>With a word for a name, a first name: Name (First).</summary>
    First = 1u << 26,

    /// <summary>With a word for a name, a last name: Name (Last).</summary>
    Last = 1u << 27,

    /// <summary>A name of any kind: Name, Naam.</summary>
    Name = 1u << 28,

    /// <summary>By itself a last name, with another word a name of anything: Nom.</summary>
    Nom = 1u << 29,

    /// <summary>By itself a first name, with another word a name of anything: Nome, Nombre.</summary>
    Nome = 1u << 30,

    /// <summary>With a word for a name, the whole name.</summary>
    Whole = 1u << 31,
}
