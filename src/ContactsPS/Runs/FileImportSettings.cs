using ContactsPS.Client;

namespace ContactsPS.Runs;

/// <summary>How to read the files of an import, and which files to write.</summary>
/// <param name="Reading">How to read the files.</param>
/// <param name="JournalPath">The path of the journal. Null for no journal.</param>
/// <param name="RejectedPath">The path of the rejects file. Null when rejected rows are error records.</param>
internal sealed record FileImportSettings(ContactFileOptions Reading, string? JournalPath, string? RejectedPath);
