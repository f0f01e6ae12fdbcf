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

    /// <summary>
    /// The places of contacts before which something was read that the batch didn't take, in ascending order; nothing
    /// may be said of what stands between such a contact and the one before it.
    /// </summary>
    public virtual IReadOnlyList<int> Gaps => [];

    /// <summary>Says that something was read that the batch doesn't take.</summary>
    public virtual void SkipOne()
    {
        // Who has no lines has no gaps between them.
    }

    /// <summary>The line of its file on which the source of the contact at <paramref name="index"/> begins.</summary>
    /// <exception cref="InvalidOperationException">It did not come from a file.</exception>
    public abstract long GetLineNumber(int index);

    /// <summary>Forgets all of them: the batch is used again.</summary>
    public abstract void Clear();
}
