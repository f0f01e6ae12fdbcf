using System.Text.Json;

namespace ContactsPS.Client;

/// <summary>The balance of an account (web-service.md, The other calls).</summary>
/// <param name="Amount">The amount, in <paramref name="Unit"/>.</param>
/// <param name="Unit">The unit, as the service names it, such as <c>euros</c>.</param>
public sealed record WalletBalance(decimal Amount, string Unit)
{
    /// <summary>
    /// Reads the balance from the answer to wallet/check-balance. Null when the answer contains none.
    /// </summary>
    public static WalletBalance? Read(ServiceAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        try
        {
            using JsonDocument document = JsonDocument.Parse(answer.Body);
            JsonElement root = document.RootElement;
            return root.ValueKind == JsonValueKind.Object
                && root.TryGetProperty("amount", out JsonElement amount) && amount.ValueKind == JsonValueKind.Number
                && amount.TryGetDecimal(out decimal value)
                ? new WalletBalance(
                    value,
                    root.TryGetProperty("unit", out JsonElement unit) ? answer.Clean(unit.ToString()) : string.Empty)
                : null;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            // The credential was accepted. A balance that can't be read is not shown.
            return null;
        }
    }

    /// <summary>The amount and the unit.</summary>
    public override string ToString() => FormattableString.Invariant($"{Amount} {Unit}");
}
