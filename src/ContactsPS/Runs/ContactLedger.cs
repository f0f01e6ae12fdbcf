using System.Management.Automation;
using System.Runtime.CompilerServices;
using ContactsPS.Client;
using ContactsPS.Errors;
using ContactsPS.Input;

namespace ContactsPS.Runs;

/// <summary>
/// Accounts for each contact of a run: counts it once when it is read and once when it is done, and writes what is to be
/// written of it. The pipeline thread alone uses it.
/// </summary>
/// <param name="cmdlet">Writes the objects and the errors.</param>
/// <param name="settings">What the run was asked to do.</param>
/// <param name="rejections">Gets the contacts that were not accepted.</param>
internal sealed class ContactLedger(Cmdlet cmdlet, RunSettings settings, Rejections rejections)
{
    private readonly List<object?> _unsent = [];

    /// <summary>The counts.</summary>
    public ContactTally Tally { get; } = new();

    /// <summary>Gets the contacts that were not accepted.</summary>
    public Rejections Rejections => rejections;

    /// <summary>
    /// The sources of contacts that are the target of one error: the one that ends the run. An error for each of them
    /// would hide that one.
    /// </summary>
    public object?[] Unsent => [.. _unsent];

    /// <summary>Decides which contacts are taken. The phone numbers it remembers are those of this run.</summary>
    /// <exception cref="ContactsException">DefaultRegionInvalid.</exception>
    public ContactIntake Intake { get; } = new(settings.Intake);

    /// <summary>Accounts for a contact that was taken in.</summary>
    /// <param name="outcome">What became of it.</param>
    /// <param name="batch">The open batch.</param>
    /// <param name="source">What it was made from. Needed for a rejected contact only.</param>
    [MethodImpl(HotPath.Compiled)]
    public void Add(IntakeOutcome outcome, ContactBatch batch, object? source)
    {
        switch (outcome.Kind)
        {
            case IntakeKind.Taken:
                Tally.CountRead();
                break;
            case IntakeKind.AcceptedBefore:
                Tally.CountRead();
                Tally.Count(ContactOutcome.Accepted, 1);
                break;
            case IntakeKind.Duplicate:
                Tally.CountRead();
                Tally.CountDuplicate();
                batch.Sources?.MarkGap();
                break;
            case IntakeKind.Rejected:
                Tally.CountRead();
                Tally.Count(ContactOutcome.Rejected, 1);
                batch.Sources?.MarkGap();
                rejections.Add(outcome.Problem!, source);
                break;
            case IntakeKind.OtherPartition when settings.PartitionsMayChange:
                batch.Sources?.MarkGap();
                break;
        }
    }

    /// <summary>Accounts for contacts of a batch that are done.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="segment">Which contacts, and what became of them.</param>
    /// <param name="stop">Why nothing more is sent; null while things go well.</param>
    public void Add(ContactBatch batch, BatchSegment segment, SendStop? stop)
    {
        Tally.Count(segment.Outcome, segment.Count);
        if (segment.Outcome == ContactOutcome.Accepted && !settings.PassThru)
        {
            return;
        }

        for (int i = segment.Start; i < segment.Start + segment.Count; i++)
        {
            if (segment.Outcome == ContactOutcome.Accepted)
            {
                cmdlet.WriteObject(batch.GetContact(i));
                continue;
            }

            Intake.Forget(batch, i);
            object? source = batch.Sources![i];
            if (segment.Outcome == ContactOutcome.Rejected)
            {
                rejections.Add(ServiceException.ContactRejected(segment.Answer!), source);
            }
            else if (stop!.IsFinal && !rejections.HasFile)
            {
                _unsent.Add(SourceObjects.ToTarget(source));
            }
            else
            {
                ServiceAnswer answer = segment.Answer ?? stop.Answer;
                rejections.Add(new ServiceException(stop.ErrorId, Messages.NotSent(answer), answer), source);
            }
        }
    }

    /// <summary>Accounts for a batch that the user, or -WhatIf, kept from being sent.</summary>
    public void AddDeclined(ContactBatch batch)
    {
        Tally.Count(ContactOutcome.NotSent, batch.Count);

        // A later contact with one of these numbers is to be sent. -WhatIf sends none, and counts duplicates as a run would.
        for (int i = 0; i < batch.Count && !settings.IsWhatIf; i++)
        {
            Intake.Forget(batch, i);
        }
    }

    /// <summary>The summary of the run so far.</summary>
    public ContactSummary Summarize() => ContactSummary.From(Tally, settings.Request);
}
