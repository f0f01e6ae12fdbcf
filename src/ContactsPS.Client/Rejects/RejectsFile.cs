using System.Text;

namespace ContactsPS.Client;

/// <summary>
/// Writes the rows that were not accepted to a delimited file. The file has the columns of the source, unchanged, and
/// then the line, the error id and the reason. After the rows are corrected, the file can be imported as it is, because
/// these three columns are not recognised as fields of a contact. The file is UTF-8 with a byte order mark, so that
/// Excel reads accents correctly. It has the delimiter of the source, and names it in a first line such as <c>sep=^</c>
/// if it can't be found in the header.
/// </summary>
/// <param name="path">
/// The path of the file. Rows are first written to a temporary file with <c>.partial</c> after its name, which replaces
/// the file at the end. So nothing is lost when the file is also a source, or when the run is not completed. Only one
/// run at a time can write the file. The temporary file of a device, such as /dev/full, is in the temporary folder.
/// </param>
public sealed class RejectsFile(string path) : IDisposable
{
    private readonly string _partial = IsDevice(path) ? InTemporaryFolder(path) : path + ".partial";
    private readonly RejectsColumns _columns = new();
    private FileStream? _file;
    private char? _delimiter;

    /// <summary>What was written before the rows.</summary>
    private string _header = string.Empty;

    /// <summary>The number of columns when the header was written.</summary>
    private int _width;

    /// <summary>Whether the existing file is also imported. Then it is not changed.</summary>
    private bool _isSource;

    /// <summary>Whether there was an empty file. It is filled and not replaced.</summary>
    private bool _isEmpty;
    private bool _isInPlace;

    /// <summary>The number of rows in the file.</summary>
    public long Count { get; private set; }

    /// <summary>The path of the file.</summary>
    public string Path => path;

    /// <summary>The path of the file that contains the rows now.</summary>
    public string Location => _isInPlace ? path : _partial;

    /// <summary>
    /// Whether a path may be that of a rejects file, which is delimited text. By its extension, it must not be a workbook or
    /// JSON: no program would read it.
    /// </summary>
    public static bool IsDelimitedText(string path) => System.IO.Path.GetExtension(path).ToUpperInvariant() is not
        (".XLSX" or ".XLSM" or ".XLSB" or ".XLS" or ".ODS" or ".JSONL" or ".NDJSON" or ".JSON");

    /// <summary>Whether a path leads to this file or to its temporary file.</summary>
    public bool IsAt(string other) => FileIdentity.AreSame(other, path) || FileIdentity.AreSame(other, _partial);

    /// <summary>Begins to write the rejects of a source file.</summary>
    /// <param name="rows">The rows of the source.</param>
    /// <param name="source">The path of the source.</param>
    /// <exception cref="ContactsException">
    /// RejectsMismatch: the file is the source itself, it exists and is not a rejects file, or it contains rows of a
    /// source with other columns. RejectsUnwritable: it can't be created, or another run writes it.
    /// </exception>
    public void Begin(ContactRows rows, string source)
    {
        ArgumentNullException.ThrowIfNull(rows);
        if (IsAt(source))
        {
            _isSource |= FileIdentity.AreSame(source, path);
            throw new ContactsException(ErrorIds.RejectsMismatch, "The file is the rejects file itself.");
        }

        _delimiter ??= rows.Delimiter;
        if (!_columns.TryBegin(rows))
        {
            throw new ContactsException(
                ErrorIds.RejectsMismatch,
                "The columns differ from those of the first file, and one rejects file can't contain both. Import this file separately.");
        }

        _file ??= Open();
    }

    /// <summary>Adds a row. It is passed to the operating system when this method returns.</summary>
    /// <exception cref="ContactsException">RejectsUnwritable.</exception>
    public void Add(SourceRow row, string errorId, string reason)
    {
        ArgumentNullException.ThrowIfNull(row);
        string text = DelimitedLine.Of(_columns.ToFields(row, errorId, reason), _delimiter!.Value);
        if (Count == 0)
        {
            // The header is written this late because rows of JSON Lines may have added columns after the first row.
            _width = _columns.Count;
            _header = MakeHeader();
            text = $"\uFEFF{_header}{text}";
        }

        try
        {
            AppendedFile.Append(_file!, text);
        }
        catch (IOException error)
        {
            throw Unwritable(error);
        }

        Count++;
    }

