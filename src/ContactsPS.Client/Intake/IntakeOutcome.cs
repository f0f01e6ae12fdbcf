namespace ContactsPS.Client;

/// <summary>
/// What became of a contact when it was taken in: one value, made by <see cref="ContactIntake"/> alone. A problem comes
/// with <see cref="IntakeKind.Rejected"/> and with no other kind.
/// </summary>
public sealed class IntakeOutcome
{
    /// <summary>The contact is open on the batch.</summary>
    public static readonly IntakeOutcome Taken = new(IntakeKind.Taken);

    /// <summary>Its phone number was read before in this run.</summary>
    public static readonly IntakeOutcome Duplicate = new(IntakeKind.Duplicate);

    /// <summary>It belongs to another partition of the file.</summary>
    public static readonly IntakeOutcome OtherPartition = new(IntakeKind.OtherPartition);

    /// <summary>The service acknowledged it in an earlier run.</summary>
    public static readonly IntakeOutcome AcceptedBefore = new(IntakeKind.AcceptedBefore);

    private IntakeOutcome(IntakeKind kind, ContactsException? problem = null)
    {
        Kind = kind;
        Problem = problem;
    }

    /// <summary>What became of the contact.</summary>
    public IntakeKind Kind { get; }

    /// <summary>Why the contact is rejected; null for every other kind.</summary>
    public ContactsException? Problem { get; }

    /// <summary>The contact is rejected.</summary>
    /// <param name="problem">Why.</param>
    public static IntakeOutcome Rejected(ContactsException problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        return new IntakeOutcome(IntakeKind.Rejected, problem);
    }
}
