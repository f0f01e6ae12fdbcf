using System.Runtime.CompilerServices;
using System.Text;

namespace ContactsPS.Client;

/// <summary>What is done with the phone numbers of a run.</summary>
/// <param name="DefaultRegion">The country national numbers belong to (ISO 3166-1, two letters); null: they are refused.</param>
/// <param name="SkipValidation">Send numbers as they are written, blanks around them aside.</param>
/// <param name="SkipDuplicate">Leave out a contact whose number was read before.</param>
/// <param name="Partition">The share of the contacts to take; null: all.</param>
public sealed record PhoneNumberOptions(
    string? DefaultRegion = null, bool SkipValidation = false, bool SkipDuplicate = false, Partition? Partition = null);

/// <summary>
/// Opens contacts on batches, each with its phone number normalised and checked. One serves a whole run, because it
/// remembers the numbers where duplicates are to be left out.
/// </summary>
public sealed class PhoneNumberIntake
{
    /// <summary>What phone numbers are not longer than, however people write them.</summary>
    private const int UsualLength = 32;

    private readonly PhoneNumberNormalizer? _normalizer;
    private readonly DuplicateFilter? _seen;
    private readonly Partition? _partition;

    /// <summary>Makes an intake.</summary>
    /// <exception cref="ContactsException">DefaultRegionInvalid.</exception>
    public PhoneNumberIntake(PhoneNumberOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _normalizer = options.SkipValidation ? null : new PhoneNumberNormalizer(options.DefaultRegion);
        _partition = options.Partition;
        _seen = options.SkipDuplicate ? new DuplicateFilter() : null;
    }

    /// <summary>
    /// Forgets the number of a contact that was not accepted after all: the next one of that number is no duplicate.
    /// </summary>
    public void Forget(ContactBatch batch, int index)
    {
        ArgumentNullException.ThrowIfNull(batch);
        _seen?.Remove(batch.GetContact(index).PhoneNumber);
    }

    /// <summary>Forgets the number of the contact that was opened last, for the same reason.</summary>
    public void ForgetLast() => _seen?.RemoveLast();

    /// <summary>Opens a contact on a batch, as <see cref="Begin(ContactBatch, ReadOnlySpan{char})"/> does.</summary>
    /// <param name="batch">A batch that is not full.</param>
    /// <param name="phoneNumber">The number as it was written, in UTF-8.</param>
    [MethodImpl(HotPath.Compiled)]
    public IntakeStatus Begin(ContactBatch batch, ReadOnlySpan<byte> phoneNumber)
    {
        Span<char> text = phoneNumber.Length <= UsualLength ? stackalloc char[UsualLength] : new char[phoneNumber.Length];
        return Begin(batch, text[..Encoding.UTF8.GetChars(phoneNumber, text)]);
    }

    /// <summary>Opens a contact on a batch, where its number allows it; see <see cref="ContactBatch.Begin"/>.</summary>
    /// <param name="batch">A batch that is not full.</param>
    /// <param name="phoneNumber">The number as it was written.</param>
    [MethodImpl(HotPath.Compiled)]
    public IntakeStatus Begin(ContactBatch batch, ReadOnlySpan<char> phoneNumber)
    {
        ArgumentNullException.ThrowIfNull(batch);
        Span<char> e164 = stackalloc char[PhoneNumberNormalizer.MaximumLength];
        scoped ReadOnlySpan<char> number;
        if (_normalizer is null)
        {
            number = phoneNumber.Trim();
            if (number.IsEmpty)
            {
                return IntakeStatus.PhoneNumberMissing;
            }
        }
        else
        {
            PhoneNumberStatus status = _normalizer.Normalize(phoneNumber, e164, out int length);
            if (status != PhoneNumberStatus.Ok)
            {
                return status switch
                {
                    PhoneNumberStatus.Missing => IntakeStatus.PhoneNumberMissing,
                    PhoneNumberStatus.NoRegion => IntakeStatus.PhoneNumberNational,
                    _ => IntakeStatus.PhoneNumberInvalid,
                };
            }

            number = e164[..length];
        }

        if (_partition?.Owns(number) == false)
        {
            return IntakeStatus.NotMine;
        }

        if (_seen?.Add(number) == false)
        {
            return IntakeStatus.Duplicate;
        }

        batch.Begin(number);
        return IntakeStatus.Opened;
    }
}
