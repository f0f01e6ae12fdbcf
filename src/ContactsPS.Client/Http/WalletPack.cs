using System.Globalization;
using System.Text.Json;

namespace ContactsPS.Client;

/// <summary>A pack of credit of an account (web-service.md, The other calls).</summary>
/// <param name="WalletPackId">The id of the pack.</param>
/// <param name="Credit">The credit that is left, as the service gives it.</param>
/// <param name="ExpirationDate">When the credit expires. Null when the service gives no date.</param>
public sealed record WalletPack(string WalletPackId, decimal Credit, DateTimeOffset? ExpirationDate)
{
    /// <summary>The formats of a date, with its offset from UTC.</summary>
    private static readonly string[] s_dates = ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'"];

    /// <summary>Reads an element of <c>wallet_packs</c>.</summary>
    /// <param name="pack">The element.</param>
    /// <param name="clean">Makes a text of the service safe to show.</param>
    /// <exception cref="FormatException">It differs from the documented form.</exception>
    internal static WalletPack Read(JsonElement pack, Func<string, string> clean) => new(
        clean(WalletAnswer.GetText(pack, "wallet_pack_id")), WalletAnswer.GetNumber(pack, "credit"), ReadDate(pack));

    /// <summary>The credit, and the date when it expires.</summary>
    public override string ToString() => ExpirationDate is { } date
        ? FormattableString.Invariant($"{Credit} until {date:yyyy-MM-dd}") : FormattableString.Invariant($"{Credit}");

    private static DateTimeOffset? ReadDate(JsonElement pack)
    {
        if (pack.TryGetProperty("expiration_date", out JsonElement date) && date.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        string text = WalletAnswer.GetText(pack, "expiration_date");
        return DateTimeOffset.TryParseExact(text, s_dates, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset parsed)
            ? parsed : throw new FormatException($"The date '{ColumnName.ToVisible(text)}' has another format than 2030-10-23T13:41:46+02:00.");
    }
}
