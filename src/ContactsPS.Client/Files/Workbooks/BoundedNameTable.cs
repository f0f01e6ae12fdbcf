using System.Xml;

namespace ContactsPS.Client;

/// <summary>
/// The names of a part of a workbook. An XML reader keeps each name that it meets until it is closed. A workbook has some
/// hundreds of names, and a file that is made to fill the memory has millions.
/// </summary>
internal sealed class BoundedNameTable : XmlNameTable
{
    private const int MaximumCount = 20_000;

    private readonly NameTable _names = new();
    private int _count;

    /// <inheritdoc/>
    public override string Add(string array) => _names.Get(array) ?? _names.Add(Count(array));

    /// <inheritdoc/>
    public override string Add(char[] array, int offset, int length) =>
        _names.Get(array, offset, length) ?? _names.Add(Count(new string(array, offset, length)));

    /// <inheritdoc/>
    public override string? Get(string array) => _names.Get(array);

    /// <inheritdoc/>
    public override string? Get(char[] array, int offset, int length) => _names.Get(array, offset, length);

    private string Count(string name) => ++_count <= MaximumCount
        ? name : throw new InvalidDataException($"it has more than {MaximumCount} different names of elements and attributes; no workbook has so many");
}
