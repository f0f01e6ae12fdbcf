using System.Runtime.CompilerServices;
using System.Text;

namespace ContactsPS.Client;

/// <summary>
/// Decides the outcome of each contact before it is sent: it is taken, rejected, excluded, a duplicate, in another
/// partition, or known from the journal. A contact that is taken is opened on a batch, with its normalised phone number. One instance
/// is used for a whole run, because it remembers the phone numbers to skip duplicates. This class is not thread-safe.
/// </summary>
public sealed class ContactIntake
{
    /// <summary>The line number of a contact that doesn't come from a file.</summary>
    public const long NoLine = 0;

    private readonly PhoneNumberNormalizer? _normalizer;
    private readonly DuplicateFilter? _seen;
    private readonly Partition? _partition;
    private readonly ExcludedNumbers? _excluded;
    private readonly ImportJournal? _journal;
    private readonly bool _mobileOnly;

    /// <summary>Whether a contact with a valid number can be left out.</summary>
    private readonly bool _remembers;

    /// <summary>Creates an intake.</summary>
    /// <exception cref="ContactsException">DefaultRegionInvalid.</exception>
    /// <exception cref="ArgumentException">Numbers that are not checked can't be compared with excluded numbers.</exception>
    public ContactIntake(IntakeOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options is { SkipValidation: true, Excluded: not null })
        {
            throw new ArgumentException("Numbers that are not checked can't be compared with excluded numbers.", nameof(options));
        }

