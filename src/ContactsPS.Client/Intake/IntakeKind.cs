namespace ContactsPS.Client;

/// <summary>What became of a contact when it was taken in.</summary>
public enum IntakeKind
{
    /// <summary>It is open on the batch.</summary>
    Taken,

    /// <summary>It can't be sent, or the service refused it in an earlier run: <see cref="IntakeOutcome.Problem"/> says why.</summary>
    Rejected,

    /// <summary>Its phone number was read before in this run.</summary>
    Duplicate,

    /// <summary>It belongs to another partition of the file. This run doesn't count it.</summary>
    OtherPartition,

    /// <summary>The journal says that the service acknowledged it in an earlier run.</summary>
    AcceptedBefore,
}
