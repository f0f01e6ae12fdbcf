namespace ContactsPS.Client.Tests;

/// <summary>Answers of a server that contain the key: it is masked in everything that can be shown.</summary>
public sealed class KeyEchoTests
{
    private const string Key = "S3cret-Key/42==";

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(500)]
    public async Task A_key_in_an_error_message_is_masked(int status)
    {
        ServiceAnswer answer = await AskAsync(ScriptedAnswer.Error(status, 101, $"The key '{Key}' is wrong ({Key})."));

        Assert.Equal("The key '***' is wrong (***).", answer.Message);
    }

    [Fact]
    public async Task A_key_in_a_redirect_is_masked()
    {
        ServiceAnswer answer = await AskAsync(ScriptedAnswer.Of(302, headers: $"Location: https://elsewhere.example/{Key}/x"));

        Assert.DoesNotContain("S3cret", answer.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(190)]
    [InlineData(300)]
    public async Task A_key_anywhere_in_the_status_line_is_masked(int before)
    {
        ServiceAnswer answer = await AskAsync(ScriptedAnswer.Raw($"HTTP/1.1 400 {new string('x', before)}{Key}\r\nContent-Length: 0\r\n\r\n"));

        Assert.Equal(AnswerKind.Refused, answer.Kind);
        Assert.DoesNotContain("S3c", answer.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData($"{Key}\r\n\r\n")]
    [InlineData($"HTTP/1.1 200 OK\r\napi-key {Key}\r\n\r\n")]
    [InlineData($"HTTP/1.1 200 OK\r\nContent-Length: {Key}\r\n\r\n")]
    [InlineData($"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n{Key}\r\n")]
    public async Task A_key_in_invalid_HTTP_is_masked(string sent)
    {
        ServiceAnswer answer = await AskAsync(ScriptedAnswer.Raw(sent));

        Assert.DoesNotContain("S3cret", answer.ToString(), StringComparison.Ordinal);
    }

    private static async Task<ServiceAnswer> AskAsync(ScriptedAnswer answer)
    {
        await using var server = new ScriptedServer(_ => answer);
        return await server.Client(key: Key).SendBatchAsync(new CreateContactsRequest(), "{\"contacts\":[]}"u8.ToArray(), TestContext.Current.CancellationToken);
    }
}
