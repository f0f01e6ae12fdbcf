namespace ContactsPS.Tests.Hosting;

/// <summary>What a script wrote to each of its streams.</summary>
public sealed class ShellResult(IReadOnlyList<PSObject> output, PSDataStreams streams, ErrorRecord? thrown)
{
    public IReadOnlyList<PSObject> Output { get; } = output;

    /// <summary>The error that ended the script; null where it came to its end.</summary>
    public ErrorRecord? Thrown { get; } = thrown;

    /// <summary>The errors it went on after.</summary>
    public IReadOnlyList<ErrorRecord> Errors { get; } = [.. streams.Error];

    public IReadOnlyList<string> Verbose { get; } = [.. streams.Verbose.Select(record => record.Message)];

    public IReadOnlyList<string> Warnings { get; } = [.. streams.Warning.Select(record => record.Message)];

    public IReadOnlyList<ProgressRecord> Progress { get; } = [.. streams.Progress];

    /// <summary>All it wrote, as text.</summary>
    public string Everything { get; } = string.Join(
        '\n',
        [
            .. output.Select(item => $"{item}"),
            .. streams.Error.Select(Describe),
            .. streams.Verbose.Select(record => record.Message),
            .. streams.Debug.Select(record => record.Message),
            .. streams.Warning.Select(record => record.Message),
            .. streams.Progress.Select(record => $"{record.Activity} {record.StatusDescription} {record.CurrentOperation}"),
            .. streams.Information.Select(record => record.MessageData?.ToString()),
            thrown is null ? string.Empty : Describe(thrown),
        ]);

    /// <summary>The one object it wrote, after which nothing failed.</summary>
    public PSObject OneObject()
    {
        Assert.Null(Thrown);
        Assert.Empty(Errors);
        return Assert.Single(Output);
    }

    /// <summary>The one summary it wrote.</summary>
    public Summary Summary()
    {
        Assert.True(Thrown is null, Thrown is null ? null : Describe(Thrown));
        return Hosting.Summary.Of(Assert.Single(Output));
    }

    /// <summary>The ids of the errors it went on after, without the cmdlet's name.</summary>
    public IEnumerable<string> ErrorIds() => Errors.Select(Id);

    /// <summary>Asserts that it ended with a terminating error of this id.</summary>
    public ErrorRecord ThrewId(string errorId)
    {
        Assert.NotNull(Thrown);
        Assert.Equal(errorId, Id(Thrown));
        return Thrown;
    }

    /// <summary>Asserts that it went on after one error, of this id.</summary>
    public ErrorRecord OneError(string errorId)
    {
        Assert.Null(Thrown);
        ErrorRecord error = Assert.Single(Errors);
        Assert.Equal(errorId, Id(error));
        return error;
    }

    private static string Id(ErrorRecord error) => error.FullyQualifiedErrorId.Split(',')[0];

    private static string Describe(ErrorRecord error) =>
        $"{error} {error.FullyQualifiedErrorId} {error.Exception} {error.ErrorDetails} {error.CategoryInfo} {error.TargetObject} {error.ScriptStackTrace}";
}
