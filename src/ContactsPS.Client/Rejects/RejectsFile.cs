using System.Text;

namespace ContactsPS.Client;

/// <summary>
/// Keeps the rows that were not accepted in a delimited file: the columns of the source as they were, and behind them
/// the line, the error id and the reason. Mended, it can be imported as it is: no one takes these three for a field of a
/// contact. UTF-8 with a byte order mark, so that Excel reads its accents, and the delimiter of the source.
/// </summary>
/// <param name="path">
/// The file. Rows are written to one beside it, <c>.partial</c>, which takes its place at the end: so nothing is lost
/// where it turns out to be a source, or where the run doesn't come to its end. One run at a time writes it.
/// </param>
public sealed class RejectsFile(string path) : IDisposable
{
    private readonly string _partial = path + ".partial";
    private readonly RejectsColumns _columns = new();
    private FileStream? _file;
    private char? _delimiter;

    /// <summary>How many columns there were when the header was written.</summary>
    private int _width;

    /// <summary>Whether the file that is there is imported too, and stays as it is.</summary>
    private bool _isSource;

    /// <summary>Whether a file was there that holds nothing: it is filled, and not replaced.</summary>
    private bool _isEmpty;
    private bool _isInPlace;

    /// <summary>How many rows it holds.</summary>
    public long Count { get; private set; }

    /// <summary>The file.</summary>
    public string Path => path;

    /// <summary>Where the rows are now.</summary>
    public string Location => _isInPlace ? path : _partial;

    /// <summary>Whether a file is this one, or the one that is to take its place.</summary>
    public bool IsAt(string other) => FileIdentity.AreSame(other, path) || FileIdentity.AreSame(other, _partial);

    /// <summary>Begins with the rows of a file.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="source">The file they come from.</param>
    /// <exception cref="ContactsException">
    /// RejectsMismatch: it is the source itself, it is there and no rejects file, or it holds rows of a file with other
    /// columns. RejectsUnwritable: it can't be made, or another run writes it.
    /// </exception>
    public void Begin(ContactRows rows, string source)
    {
        ArgumentNullException.ThrowIfNull(rows);
        if (IsAt(source))
        {
            _isSource |= FileIdentity.AreSame(source, path);
            throw new ContactsException(ErrorIds.RejectsMismatch, "It is the rejects file itself.");
        }

        _delimiter ??= rows.Delimiter;
        if (!_columns.TryBegin(rows))
        {
            throw new ContactsException(
                ErrorIds.RejectsMismatch,
                "Its columns differ from those of the file before it, and one rejects file can't hold both. Import it by itself, with a rejects file of its own.");
        }

        _file ??= Open();
    }

    /// <summary>Adds a row. It is in the operating system's hands then.</summary>
    /// <exception cref="ContactsException">RejectsUnwritable.</exception>
    public void Add(SourceRow row, string errorId, string reason)
    {
        ArgumentNullException.ThrowIfNull(row);
        string text = DelimitedLine.Of(_columns.ToFields(row, errorId, reason), _delimiter!.Value);
        if (Count == 0)
        {
            // Only now: rows of JSON Lines may have brought columns the first one didn't have.
            _width = _columns.Count;
            text = $"\uFEFF{MakeHeader()}{text}";
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
    /// Puts the file in its place. Where there are no rows, one of an earlier run is deleted, so that a rejects file
    /// always means rejects.
    /// </summary>
    /// <exception cref="ContactsException">RejectsUnwritable: the rows stay beside it.</exception>
    public void Close()
    {
        if (_file is null)
        {
            return;
        }

        try
        {
            // A journal may say next, on the disk, that the run has come to its end, and nobody makes the rows again then.
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
                ? $"There are no rejects, and '{path}' of an earlier run can't be deleted"
                : $"The rejects are in '{_partial}', which can't take the place of '{path}'";
            throw new ContactsException(ErrorIds.RejectsUnwritable, $"{what}: {error.Message}", error);
        }
    }

    /// <summary>
    /// Leaves the rows beside the file where <see cref="Close"/> wasn't called: the run hasn't come to its end, and what an
    /// earlier one put in the place is still all there is to go by.
    /// </summary>
    public void Dispose()
    {
        try
        {
            EndWriting();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // There is nobody left to tell. The rows are beside the file.
        }
    }

    /// <summary>Ends with a file beside the one to be that holds the rows in their final form; with none where there are no rows.</summary>
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

    /// <summary>Gives the rows that came before a column an empty field in it, and the header its name.</summary>
    private void Widen()
    {
        string wide = $"{path}.{System.IO.Path.GetRandomFileName()}";
        try
        {
            using (var from = new StreamReader(_partial))
            {
                using var file = new FileStream(wide, FileMode.CreateNew);
                using var to = new StreamWriter(file, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
                DelimitedLine.Widen(from, to, _delimiter!.Value, MakeHeader(), _columns.Count, RejectsColumns.AddedCount);
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
            // Where the path is a link, what it leads to is the file.
            File.Move(_partial, FileIdentity.Resolve(path), overwrite: true);
        }

        _isInPlace = true;
    }

    /// <summary>Writes into the file that is there: it may be a device, and who made it set who may read it.</summary>
    private void CopyInto()
    {
        using (FileStream rows = File.OpenRead(_partial))
        {
            // Somebody may have filled it meanwhile.
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

            // Emptied only once it is held: until then it may be another run's.
            FileStream file = AppendedFile.OpenAlone(_partial);
            file.SetLength(0);
            return file;
        }
        catch (Exception error) when (AppendedFile.IsHeld(error))
        {
            throw new ContactsException(
                ErrorIds.RejectsUnwritable,
                $"Another run writes the rejects file '{path}', or a program holds it open. Wait for it to end, or give another path.",
                error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw Unwritable(error);
        }
    }

    /// <summary>Nothing is overwritten that isn't empty and doesn't have the header of a rejects file.</summary>
    private void CheckIsRejects(string file)
    {
        if (File.Exists(file) && new FileInfo(file).Length > 0 && !IsRejects(file, _delimiter) && !IsRejects(file, delimiter: null))
        {
            throw new ContactsException(
                ErrorIds.RejectsMismatch, $"'{file}' is there, and is no rejects file. Delete it.");
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
            // It has no header, so it is none.
            return false;
        }
    }

    private static ContactsException Unwritable(Exception error) =>
        new(ErrorIds.RejectsUnwritable, $"The rejects file can't be written: {error.Message}", error);

    private string MakeHeader() => DelimitedLine.Of(_columns.Names, _delimiter!.Value);
}
