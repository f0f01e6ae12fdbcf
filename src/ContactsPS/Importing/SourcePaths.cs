using System.Collections.ObjectModel;
using System.Management.Automation;
using ContactsPS.Errors;

namespace ContactsPS.Importing;

/// <summary>Finds the files that paths with wildcards mean.</summary>
internal static class SourcePaths
{
    /// <summary>Finds them, in the order of the paths. A path that means none is an error, and the next one counts.</summary>
    public static List<string> Find(PSCmdlet cmdlet, IEnumerable<string> paths)
    {
        List<string> found = [];
        foreach (string path in paths)
        {
            try
            {
                Collection<string> files = cmdlet.SessionState.Path.GetResolvedProviderPathFromPSPath(path, out _);
                found.AddRange(files);
                if (files.Count == 0)
                {
                    cmdlet.WriteError(ErrorRecords.From(ModuleErrorIds.FileNotFound, Messages.NoFileMatches(path), path));
                }
            }
            catch (SessionStateException error)
            {
                cmdlet.WriteError(ErrorRecords.From(ModuleErrorIds.FileNotFound, error.Message, path, error));
            }
        }

        return found;
    }
}
