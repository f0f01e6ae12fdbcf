using System.Text.Json;

namespace ContactsPS.Client;

/// <summary>The balance of an account (web-service.md, The other calls).</summary>
/// <param name="Amount">The amount, in <paramref name="Unit"/>.</param>
/// <param name="Unit">The unit, as the service names it, such as <c>euros</c>.</param>
public sealed record WalletBalance(decimal Amount, string Unit)
{
    /// <summary>The packs of credit. Empty unless they were asked for.</summary>
    public IReadOnlyList<WalletPack> Packs { get; init; } = [];

    /// <summary>Reads the balance from the answer to wallet/check-balance.</summary>
    /// <param name="answer">A success.</param>
    /// <param name="withDetails">Whether the packs were asked for.</param>
    /// <param name="productName">The product that was asked for. Null for an amount of money.</param>
    /// <exception cref="ContactsException">AnswerInvalid: the answer doesn't contain what was asked for.</exception>
    public static WalletBalance Parse(ServiceAnswer answer, bool withDetails, string? productName)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return WalletAnswer.Read(answer, ServiceCalls.CheckBalance, root =>
        {
            string unit = WalletAnswer.GetText(root, "unit");
            if (productName is not null && unit != productName)
            {
                throw new FormatException($"The balance is in '{unit}', and not in '{productName}'.");
            }

            return new WalletBalance(WalletAnswer.GetNumber(root, "amount"), answer.Clean(unit))
            {
                Packs = withDetails
                    ? [.. WalletAnswer.Get(root, "wallet_packs", JsonValueKind.Array).EnumerateArray().Select(pack => WalletPack.Read(pack, answer.Clean))] : [],
            };
        });
    }

    /// <summary>
    /// Reads the amount from the answer to wallet/check-balance. Null when the answer contains none.
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
