using System.Globalization;
using System.Text;
using System.Text.Json;
using CsCheck;

namespace ContactsPS.Client.Tests;

/// <summary>Texts from the network: what is shown of them.</summary>
public sealed class OutsideTextTests
{
    private const string Key = "S3cret-Key/42+?~&<\"'\\==%41";
    private const string Login = "someone@example.com";

    public static TheoryData<string> Forms()
    {
        byte[] bytes = Encoding.ASCII.GetBytes(Key);
        string hex = Convert.ToHexString(bytes);
        string base64 = Convert.ToBase64String(bytes);
        string html = System.Net.WebUtility.HtmlEncode(Key);
        string quoted = JsonSerializer.Serialize(Key);
        List<string> forms =
        [
            Key,
            Key.ToUpperInvariant(),
            Key.ToLowerInvariant(),
            Uri.EscapeDataString(Key),
            Uri.EscapeDataString(Key).ToLowerInvariant(),
            Uri.EscapeDataString(Uri.EscapeDataString(Key)),
            Each(bytes, "%{0:x2}"),
            Each(bytes, "%{0:X2}"),
            Each(bytes, "%u{0:X4}"),
            Each(bytes, "\\u{0:x4}"),
            Each(bytes, "\\u{0:X4}"),
            Each(bytes, "\\x{0:x2}"),
            Each(bytes, "&#{0};"),
            Each(bytes, "&#{0:0000}"),
            Each(bytes, "&#x{0:x};"),
            Each(bytes, "&#X{0:X4};"),
            $"%53{Key[1..5]}%{(int)Key[5]:x2}{Key[6..]}",
            quoted[1..^1],
            JsonSerializer.Serialize(quoted),
            JsonSerializer.Serialize(Uri.EscapeDataString(Key)),
            html,
            System.Net.WebUtility.HtmlEncode(html),
            Key.Replace("&", "&AMP;", StringComparison.Ordinal).Replace("/", "&sol;", StringComparison.Ordinal).Replace("-", "\\-", StringComparison.Ordinal),
            hex,
            hex.ToLowerInvariant(),
            Convert.ToHexString(Encoding.ASCII.GetBytes($"{Login}:{Key}")),
            $"f{hex}f",
            base64,
            base64.TrimEnd('='),
            base64.Replace('+', '-').Replace('/', '_').TrimEnd('='),
            Uri.EscapeDataString(base64),
            Key.Insert(6, "\r\n"),
            Key.Insert(3, " ").Insert(9, "\t \u00A0"),
            Key.Insert(3, "\u200B").Insert(9, "\u202E"),
            hex.Insert(7, "\n").Insert(20, " "),
            base64.Insert(10, "\r\n "),
            Uri.EscapeDataString(Key.Insert(6, "\r\n")),
            JsonSerializer.Serialize(Key.Insert(6, "\n")),
        ];
        for (int before = 0; before < 3; before++)
        {
            for (int after = 0; after < 3; after++)
            {
                byte[] around = [.. new byte[before].Select(_ => (byte)'x'), .. bytes, .. new byte[after].Select(_ => (byte)'y')];
                forms.Add(Convert.ToBase64String(around));
                forms.Add($"Basic{Convert.ToBase64String(Encoding.ASCII.GetBytes($"{Login[before..]}:{Key}"))}");
            }
        }

        return [.. forms.Select(form => new TheoryDataRow<string>(form))];
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void The_key_is_masked_in_every_form(string form)
    {
        string shown = new OutsideText(Key).Clean($"The key ({form}) is wrong.");

        AssertMasked(shown, form);
        Assert.StartsWith("The key (", shown, StringComparison.Ordinal);
        Assert.EndsWith(") is wrong.", shown, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task The_key_is_masked_in_a_message_of_the_service_and_in_a_redirect(string form)
    {
        AssertMasked((await AskAsync(ScriptedAnswer.Error(400, 101, $"({form})"))).ToString(), form);
        if (!form.Any(c => char.IsControl(c) || c > '\u00FF'))
        {
            AssertMasked((await AskAsync(ScriptedAnswer.Of(302, headers: $"Location: https://elsewhere.example/({form})/x"))).ToString(), form);
            AssertMasked((await AskAsync(ScriptedAnswer.Raw($"HTTP/1.1 201 Created\r\nbad ({form})\r\n\r\n"))).ToString(), form);
            AssertMasked((await AskAsync(ScriptedAnswer.Raw($"HTTP/1.1 400 ({form})\r\nContent-Length: 0\r\n\r\n"))).ToString(), form);
        }
    }

    [Fact]
    public void A_text_without_the_key_is_not_changed() =>
        Gen.OneOf(Gen.String[Gen.Char[' ', '~'], 0, 300], Gen.Const("Numéro refusé 😀 %41 &amp; \\u0041 c2VjcmV0")).Sample(
            text => Assert.Equal(text, new OutsideText("0f1e2d3c4b5a69788796a5b4c3d2e1f0").Clean(text)));

    [Fact]
    public void A_key_at_the_end_of_what_is_shown_is_masked_as_a_whole()
    {
        string hex = Convert.ToHexString(Encoding.ASCII.GetBytes(Key));
        for (int before = OutsideText.MaximumLength - (2 * Key.Length); before <= OutsideText.MaximumLength; before++)
        {
            string shown = new OutsideText(Key).Clean(new string(' ', before) + hex);

            Assert.DoesNotContain(hex[..6], shown, StringComparison.Ordinal);
            Assert.InRange(shown.Length, 1, OutsideText.MaximumLength + 4);
        }
    }

    [Fact]
    public void Many_keys_in_a_long_text_are_masked()
    {
        string shown = new OutsideText(Key).Clean(string.Concat(Enumerable.Repeat($"{Uri.EscapeDataString(Key)} ", 10_000)));

        AssertMasked(shown, Uri.EscapeDataString(Key));
    }

    [Fact]
    public async Task Control_characters_and_directions_are_blanks_and_a_text_is_cut()
    {
        string nasty = "a\u001B[31mb\u0007c\u009Bd\u202Ee\u2066f\u200Bg\uFEFFh\r\ni\u2028j\0k\u061Cl";
        ServiceAnswer message = await AskAsync(ScriptedAnswer.Error(400, 1, nasty + new string('x', 60_000)));
        ServiceAnswer statusLine = await AskAsync(ScriptedAnswer.Raw($"HTTP/1.1 400 a\u001B[31mb\u009Bc{new string('x', 30_000)}\r\nContent-Length: 0\r\n\r\n"));
        ServiceAnswer header = await AskAsync(ScriptedAnswer.Raw($"HTTP/1.1 201 Created\r\nbad\u001B]0;title\u0007{new string('x', 60_000)}\r\n\r\n"));
        ServiceAnswer redirect = await AskAsync(ScriptedAnswer.Of(302, headers: $"Location: /a\u001B[31m{new string('x', 60_000)}"));

        Assert.StartsWith("a [31mb c d e f g h  i j k l", message.Message, StringComparison.Ordinal);
        Assert.All([message, statusLine, header, redirect], answer => AssertSafe(answer.ToString()));
        Assert.Contains("title", header.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_unit_of_a_balance_is_safe_to_show()
    {
        string json = JsonSerializer.Serialize(new { amount = 1, unit = $"\u001B[31m\u202E{Key}{new string('x', 5_000)}" });
        await using var server = new ScriptedServer(_ => ScriptedAnswer.Of(200, json));

        WalletBalance? balance = WalletBalance.Read(await server.Client(key: Key).CheckBalanceAsync(TestContext.Current.CancellationToken));

        Assert.StartsWith(" [31m ***xxx", balance?.Unit, StringComparison.Ordinal);
        AssertSafe(balance!.Unit);
    }

    [Fact]
    public async Task A_redirect_does_not_show_the_user_name_of_its_target()
    {
        ServiceAnswer answer = await AskAsync(ScriptedAnswer.Of(302, headers: "Location: https://me:hidden@elsewhere.example/a"));

        Assert.Contains("https://elsewhere.example/a", answer.Message, StringComparison.Ordinal);
    }

    private static string Each(byte[] bytes, string format) =>
        string.Concat(bytes.Select(b => string.Format(CultureInfo.InvariantCulture, format, b)));

    private static void AssertMasked(string shown, string form)
    {
        Assert.Contains("***", shown, StringComparison.Ordinal);
        string first = form.Length > 12 ? form[6..12] : form;
        Assert.DoesNotContain(Key, shown, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(Key[..6], shown, StringComparison.OrdinalIgnoreCase);
        if (!form.StartsWith("Basic", StringComparison.Ordinal) && !first.All(char.IsAsciiHexDigit))
        {
            Assert.DoesNotContain(first, shown, StringComparison.Ordinal);
        }
    }

    private static void AssertSafe(string shown)
    {
        Assert.InRange(shown.Length, 1, OutsideText.MaximumLength + 300);
        Assert.DoesNotContain(shown, c => char.IsControl(c) || char.GetUnicodeCategory(c) == UnicodeCategory.Format);
    }

    private static async Task<ServiceAnswer> AskAsync(ScriptedAnswer answer)
    {
        await using var server = new ScriptedServer(_ => answer);
        return await server.Client(key: Key).SendBatchAsync(
            new CreateContactsRequest(), "{\"contacts\":[]}"u8.ToArray(), TestContext.Current.CancellationToken);
    }
}
