using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace ContactsPS.Tests.Importing;

/// <summary>A file with rows of every outcome that a summary counts, and the expected outcome of each row.</summary>
public sealed class BigFile
{
    private readonly StringBuilder _text = new("phone_number;first_name;last_name;param1;note\n");
    private int _line = 2;

    public BigFile(int contacts, IReadOnlySet<int> refused)
    {
        for (int i = 0; i < contacts; i++)
        {
            Contact contact = Make(i);
            (refused.Contains(i) ? Refused : Sendable).Add(_line, contact);
            Add(i % 3 == 0 ? $"0{contact.PhoneNumber[3..]}" : contact.PhoneNumber, contact);
            if (i % 499 == 17)
            {
                Duplicates++;
                Add(Make(i / 2).PhoneNumber, Make(i));
            }

            if (i % 997 == 5)
            {
                Invalid.Add(_line, i % 2 == 0 ? "PhoneNumberInvalid" : "PhoneNumberMissing");
                Add(i % 2 == 0 ? "06 12 34" : string.Empty, contact);
            }
        }
    }

    /// <summary>The contacts that are accepted, by their line number.</summary>
    public Dictionary<int, Contact> Sendable { get; } = [];

    /// <summary>The contacts that the service refuses, by their line number.</summary>
    public Dictionary<int, Contact> Refused { get; } = [];

    /// <summary>The error ids of the rows without a valid phone number, by their line number.</summary>
    public Dictionary<int, string> Invalid { get; } = [];

    public int Duplicates { get; private set; }

    public int Rows => Sendable.Count + Refused.Count + Invalid.Count + Duplicates;

    public string Text => _text.ToString();

    /// <summary>The expected counts of the file: read, accepted, rejected, duplicate and not sent.</summary>
    public string Summary => string.Create(
        CultureInfo.InvariantCulture, $"{Rows} {Sendable.Count} {Refused.Count + Invalid.Count} {Duplicates} 0");

    private static Contact Make(int i) => new(
        Hosting.Rows.Number(i),
        string.Create(CultureInfo.InvariantCulture, $"Zoé {i}"),
        i % 7 == 0 ? "d'\"Œil\" & Cie; Lyon" : "Noël",
        i % 100 == 0 ? string.Create(CultureInfo.InvariantCulture, $"two\n\"lines\" {i}") : string.Empty);

    private void Add(string number, Contact contact)
    {
        string row = DelimitedText.Line(';', number, contact.FirstName, contact.LastName, contact.Param1, "kept here");
        _text.Append(row);
        _line += row.Count(c => c == '\n');
    }

    /// <summary>The fields of a contact, as the file has them.</summary>
    public sealed record Contact(string PhoneNumber, string FirstName, string LastName, string Param1)
    {
        /// <summary>What the sandbox holds of this contact: it deletes control characters.</summary>
        public Contact Held => this with { Param1 = Param1.ReplaceLineEndings(string.Empty) };

        /// <summary>Reads a contact that the sandbox holds.</summary>
        public static Contact Read(JsonObject held) => new(
            (string)held["phone_number"]!, (string)held["first_name"]!, (string)held["last_name"]!, (string?)held["param1"] ?? string.Empty);
    }
}
