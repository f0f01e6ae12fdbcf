namespace ContactsPS.Client;

/// <summary>The sources of contacts that were made from objects: the objects themselves.</summary>
public sealed class ObjectSources : BatchSources
{
    private readonly List<object?> _objects = [];

    /// <inheritdoc/>
    public override object? this[int index] => _objects[index];

    /// <inheritdoc/>
    public override long GetLineNumber(int index) =>
        throw new InvalidOperationException("The contacts did not come from a file.");

    /// <inheritdoc/>
    public override void Add(object? source) => _objects.Add(source);

    /// <inheritdoc/>
    public override void Clear() => _objects.Clear();
}
