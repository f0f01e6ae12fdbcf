using System.Text;

namespace ContactsPS.Client;

/// <summary>Reads a text line by line, each of a length that is bounded: a file without line ends would fill the memory.</summary>
internal sealed class LineReader(TextReader text) : IDisposable
{
    /// <summary>The longest line, in characters.</summary>
    private const int MaximumLength = 4 * 1024 * 1024;

    private readonly StringBuilder _line = new();
    private bool _isBehindReturn;

    /// <summary>The line that was read last; the first is 1.</summary>
    public long LineNumber { get; private set; }

    /// <summary>The next line, without its end: a line feed, a carriage return, or both; null behind the last.</summary>
    /// <exception cref="ContactsException">FileMalformed: it is over 4 million characters long.</exception>
    public string? Read()
    {
        _line.Clear();
        int next = text.Read();
        if (_isBehindReturn && next == '\n')
        {
            next = text.Read();
        }

        _isBehindReturn = false;
        if (next < 0)
        {
            return null;
        }

        LineNumber++;
        for (; next is not ('\r' or '\n' or -1); next = text.Read())
        {
            if (_line.Length == MaximumLength)
            {
                throw new ContactsException(
                    ErrorIds.FileMalformed, $"Line {LineNumber} doesn't end within {MaximumLength} characters. Has it an object a line?");
            }

            _line.Append((char)next);
        }

        _isBehindReturn = next == '\r';
        return _line.ToString();
    }

    /// <inheritdoc/>
    public void Dispose() => text.Dispose();
}
