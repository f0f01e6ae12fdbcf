using System.Management.Automation;
using ContactsPS.Client;
using ContactsPS.Errors;
using ContactsPS.Runs;

namespace ContactsPS.Input;

/// <summary>Reads the files of -ExcludePath. Each problem ends the cmdlet, because the numbers in them must not be sent.</summary>
internal static class ExcludedFiles
{
    /// <summary>Reads the numbers of all files, and describes each file as a verbose message.</summary>
    /// <param name="cmdlet">Writes the messages, and is ended by a problem.</param>
    /// <param name="paths">The paths. Wildcards are allowed.</param>
    /// <param name="defaultRegion">The country of national numbers, or null.</param>
    /// <param name="stopToken">Ends the read.</param>
    /// <exception cref="ContactsException">
    /// DefaultRegionInvalid, FileNotFound, PathNotFileSystem, FileUnreadable or ExclusionFileInvalid.
    /// </exception>
    public static ExcludedNumbers Read(PSCmdlet cmdlet, string[] paths, string? defaultRegion, CancellationToken stopToken)
    {
        var excluded = new ExcludedNumbers(defaultRegion);
        foreach (string path in paths.SelectMany(path => SourcePaths.Find(cmdlet, path, isLiteral: false)))
        {
            ExclusionReport report = Read(excluded, path, stopToken);
            cmdlet.WriteVerbose(Messages.Excluded(path, report));
            if (report.Numbers == 0)
            {
                cmdlet.WriteWarning(Messages.NothingExcluded(path));
            }
            else if (report.RowsWithoutNumber > 0)
            {
                cmdlet.WriteWarning(Messages.RowsWithoutNumber(path, report.RowsWithoutNumber));
            }
        }

        return excluded;
    }

    private static ExclusionReport Read(ExcludedNumbers excluded, string path, CancellationToken stopToken)
    {
        try
        {
            return PipelineWait.For(token => Task.Run(() => excluded.Add(path, token), token), stopToken);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new ContactsException(ModuleErrorIds.FileNotFound, $"{path}: {error.Message}", error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new ContactsException(ModuleErrorIds.FileUnreadable, $"{path}: {error.Message}", error);
        }
    }
}
