namespace ContactsPS.Client;

/// <summary>
/// The outcome of a contact when it is read. It is one value, which only <see cref="ContactIntake"/> makes. Only the
/// kind <see cref="IntakeKind.Rejected"/> has a problem.
/// </summary>
public sealed class IntakeOutcome
{
    /// <summary>The contact is open on the batch.</summary>
    public static readonly IntakeOutcome Taken = new(IntakeKind.Taken);

    /// <summary>The contact is open on the batch, and its number is known as that of a fixed line.</summary>
    public static readonly IntakeOutcome TakenFixedLine = new(IntakeKind.Taken, isFixedLine: true);

    /// <summary>Its phone number was already read in this run.</summary>
    public static readonly IntakeOutcome Duplicate = new(IntakeKind.Duplicate);

    /// <summary>Its phone number must not be sent.</summary>
    public static readonly IntakeOutcome Excluded = new(IntakeKind.Excluded);

    /// <summary>The contact belongs to another partition of the file.</summary>
    public static readonly IntakeOutcome OtherPartition = new(IntakeKind.OtherPartition);

    /// <summary>The service acknowledged the contact in an earlier run.</summary>
    public static readonly IntakeOutcome AcceptedBefore = new(IntakeKind.AcceptedBefore);

    private IntakeOutcome(IntakeKind kind, ContactsException? problem = null, bool isFixedLine = false)
    {
        Kind = kind;
        Problem = problem;
        IsFixedLine = isFixedLine;
    }

    /// <summary>The kind of the outcome.</summary>
    public IntakeKind Kind { get; }

    /// <summary>Why the contact is rejected. Null for every other kind.</summary>
    public ContactsException? Problem { get; }

    /// <summary>Whether the contact is taken, and libphonenumber knows its number as that of a fixed line.</summary>
    public bool IsFixedLine { get; }

    /// <summary>Makes the outcome of a contact that is rejected.</summary>
    /// <param name="problem">Why.</param>
    public static IntakeOutcome Rejected(ContactsException problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        return new IntakeOutcome(IntakeKind.Rejected, problem);
    }
}
