using System.Globalization;
using System.Net;
using System.Text;
using CsCheck;

namespace ContactsPS.Client.Tests.Fuzzing;

/// <summary>Answers of a service that may be another one, or may be hostile.</summary>
public sealed class AnswerFuzzTests(ITestOutputHelper output)
{
    private const string Key = "0f1e2d3c4b5a69788796";

    private static readonly ContactsAccount s_account = new("someone@example.com", Key);

    [Fact]
    public Task An_answer_is_classified_and_safe_to_show() =>
        new Fuzzer(output).RunAsync(
            Gen.Select(
                Mutations.Of([.. Mutations.Corpus("answer-"), .. Echoes()], Mutations.Texts("{", "}", "[", "]", "null", "\\ud800", "\\u001b[31m", "<html>", "1e999", Key, Key[..8], "%30%66")),
                Gen.OneOf<int>(Gen.OneOf(200, 201, 202, 204, 206, 302, 400, 401, 413, 429, 500), Gen.Int[100, 999]),
                Mutations.Of(Mutations.Texts("120", "Wed, 21 Oct 2037 07:28:00 GMT", "https://elsewhere.example/a?b#c", "text/html; charset=x", "application/json")),
                Gen.Bool),
            input =>
            {
                (byte[] body, int status, byte[] header, bool isRead) = input;
                ServiceAnswer answer = Read(body, status, Encoding.Latin1.GetString(header), isRead);
                AssertSafe(answer.ToString());
                Assert.Equal(answer.Kind == AnswerKind.Succeeded, answer.Message.Length == 0);
                Assert.True(answer.Kind != AnswerKind.Succeeded || status is >= 200 and < 300, "Only 2xx is a success.");
                Assert.True(answer.RetryAfter is null || answer.RetryAfter >= TimeSpan.Zero);
                if (answer.Kind == AnswerKind.Succeeded)
                {
                    AssertSafe($"{WalletBalance.Read(answer)}");
                    AssertSafe(Show(() => WalletBalance.Parse(answer, withDetails: true, productName: null)));
                    AssertSafe(Show(() => WalletBalance.Parse(answer, withDetails: false, productName: "sms")));
                    AssertSafe(Show(() => WalletCredit.Parse(answer, "FR")));
                }
            },
            input => $"{Convert.ToBase64String(input.Item1)} {input.Item2} {Convert.ToBase64String(input.Item3)} {input.Item4}");

    /// <summary>Answers in the documented form that have the key where a text belongs.</summary>
    private static byte[][] Echoes() => Mutations.Texts(
        $$"""{"code":101,"message":"No such key: {{Key}}"}""",
        $$"""{"amount":1,"unit":"{{Key}}\u001b[31m"}""",
        $$"""{"amount":1,"unit":"euros","wallet_packs":[{"wallet_pack_id":"{{Key}}","credit":1,"expiration_date":null}]}""",
        $$"""{"amount":1,"unit":"euros","wallet_packs":[{"wallet_pack_id":"a","credit":1,"expiration_date":"{{Key}}"}]}""",
        $$"""{"FR":"{{Key}}"}""");

    private static ServiceAnswer Read(byte[] body, int status, string header, bool isRead)
    {
        using var request = new HttpRequestMessage(isRead ? HttpMethod.Get : HttpMethod.Post, s_account.Endpoint);
        using var response = new HttpResponseMessage((HttpStatusCode)status) { Content = new ByteArrayContent(body), RequestMessage = request };
        response.Headers.TryAddWithoutValidation("Retry-After", header);
        response.Headers.TryAddWithoutValidation("Date", header);
        response.Headers.TryAddWithoutValidation("Location", header);
        response.Content.Headers.TryAddWithoutValidation("Content-Type", header);
        return AnswerReader.ReadAsync(response, s_account, () => TimeSpan.Zero, CancellationToken.None).GetAwaiter().GetResult();
    }

    private static string Show<T>(Func<T> read)
    {
        try
        {
            return read() is WalletBalance balance ? $"{balance} {string.Join(' ', balance.Packs.Select(pack => $"{pack.WalletPackId} {pack}"))}" : string.Empty;
        }
        catch (ContactsException error)
        {
            Assert.Equal(ErrorIds.AnswerInvalid, error.ErrorId);
            return error.Message;
        }
    }

    private static void AssertSafe(string shown)
    {
        Assert.DoesNotContain(Key, shown, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(shown, c => char.IsControl(c) || char.GetUnicodeCategory(c) == UnicodeCategory.Format);
        Assert.InRange(shown.Length, 0, 5_000);
    }
}
