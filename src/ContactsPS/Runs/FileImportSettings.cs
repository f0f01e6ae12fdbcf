using ContactsPS.Client;

namespace ContactsPS.Runs;

/// <summary>How the files of an import are read, and what is written beside them.</summary>
/// <param name="Reading">How they are read.</param>
/// <param name="JournalPath">The journal of the run; null for none.</param>
/// <param name="RejectedPath">The file of the rows that were not accepted; null for none, they are error records.</param>
internal sealed record FileImportSettings(ContactFileOptions Reading, string? JournalPath, string? RejectedPath);
