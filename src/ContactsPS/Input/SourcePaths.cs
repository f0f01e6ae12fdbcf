using System.Collections.ObjectModel;
using System.Management.Automation;
using ContactsPS.Client;
using ContactsPS.Errors;

namespace ContactsPS.Input;

/// <summary>
/// Converts the paths that users write to file system paths. A path of another provider (Env:, Cert:) is refused.
/// </summary>
internal static class SourcePaths
{
    private const string FileSystem = "FileSystem";

    /// <summary>
    /// Gets the full path of a file, which may not exist. Wildcard characters have no special meaning.
    /// </summary>
    /// <exception cref="ContactsException">PathNotFileSystem.</exception>
    public static string Resolve(PSCmdlet cmdlet, string path)
    {
        string resolved = cmdlet.SessionState.Path.GetUnresolvedProviderPathFromPSPath(path, out ProviderInfo provider, out _);
        CheckProvider(provider, path);
        return resolved;
    }

    /// <summary>
    /// Finds the files of the paths, in the order of the paths. Writes an error for each path that has no file.
    /// </summary>
    /// <param name="cmdlet">Writes the errors.</param>
    /// <param name="paths">The paths.</param>
    /// <param name="isLiteral">Whether wildcard characters have no special meaning.</param>
    public static List<string> Find(PSCmdlet cmdlet, IEnumerable<string> paths, bool isLiteral)
    {
        List<string> found = [];
        foreach (string path in paths)
        {
            try
            {
                found.AddRange(Find(cmdlet, path, isLiteral));
            }
            catch (ContactsException error)
            {
                cmdlet.WriteError(ErrorRecords.From(Advice.AddTo(error), path));
            }
        }

        return found;
    }

    /// <summary>Finds the files of a path. There is at least one.</summary>
    /// <param name="cmdlet">Knows the current folder and the drives.</param>
    /// <param name="path">The path.</param>
    /// <param name="isLiteral">Whether wildcard characters have no special meaning.</param>
    /// <exception cref="ContactsException">FileNotFound, PathNotFileSystem, or FileUnreadable for a folder.</exception>
    public static IReadOnlyList<string> Find(PSCmdlet cmdlet, string path, bool isLiteral) =>
        isLiteral || !WildcardPattern.ContainsWildcardCharacters(path) ? FindOne(cmdlet, path, isLiteral) : Expand(cmdlet, path);

    private static IReadOnlyList<string> FindOne(PSCmdlet cmdlet, string path, bool isLiteral)
    {
        IReadOnlyList<string> found = isLiteral ? [Resolve(cmdlet, path)] : FindExisting(cmdlet, path);
        return found is [string folder] && Directory.Exists(folder)
            ? throw new ContactsException(ModuleErrorIds.FileUnreadable, Messages.PathIsFolder(path)) : found;
    }

    /// <summary>Finds the files that match. A folder that matches is skipped.</summary>
    private static List<string> Expand(PSCmdlet cmdlet, string path)
    {
        List<string> files = [];
        foreach (string found in FindExisting(cmdlet, path))
        {
            if (Directory.Exists(found))
            {
                cmdlet.WriteVerbose(Messages.FolderSkipped(found));
            }
            else
            {
                files.Add(found);
            }
        }

        return files.Count > 0 ? files : throw new ContactsException(ModuleErrorIds.FileNotFound, Messages.NoFileMatches(path));
    }

    private static Collection<string> FindExisting(PSCmdlet cmdlet, string path)
    {
        try
        {
            Collection<string> files = cmdlet.SessionState.Path.GetResolvedProviderPathFromPSPath(path, out ProviderInfo provider);
            CheckProvider(provider, path);
            return files.Count > 0 ? files : throw new ContactsException(ModuleErrorIds.FileNotFound, Messages.NoFileMatches(path));
        }
        catch (SessionStateException error)
        {
            throw new ContactsException(ModuleErrorIds.FileNotFound, error.Message, error);
        }
    }

    private static void CheckProvider(ProviderInfo provider, string path)
    {
        if (!string.Equals(provider.Name, FileSystem, StringComparison.OrdinalIgnoreCase))
        {
            throw new ContactsException(ModuleErrorIds.PathNotFileSystem, Messages.PathNotFileSystem(path, provider.Name));
        }
    }
}
