using System.Management.Automation;
using System.Runtime.CompilerServices;
using ContactsPS.Client;
using ContactsPS.Errors;
using ContactsPS.Input;

namespace ContactsPS.Runs;

/// <summary>
/// Accounts for each contact of a run. It counts a contact once when it is read and once when its outcome is known, and
/// writes its output or its error. Only the pipeline thread uses it.
/// </summary>
/// <param name="cmdlet">Writes the objects and the errors.</param>
/// <param name="settings">The settings of the run.</param>
/// <param name="rejections">Writes the contacts that were not accepted.</param>
internal sealed class ContactLedger(Cmdlet cmdlet, RunSettings settings, Rejections rejections)
{
    /// <summary>How many different mappings are kept. Objects can have any number of them.</summary>
    private const int MaximumMappings = 10;

    private readonly List<object?> _unsent = [];
    private readonly List<string> _mappings = [];

    /// <summary>The counts.</summary>
    public ContactTally Tally { get; } = new();

    /// <summary>Writes the contacts that were not accepted.</summary>
    public Rejections Rejections => rejections;

    /// <summary>
    /// The sources of the contacts that were not sent. They are the target of one error, the error that ends the run.
    /// An error for each contact would hide that error.
    /// </summary>
    public object?[] Unsent => [.. _unsent];

    /// <summary>Decides which contacts are taken. It remembers the phone numbers of this run.</summary>
    /// <exception cref="ContactsException">DefaultRegionInvalid.</exception>
    public ContactIntake Intake { get; } = new(settings.Intake);

    /// <summary>
    /// The mappings of columns that were added, in one line, and the values for all contacts. Empty when there are none.
    /// </summary>
    public string Mapping => _mappings.Count == 0
        ? string.Empty : $"{string.Join("; then ", _mappings)}.{Messages.FieldsOfAll(settings.Request)}".TrimEnd('.');

    /// <summary>Adds the mapping of a file, or of objects, unless it is known.</summary>
    public void AddMapping(string mapping)
    {
        if (_mappings.Count < MaximumMappings && !_mappings.Contains(mapping))
        {
            _mappings.Add(mapping);
        }
    }

    /// <summary>Accounts for a contact that was read.</summary>
    /// <param name="outcome">The outcome of the intake.</param>
    /// <param name="batch">The open batch.</param>
    /// <param name="source">The source of the contact. Required for a rejected contact only.</param>
    [MethodImpl(HotPath.Compiled)]
    public void Add(IntakeOutcome outcome, ContactBatch batch, object? source)
    {
        switch (outcome.Kind)
        {
            case IntakeKind.Taken:
                Tally.CountRead();
                if (outcome.IsFixedLine)
                {
                    Tally.CountFixedLine();
                }

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
            case IntakeKind.Excluded:
                Tally.CountRead();
                Tally.CountExcluded();
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

    /// <summary>Accounts for contacts of a batch whose outcome is known.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="segment">The contacts, and their outcome.</param>
    /// <param name="stop">Why nothing more is sent. Null when the run has not stopped.</param>
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

    /// <summary>Accounts for a batch that is not sent because of -WhatIf. Duplicates are counted as a run would.</summary>
    public void AddPreviewed(ContactBatch batch) => Tally.Count(ContactOutcome.NotSent, batch.Count);

    /// <summary>Accounts for a batch that is not sent because the user declined it.</summary>
    public void AddDeclined(ContactBatch batch)
    {
        Tally.Count(ContactOutcome.NotSent, batch.Count);

        // A later contact with one of these numbers must be sent.
        for (int i = 0; i < batch.Count; i++)
        {
            Intake.Forget(batch, i);
        }
    }

    /// <summary>Makes the summary of the run so far.</summary>
    public ContactSummary Summarize() => ContactSummary.From(Tally, settings.Request);
}
