namespace ContactsPS.Client;

/// <summary>
/// A contact of the service: a phone number, which is its key, and up to seven texts
/// (web-service.md, POST contact/create). A field that is null is not
/// sent. An empty field is sent only when the request clears empty fields.
/// </summary>
public sealed class Contact
{
    /// <summary>The number of fields of a contact.</summary>
    public const int FieldCount = 8;

    private readonly string?[] _fields = new string?[FieldCount];

    /// <summary>The phone number. After it is normalised, it is in E.164 (<c>+33612345678</c>).</summary>
    public string? PhoneNumber { get => this[ContactField.PhoneNumber]; set => this[ContactField.PhoneNumber] = value; }

    /// <summary>The first name.</summary>
    public string? FirstName { get => this[ContactField.FirstName]; set => this[ContactField.FirstName] = value; }

    /// <summary>The last name.</summary>
    public string? LastName { get => this[ContactField.LastName]; set => this[ContactField.LastName] = value; }

    /// <summary>The first free text.</summary>
    public string? Param1 { get => this[ContactField.Param1]; set => this[ContactField.Param1] = value; }

    /// <summary>The second free text.</summary>
    public string? Param2 { get => this[ContactField.Param2]; set => this[ContactField.Param2] = value; }

    /// <summary>The third free text.</summary>
    public string? Param3 { get => this[ContactField.Param3]; set => this[ContactField.Param3] = value; }

    /// <summary>The fourth free text.</summary>
    public string? Param4 { get => this[ContactField.Param4]; set => this[ContactField.Param4] = value; }

    /// <summary>The fifth free text.</summary>
    public string? Param5 { get => this[ContactField.Param5]; set => this[ContactField.Param5] = value; }

    /// <summary>A field of the contact.</summary>
    public string? this[ContactField field]
    {
        get => _fields[(int)field];
        set => _fields[(int)field] = value;
    }

    /// <summary>The phone number.</summary>
    public override string ToString() => PhoneNumber ?? string.Empty;
}
