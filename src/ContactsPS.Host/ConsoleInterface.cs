using System.Collections.ObjectModel;
using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Management.Automation.Internal;
using System.Security;

namespace ContactsPS.Host;

/// <summary>Writes what a script writes: objects to the output, everything else to the errors, progress in a terminal.</summary>
internal sealed class ConsoleInterface(TextWriter output, TextWriter errors) : PSHostUserInterface
{
    private const string NoQuestions = "This host can't ask. Pass what is needed as parameters.";

    private bool _hasProgress;

    public override PSHostRawUserInterface RawUI { get; } = new ConsoleMeasures();

    public override bool SupportsVirtualTerminal => !Console.IsOutputRedirected;

    public override void Write(string value) => Show(output, value, newLine: false);

    public override void Write(ConsoleColor foregroundColor, ConsoleColor backgroundColor, string value) => Write(value);

    public override void WriteLine(string value) => Show(output, value, newLine: true);

    public override void WriteErrorLine(string value) => Show(errors, value, newLine: true);

    public override void WriteDebugLine(string message) => Show(errors, $"DEBUG: {message}", newLine: true);

    public override void WriteVerboseLine(string message) => Show(errors, $"VERBOSE: {message}", newLine: true);

    public override void WriteWarningLine(string message) => Show(errors, $"WARNING: {message}", newLine: true);

    public override void WriteProgress(long sourceId, ProgressRecord record)
    {
        if (Console.IsErrorRedirected)
        {
            return;
        }

        ClearProgress();
        if (record.RecordType == ProgressRecordType.Processing)
        {
            string share = record.PercentComplete < 0
                ? string.Empty : string.Create(CultureInfo.CurrentCulture, $" {record.PercentComplete}%");
            string line = $"{record.Activity}{share}: {record.StatusDescription}";
            errors.Write(line[..Math.Min(line.Length, Math.Max(0, RawUI.BufferSize.Width - 1))]);
            _hasProgress = true;
        }
    }

    public override Dictionary<string, PSObject> Prompt(string caption, string message, Collection<FieldDescription> descriptions) =>
        throw new HostException(NoQuestions);

    public override int PromptForChoice(string caption, string message, Collection<ChoiceDescription> choices, int defaultChoice) =>
        throw new HostException(NoQuestions);

    public override PSCredential PromptForCredential(string caption, string message, string userName, string targetName) =>
        throw new HostException(NoQuestions);

    public override PSCredential PromptForCredential(
        string caption, string message, string userName, string targetName, PSCredentialTypes allowedCredentialTypes, PSCredentialUIOptions options) =>
        throw new HostException(NoQuestions);

    public override string ReadLine() => throw new HostException(NoQuestions);

    public override SecureString ReadLineAsSecureString() => throw new HostException(NoQuestions);

    private void Show(TextWriter writer, string value, bool newLine)
    {
        ClearProgress();

        // What the engine lays out is decorated for a terminal; a file or another program is to get the text alone.
        bool isRedirected = writer == output ? Console.IsOutputRedirected : Console.IsErrorRedirected;
        writer.Write(isRedirected ? new StringDecorated(value).ToString(OutputRendering.PlainText) : value);
        if (newLine)
        {
            writer.WriteLine();
        }
    }

    /// <summary>Takes the progress line away, so that what comes next begins on a clean one.</summary>
    private void ClearProgress()
    {
        if (_hasProgress)
        {
            errors.Write("\r\u001b[K");
            _hasProgress = false;
        }
    }
}
