namespace ContactsPS.Client.Tests;

/// <summary>The options of a sender, and the arguments that it refuses.</summary>
public sealed class SenderOptionTests
{
    public static TheoryData<BulkSenderOptions> InvalidOptions =>
    [
        new BulkSenderOptions { BatchSize = 0 },
        new BulkSenderOptions { BatchSize = -1 },
        new BulkSenderOptions { BatchSize = CreateContactsRequest.MaximumBatchSize + 1 },
        new BulkSenderOptions { ThrottleLimit = 0 },
        new BulkSenderOptions { MaximumRetryCount = -1 },
        new BulkSenderOptions { RetryInterval = TimeSpan.FromTicks(-1) },
        new BulkSenderOptions { RetryInterval = TimeSpan.FromDays(1) + TimeSpan.FromTicks(1) },
    ];

    public static TheoryData<BulkSenderOptions> ValidOptions =>
    [
        new BulkSenderOptions(),
        new BulkSenderOptions { BatchSize = 1, ThrottleLimit = 1, MaximumRetryCount = 0, RetryInterval = TimeSpan.Zero },
        new BulkSenderOptions { BatchSize = CreateContactsRequest.MaximumBatchSize, RetryInterval = TimeSpan.FromDays(1) },
    ];

    [Fact]
    public void The_defaults_are_those_of_the_documentation()
    {
        var options = new BulkSenderOptions();

        Assert.Equal((200, 4, 5), (options.BatchSize, options.ThrottleLimit, options.MaximumRetryCount));
        Assert.Equal(TimeSpan.FromSeconds(1), options.RetryInterval);
        Assert.Equal(TimeSpan.FromMinutes(10), BulkSenderOptions.LongestPause);
    }

    [Theory]
    [MemberData(nameof(InvalidOptions))]
    public async Task An_option_that_is_out_of_range_is_refused(BulkSenderOptions options)
    {
        await using var server = new ScriptedServer(_ => ScriptedAnswer.Created);

        Assert.Throws<ArgumentOutOfRangeException>(() => new BulkSender(server.Client(), new CreateContactsRequest(), options));
    }

    [Theory]
    [MemberData(nameof(ValidOptions))]
    public async Task An_option_at_the_end_of_its_range_is_taken(BulkSenderOptions options)
    {
        await using var server = new ScriptedServer(_ => ScriptedAnswer.Created);
        await using var sender = new BulkSender(server.Client(), new CreateContactsRequest(), options);

        Assert.True(sender.TryRent(out ContactBatch batch));
        Assert.Equal(options.BatchSize, batch.Capacity);
    }

    [Fact]
    public async Task A_batch_is_not_larger_than_the_call_allows()
    {
        await using var server = new ScriptedServer(_ => ScriptedAnswer.Created);

        Assert.Throws<ArgumentOutOfRangeException>(
            () => new BulkSender(server.Client(), new DeleteContactsRequest(), new BulkSenderOptions { BatchSize = 201 }));
    }

    [Fact]
    public async Task A_request_that_is_not_valid_is_refused_before_anything_is_sent()
    {
        await using var server = new ScriptedServer(_ => ScriptedAnswer.Created);
        var request = new CreateContactsRequest { ListNames = [new string('a', 31)] };

        ContactsException error = Assert.Throws<ContactsException>(() => new BulkSender(server.Client(), request, new BulkSenderOptions()));

        Assert.Equal(ErrorIds.ListNameTooLong, error.ErrorId);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task A_missing_argument_is_refused()
    {
        await using var server = new ScriptedServer(_ => ScriptedAnswer.Created);
        await using var sender = new BulkSender(server.Client(), new CreateContactsRequest(), new BulkSenderOptions());

        Assert.Throws<ArgumentNullException>("client", () => new BulkSender(null!, new CreateContactsRequest(), new BulkSenderOptions()));
        Assert.Throws<ArgumentNullException>("request", () => new BulkSender(server.Client(), null!, new BulkSenderOptions()));
        Assert.Throws<ArgumentNullException>("bulk", () => new BulkSender(server.Client(), new CreateContactsRequest(), null!));
        Assert.Throws<ArgumentNullException>("batch", () => sender.Post(null!));
        Assert.Throws<ArgumentNullException>("batch", () => sender.Return(null!));
        Assert.Throws<ArgumentNullException>("stop", () => sender.StopFor(null!));
        Assert.Throws<ArgumentNullException>("failure", () => SendStop.Because(null!));
        Assert.Throws<ArgumentNullException>("answer", () => SendStop.For(null!));
    }
}
