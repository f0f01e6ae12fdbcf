namespace ContactsPS.Pester.Tests;

/// <summary>The result of a Pester test, or of a block or a file that failed.</summary>
/// <param name="Name">The names of the blocks and of the test, or the path of the file.</param>
/// <param name="Outcome">What Pester calls it: Passed, Failed, Skipped and so on.</param>
/// <param name="Message">The errors, each with the lines of the tests that it comes from.</param>
public sealed record PesterResult(string Name, string Outcome, string Message);
