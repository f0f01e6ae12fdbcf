namespace ContactsPS.Tests.Hosting;

/// <summary>The output of a script, stream by stream.</summary>
public sealed class ShellResult(IReadOnlyList<PSObject> output, PSDataStreams streams, ErrorRecord? thrown)
{
    /// <summary>The objects that it wrote.</summary>
    public IReadOnlyList<PSObject> Output { get; } = output;

    /// <summary>The terminating error; null if there was none.</summary>
    public ErrorRecord? Thrown { get; } = thrown;

    /// <summary>The non-terminating errors.</summary>
    public IReadOnlyList<ErrorRecord> Errors { get; } = [.. streams.Error];

    /// <summary>The verbose messages.</summary>
    public IReadOnlyList<string> Verbose { get; } = [.. streams.Verbose.Select(record => record.Message)];

    /// <summary>The warnings.</summary>
    public IReadOnlyList<string> Warnings { get; } = [.. streams.Warning.Select(record => record.Message)];

    /// <summary>The progress records.</summary>
    public IReadOnlyList<ProgressRecord> Progress { get; } = [.. streams.Progress];

    /// <summary>The text of all streams.</summary>
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

    /// <summary>Asserts that it wrote one object and no error.</summary>
    public PSObject OneObject()
    {
        Assert.Null(Thrown);
        Assert.Empty(Errors);
        return Assert.Single(Output);
    }

    /// <summary>Asserts that it wrote one object, which is a summary.</summary>
    public Summary Summary()
    {
        Assert.True(Thrown is null, Thrown is null ? null : Describe(Thrown));
        return Hosting.Summary.Of(Assert.Single(Output));
    }

    /// <summary>The ids of the non-terminating errors, without the name of the cmdlet.</summary>
    public IEnumerable<string> ErrorIds() => Errors.Select(Id);

    /// <summary>Asserts that it ended with a terminating error with this id.</summary>
    public ErrorRecord ThrewId(string errorId)
    {
        Assert.NotNull(Thrown);
        Assert.Equal(errorId, Id(Thrown));
        return Thrown;
    }

    /// <summary>Asserts that it wrote one non-terminating error, with this id, and ended without another.</summary>
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