        _normalizer = options.SkipValidation ? null : new PhoneNumberNormalizer(options.DefaultRegion);
        _mobileOnly = options.MobileOnly;
        _partition = options.Partition;
        _seen = options.SkipDuplicate ? new DuplicateFilter() : null;
        _excluded = options.Excluded is { Count: > 0 } excluded ? excluded : null;
        _remembers = _partition is not null || _seen is not null || _excluded is not null;
    }

    private ContactIntake(ContactIntake run, ImportJournal journal)
    {
        _normalizer = run._normalizer;
        _seen = run._seen;
        _mobileOnly = run._mobileOnly;
        _partition = run._partition;
        _excluded = run._excluded;
        _journal = journal;
        _remembers = true;
    }

    /// <summary>Creates the intake of a file with a journal. It shares the phone numbers of the run.</summary>
    /// <param name="journal">The outcomes of the rows of the file in earlier runs.</param>
    public ContactIntake WithJournal(ImportJournal journal)
    {
        ArgumentNullException.ThrowIfNull(journal);
        return new ContactIntake(this, journal);
    }

    /// <summary>Opens a contact on a batch. See <see cref="Open(ContactBatch, ReadOnlySpan{char}, long)"/>.</summary>
    /// <param name="batch">A batch that is not full.</param>
    /// <param name="phoneNumber">The number as it was written, in UTF-8.</param>
    /// <param name="line">The line that the row begins on, or <see cref="NoLine"/>.</param>
    [MethodImpl(HotPath.Compiled)]
    public IntakeOutcome Open(ContactBatch batch, ReadOnlySpan<byte> phoneNumber, long line)
    {
        ArgumentNullException.ThrowIfNull(batch);
        if (_normalizer is null)
        {
            return Open(batch, Encoding.UTF8.GetString(phoneNumber), line);
        }

        var buffer = default(NumberBuffer);
        Span<byte> e164 = buffer;
        PhoneNumberStatus status = Check(_normalizer.Normalize(phoneNumber, e164, out int length, out NumberKind kind), kind);
        if (status != PhoneNumberStatus.Ok)
        {
            return RejectNumber(status, Encoding.UTF8.GetString(phoneNumber), line);
        }

        e164 = e164[..length];
        if (_remembers && FindLeftOut(e164, line) is { } outcome)
        {
            return outcome;
        }

        batch.Begin(e164);
        return TakenAs(kind);
    }

    /// <summary>
    /// Opens a contact on a batch. When the outcome is <see cref="IntakeOutcome.Taken"/>, the caller writes its other
    /// fields and commits it: <see cref="ContactBatch.Begin(ReadOnlySpan{char})"/>.
    /// </summary>
    /// <param name="batch">A batch that is not full.</param>
    /// <param name="phoneNumber">The number as it was written.</param>
    /// <param name="line">The line that the row begins on, or <see cref="NoLine"/>.</param>
    [MethodImpl(HotPath.Compiled)]
    public IntakeOutcome Open(ContactBatch batch, ReadOnlySpan<char> phoneNumber, long line)
    {
        ArgumentNullException.ThrowIfNull(batch);
        Span<char> e164 = stackalloc char[PhoneNumberNormalizer.MaximumLength];
        PhoneNumberStatus status = Normalize(phoneNumber, e164, out ReadOnlySpan<char> number, out NumberKind kind);
        if (status != PhoneNumberStatus.Ok)
        {
            return RejectNumber(status, phoneNumber.ToString(), line);
        }

        if (_remembers && FindLeftOut(number, line) is { } outcome)
        {
            return outcome;
        }

        batch.Begin(number);
        return TakenAs(kind);
    }

    /// <summary>Rejects a contact that can't be read.</summary>
    /// <param name="problem">Why.</param>
    /// <param name="line">The line that the row begins on, or <see cref="NoLine"/>.</param>
    /// <returns>
    /// Rejected or OtherPartition. A row without a valid phone number belongs to the partition of its line.
    /// </returns>
    public IntakeOutcome Reject(ContactsException problem, long line) =>
        IsOfOtherPartition(line) ? IntakeOutcome.OtherPartition : IntakeOutcome.Rejected(problem);

    /// <summary>
    /// Rejects a contact whose fields couldn't be computed. If an earlier run could compute and send them, the outcome
    /// in the journal is used instead.
    /// </summary>
    /// <param name="problem">Why.</param>
    /// <param name="phoneNumber">The number as it was written. Null when it couldn't be computed.</param>
    /// <param name="line">The line that the row begins on, or <see cref="NoLine"/>.</param>
    public IntakeOutcome RejectUnlessKnown(ContactsException problem, string? phoneNumber, long line)
    {
        if (_journal?.FindRejection(line) is { } refusal)
        {
            return RejectRefused(refusal);
        }

        if (_journal?.IsAccepted(line) != true)
        {
            return Reject(problem, line);
        }

        // The next contact with this number is a duplicate, so the number is remembered.
        Span<char> e164 = stackalloc char[PhoneNumberNormalizer.MaximumLength];
        if (_seen is not null && Normalize(phoneNumber, e164, out ReadOnlySpan<char> number, out _) == PhoneNumberStatus.Ok)
        {
            _seen.Add(number);
        }

        return IntakeOutcome.AcceptedBefore;
    }

    /// <summary>
    /// Forgets the number of a contact that was not accepted. The next contact with this number is not a duplicate.
    /// </summary>
    public void Forget(ContactBatch batch, int index)
    {
        ArgumentNullException.ThrowIfNull(batch);
        _seen?.Remove(batch.GetContact(index).PhoneNumber);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static IntakeOutcome TakenAs(NumberKind kind) =>
        kind == NumberKind.FixedLine ? IntakeOutcome.TakenFixedLine : IntakeOutcome.Taken;

    private static IntakeOutcome RejectRefused(ServiceAnswer refusal) =>
        IntakeOutcome.Rejected(ServiceException.ContactRejected(refusal));

    [MethodImpl(HotPath.Compiled)]
    private PhoneNumberStatus Normalize(ReadOnlySpan<char> text, Span<char> e164, out ReadOnlySpan<char> number, out NumberKind kind)
    {
        kind = NumberKind.None;
        if (_normalizer is null)
        {
            number = text.Trim();
            return number.IsEmpty ? PhoneNumberStatus.Missing : PhoneNumberStatus.Ok;
        }

        PhoneNumberStatus status = _normalizer.Normalize(text, e164, out int length, out kind);
        number = e164[..length];
        return Check(status, kind);
    }

    /// <summary>
    /// Refuses a number that is known to be no mobile's, if only those are taken. A number whose kind isn't known is taken:
    /// new ranges of a country are in use before libphonenumber knows them.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private PhoneNumberStatus Check(PhoneNumberStatus status, NumberKind kind) =>
        _mobileOnly && status == PhoneNumberStatus.Ok && (kind is NumberKind.FixedLine or NumberKind.Other)
            ? PhoneNumberStatus.NotMobile : status;

    private IntakeOutcome RejectNumber(PhoneNumberStatus status, string text, long line) =>
        IsOfOtherPartition(line) ? IntakeOutcome.OtherPartition : IntakeOutcome.Rejected(new PhoneNumberException(status, text));

    private IntakeOutcome? FindLeftOut(ReadOnlySpan<byte> e164, long line)
    {
        Span<char> number = stackalloc char[PhoneNumberNormalizer.MaximumLength];
        return FindLeftOut(number[..Encoding.ASCII.GetChars(e164, number)], line);
    }

    /// <summary>Why a contact with a valid number is not taken. Null when it is taken.</summary>
    private IntakeOutcome? FindLeftOut(ReadOnlySpan<char> number, long line)
    {
        if (_partition?.Owns(number) == false)
        {
            return IntakeOutcome.OtherPartition;
        }

        if (_excluded?.Contains(number) == true)
        {
            return IntakeOutcome.Excluded;
        }

        if (_seen?.Add(number) == false)
        {
            return IntakeOutcome.Duplicate;
        }

        return _journal is null ? null : FindBefore(line);
    }

    private bool IsOfOtherPartition(long line) => line != NoLine && _partition?.Owns(line) == false;

    /// <summary>
    /// Finds the outcome in the journal for the contact whose number was just added. Null when there is none.
    /// </summary>
    private IntakeOutcome? FindBefore(long line)
    {
        if (_journal!.FindRejection(line) is { } refusal)
        {
            // The service refused this contact, so the next contact with this number is not a duplicate.
            _seen?.RemoveLast();
            return RejectRefused(refusal);
        }

        return _journal.IsAccepted(line) ? IntakeOutcome.AcceptedBefore : null;
    }

    /// <summary>Room for a number in E.164.</summary>
    [InlineArray(PhoneNumberNormalizer.MaximumLength)]
    private struct NumberBuffer
    {
        private byte _first;
    }
}
