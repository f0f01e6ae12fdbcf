namespace ContactsPS.Client;

/// <summary>
/// What the contacts of a batch were made from, in their order, kept until the service has answered, so that a contact
/// that was not accepted can be given back as it came in.
/// </summary>
public abstract class BatchSources
{
    /// <summary>What the contact at <paramref name="index"/> was made from.</summary>
    public abstract object? this[int index] { get; }

    /// <summary>Adds what the next contact was made from.</summary>
    public abstract void Add(object? source);

    /// <summary>Adds the current row of a file, which the next contact was made from.</summary>
    public virtual void AddRow(ContactRows file)
    {
        ArgumentNullException.ThrowIfNull(file);
        Add(file.GetSource());
    }

    /// <summary>
    /// The indexes of contacts before which a row was read that is not on the batch, in ascending order. The journal may
    /// say nothing of the lines between such a contact and the one before it.
    /// </summary>
    public virtual IReadOnlyList<int> Gaps => [];

    /// <summary>Notes that a row was read that is not on the batch.</summary>
    public virtual void MarkGap()
    {
        // Objects of a pipeline have no lines.
    }

    /// <summary>The line of its file on which the source of the contact at <paramref name="index"/> begins.</summary>
    /// <exception cref="InvalidOperationException">It did not come from a file.</exception>
    public abstract long GetLineNumber(int index);

    /// <summary>Forgets all of them: the batch is used again.</summary>
    public abstract void Clear();
}