    /// <summary>
    /// Moves the temporary file to the path of the file. When there are no rows, the file of an earlier run is deleted,
    /// so that the file exists only when there are rejects.
    /// </summary>
    /// <exception cref="ContactsException">RejectsUnwritable: the rows stay in the temporary file.</exception>
    public void Close()
    {
        if (_file is null)
        {
            return;
        }

        try
        {
            // The journal may record next that the run is complete. After that, no run creates these rows again.
            _file.Flush(flushToDisk: true);
            EndWriting();
            if (Count == 0)
            {
                DeleteBefore();
            }
            else
            {
                PutInPlace();
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            string what = Count == 0
                ? $"There are no rejects, but '{path}' of an earlier run can't be deleted"
                : $"The rejects are in '{_partial}', which can't replace '{path}'";
            throw new ContactsException(ErrorIds.RejectsUnwritable, $"{what}: {error.Message}", error);
        }
    }

    /// <summary>
    /// Closes the temporary file. If <see cref="Close"/> was not called, the rows stay there. The run was not completed
    /// then, and the file of an earlier run is still the last complete one.
    /// </summary>
    public void Dispose()
    {
        try
        {
            EndWriting();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Dispose can't report the error. The rows are in the temporary file.
        }
    }

    /// <summary>Completes the temporary file. It is deleted when there are no rows.</summary>
    private void EndWriting()
    {
        if (_file is null)
        {
            return;
        }

        _file.Dispose();
        _file = null;
        if (Count == 0)
        {
            File.Delete(_partial);
        }
        else if (_columns.Count > _width)
        {
            Widen();
        }
    }

    /// <summary>Adds the new columns to the header, and an empty field in each of them to the earlier rows.</summary>
    private void Widen()
    {
        string wide = $"{path}.{System.IO.Path.GetRandomFileName()}";
        try
        {
            using (var from = new StreamReader(_partial))
            {
                using FileStream file = AppendedFile.Create(wide);
                using var to = new StreamWriter(file, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
                from.ReadBlock(new char[_header.Length]);
                to.Write(MakeHeader());
                DelimitedLine.Widen(from, to, _delimiter!.Value, _columns.Count, RejectsColumns.AddedCount);
                to.Flush();
                file.Flush(flushToDisk: true);
            }

            File.Move(wide, _partial, overwrite: true);
        }
        catch
        {
            File.Delete(wide);
            throw;
        }
    }

    private void DeleteBefore()
    {
        if (!_isEmpty && !_isSource)
        {
            File.Delete(path);
        }
    }

    private void PutInPlace()
    {
        if (_isSource)
        {
            return;
        }

        if (_isEmpty)
        {
            CopyInto();
        }
        else
        {
            // When the path is a link, its target is replaced.
            string target = FileIdentity.Resolve(path);
            if (!OperatingSystem.IsWindows() && File.Exists(target))
            {
                File.SetUnixFileMode(_partial, File.GetUnixFileMode(target));
            }

            File.Move(_partial, target, overwrite: true);
        }

        _isInPlace = true;
    }

    /// <summary>Writes to the existing file. It may be a device, and its permissions must not change.</summary>
    private void CopyInto()
    {
        using (FileStream rows = File.OpenRead(_partial))
        {
            // Another program may have written to it in the meantime.
            using var file = new FileStream(path, FileMode.Truncate, FileAccess.Write);
            rows.CopyTo(file);
            file.Flush(flushToDisk: true);
        }

        File.Delete(_partial);
    }

    private FileStream Open()
    {
        try
        {
            if (Directory.Exists(path))
            {
                throw new ContactsException(ErrorIds.RejectsUnwritable, $"'{path}' is a folder. Give the path of a file.");
            }

            CheckIsRejects(path);
            CheckIsRejects(_partial);
            _isEmpty = File.Exists(path) && new FileInfo(path).Length == 0;

            // The file is emptied only after it is opened exclusively, because another run may be writing it.
            FileStream file = AppendedFile.OpenAlone(_partial);
            file.SetLength(0);
            return file;
        }
        catch (Exception error) when (PrivateFile.IsHeld(error))
        {
            throw new ContactsException(
                ErrorIds.RejectsUnwritable,
                $"Another run or another program has the rejects file '{path}' open. Wait until it ends, or give another path.",
                error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw Unwritable(error);
        }
    }

    /// <summary>Whether a path is in the folder of the devices. There, files must not be created.</summary>
    private static bool IsDevice(string path) =>
        !OperatingSystem.IsWindows() && System.IO.Path.GetDirectoryName(FileIdentity.Resolve(path)) == "/dev";

    private static string InTemporaryFolder(string path) => System.IO.Path.Combine(
        System.IO.Path.GetTempPath(), $"{System.IO.Path.GetFileName(path)}.{System.IO.Path.GetRandomFileName()}.partial");

    /// <summary>Checks that a file can be overwritten: it is empty, or it has the header of a rejects file.</summary>
    private void CheckIsRejects(string file)
    {
        if (File.Exists(file) && new FileInfo(file).Length > 0 && !IsRejects(file, _delimiter) && !IsRejects(file, delimiter: null))
        {
            throw new ContactsException(
                ErrorIds.RejectsMismatch, $"'{file}' exists and is not a rejects file, so it is not overwritten.");
        }
    }

    private static bool IsRejects(string file, char? delimiter)
    {
        try
        {
            using ContactRows before = DelimitedFileReader.Open(file, new ContactFileOptions(delimiter));
            return RejectsColumns.AreThoseOf(before.Columns);
        }
        catch (ContactsException)
        {
            // It has no valid header, so it is not a rejects file.
            return false;
        }
    }

    private static ContactsException Unwritable(Exception error) =>
        new(ErrorIds.RejectsUnwritable, $"The rejects file can't be written: {error.Message}", error);

    private string MakeHeader()
    {
        char delimiter = _delimiter!.Value;
        string header = DelimitedLine.Of(_columns.Names, delimiter);
        return FileOpening.FindDelimiter(Encoding.UTF8.GetBytes(header), names: null) == delimiter ? header : $"sep={delimiter}\r\n{header}";
    }
}
