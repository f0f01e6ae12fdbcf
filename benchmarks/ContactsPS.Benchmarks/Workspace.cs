using System.Diagnostics;

namespace ContactsPS.Benchmarks;

/// <summary>The files of a run, in a temporary directory that goes with it.</summary>
internal sealed class Workspace : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("contactsps-benchmarks-").FullName;

    /// <summary>A contact file, made when it is first asked for.</summary>
    public string GetContactFile(int rows, PhoneNumberStyle style = PhoneNumberStyle.E164)
    {
        string path = GetPath(FormattableString.Invariant($"{style}-{rows}.csv"));
        if (!File.Exists(path))
        {
            ContactFile.Write(path, rows, style);
        }

        return path;
    }

    /// <summary>The same contacts as JSON Lines, made when they are first asked for.</summary>
    public string GetJsonLinesFile(int rows)
    {
        string path = GetPath(FormattableString.Invariant($"{rows}.jsonl"));
        if (!File.Exists(path))
        {
            JsonLinesFile.Write(path, rows);
        }

        return path;
    }

    /// <summary>The same contacts as a workbook, made when it is first asked for.</summary>
    public string GetWorkbook(int rows)
    {
        string path = GetPath(FormattableString.Invariant($"{rows}.xlsx"));
        if (!File.Exists(path))
        {
            WorkbookFile.Write(path, rows);
        }

        return path;
    }

    /// <summary>A place for a file.</summary>
    public string GetPath(string name) => Path.Combine(_directory, name);

    /// <summary>Makes a named pipe, which is a file to those who open it.</summary>
    public string MakePipe(string name)
    {
        string path = GetPath(name);
        using Process process = Process.Start("mkfifo", path);
        process.WaitForExit();
        return process.ExitCode == 0 ? path : throw new BenchmarkException("mkfifo failed.");
    }

    public void Dispose() => Directory.Delete(_directory, recursive: true);
}
