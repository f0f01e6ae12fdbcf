namespace ContactsPS.Client;

/// <summary>
/// The sources of the contacts of a batch, in order. They are kept until the service has answered, so that the source
/// of a contact that was not accepted can be returned unchanged.
/// </summary>
public abstract class BatchSources
{
    /// <summary>The source of the contact at <paramref name="index"/>.</summary>
    public abstract object? this[int index] { get; }

    /// <summary>Adds the source of the next contact.</summary>
    public abstract void Add(object? source);

    /// <summary>Adds the current row of a file as the source of the next contact.</summary>
    public virtual void AddRow(ContactRows file)
    {
        ArgumentNullException.ThrowIfNull(file);
        Add(file.GetSource());
    }

    /// <summary>
    /// The indexes of the contacts that follow a row which is not in the batch, in ascending order. The journal must
    /// not record the lines between such a contact and the one before it.
    /// </summary>
    public virtual IReadOnlyList<int> Gaps => [];

    /// <summary>Records that a row was read which is not in the batch.</summary>
    public virtual void MarkGap()
    {
        // Objects from the pipeline have no line numbers.
    }

    /// <summary>Gets the line on which the source of the contact at <paramref name="index"/> begins.</summary>
    /// <exception cref="InvalidOperationException">The contact did not come from a file.</exception>
    public abstract long GetLineNumber(int index);

    /// <summary>Removes all sources, because the batch is used again.</summary>
    public abstract void Clear();
}
