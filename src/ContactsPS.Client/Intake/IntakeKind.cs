namespace ContactsPS.Client;

/// <summary>The outcome of a contact when it is read.</summary>
public enum IntakeKind
{
    /// <summary>The contact is open on the batch.</summary>
    Taken,

    /// <summary>
    /// The contact can't be sent, or the service refused it in an earlier run. See <see cref="IntakeOutcome.Problem"/>.
    /// </summary>
    Rejected,

    /// <summary>Its phone number was already read in this run.</summary>
    Duplicate,

    /// <summary>Its phone number must not be sent: <see cref="IntakeOptions.Excluded"/>.</summary>
    Excluded,

    /// <summary>The contact belongs to another partition of the file. This run doesn't count it.</summary>
    OtherPartition,

    /// <summary>The service acknowledged the contact in an earlier run, according to the journal.</summary>
    AcceptedBefore,
}
