using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace ContactsPS.Client;

/// <summary>
/// The phone numbers that must never be sent, such as those of people who opted out. They are read from files with
/// <see cref="Add"/> before a run. A set takes about 16 to 35 bytes for each number.
/// </summary>
public sealed class ExcludedNumbers
{
    private readonly DuplicateFilter _numbers = new();
    private readonly PhoneNumberNormalizer _normalizer;

    /// <summary>Creates an empty set.</summary>
    /// <param name="defaultRegion">The country of national numbers. Default: null, they can't be read.</param>
    /// <exception cref="ContactsException">DefaultRegionInvalid.</exception>
    public ExcludedNumbers(string? defaultRegion = null) => _normalizer = new PhoneNumberNormalizer(defaultRegion);

    /// <summary>The number of different phone numbers.</summary>
    public int Count => _numbers.Count;

    /// <summary>Adds the numbers of a file. <see cref="ExclusionFile"/> says how it is read.</summary>
    /// <param name="path">The path of the file.</param>
    /// <param name="cancellationToken">Cancels the read, with an OperationCanceledException.</param>
    /// <returns>What was read.</returns>
    /// <exception cref="IOException">The file can't be read.</exception>
    /// <exception cref="UnauthorizedAccessException">Access to the file is denied.</exception>
    /// <exception cref="ContactsException">
    /// ExclusionFileInvalid: it is not known where the numbers are, or a number can't be read.
    /// </exception>
    public ExclusionReport Add(string path, CancellationToken cancellationToken) =>
        new ExclusionFile(path, _normalizer, _numbers).Read(cancellationToken);

    /// <summary>Whether a number must not be sent.</summary>
    /// <param name="e164">A number in E.164.</param>
    public bool Contains(ReadOnlySpan<char> e164) => _numbers.Contains(e164);

    /// <summary>
    /// Describes the set for a journal: the count, and the SHA-256 of the sorted numbers. So the order of the numbers, and
    /// the files that they are in, make no difference.
    /// </summary>
    public string Describe()
    {
        byte[] hash = SHA256.HashData(MemoryMarshal.AsBytes<ulong>(_numbers.Sort()));
        return FormattableString.Invariant($"{Count} numbers, sha256 {Convert.ToHexStringLower(hash)}");
    }
}
