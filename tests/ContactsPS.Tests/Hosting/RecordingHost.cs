using System.Collections.Concurrent;
using System.Collections.ObjectModel;
using System.Globalization;
using System.Management.Automation.Host;
using System.Security;

namespace ContactsPS.Tests.Hosting;

/// <summary>Stands for the person at the console: keeps what is shown, and answers each question with the first choice.</summary>
public sealed class RecordingHost : PSHost
{
    private readonly RecordingInterface _interface = new();

    /// <summary>What was shown beside the streams: what -WhatIf says.</summary>
    public IReadOnlyList<string> Shown => [.. _interface.Shown];

    /// <summary>What was asked.</summary>
    public IReadOnlyList<string> Questions => [.. _interface.Questions];

    /// <summary>The place of the choice that is given as the answer.</summary>
    public int Answer { get => _interface.Answer; set => _interface.Answer = value; }

    public override CultureInfo CurrentCulture => CultureInfo.CurrentCulture;

    public override CultureInfo CurrentUICulture => CultureInfo.CurrentUICulture;

    public override Guid InstanceId { get; } = Guid.NewGuid();

    public override string Name => nameof(RecordingHost);

    public override PSHostUserInterface UI => _interface;

    public override Version Version => new(1, 0);

    public override void EnterNestedPrompt() => throw new NotSupportedException();

    public override void ExitNestedPrompt() => throw new NotSupportedException();

    public override void NotifyBeginApplication()
    {
        // Nothing to do.
    }

    public override void NotifyEndApplication()
    {
        // Nothing to do.
    }

    public override void SetShouldExit(int exitCode)
    {
        // The tests go on.
    }

    private sealed class RecordingInterface : PSHostUserInterface
    {
        public ConcurrentQueue<string> Shown { get; } = new();

        public ConcurrentQueue<string> Questions { get; } = new();

        public int Answer { get; set; }

        public override PSHostRawUserInterface? RawUI => null;

        public override void Write(string value) => Shown.Enqueue(value);

        public override void Write(ConsoleColor foregroundColor, ConsoleColor backgroundColor, string value) => Shown.Enqueue(value);

        public override void WriteLine(string value) => Shown.Enqueue(value);

        public override void WriteDebugLine(string message)
        {
            // The stream has it.
        }

        public override void WriteErrorLine(string value)
        {
            // The stream has it.
        }

        public override void WriteProgress(long sourceId, ProgressRecord record)
        {
            // The stream has it.
        }

        public override void WriteVerboseLine(string message)
        {
            // The stream has it.
        }

        public override void WriteWarningLine(string message)
        {
            // The stream has it.
        }

        public override int PromptForChoice(string caption, string message, Collection<ChoiceDescription> choices, int defaultChoice)
        {
            Questions.Enqueue(message);
            return Answer;
        }

        public override Dictionary<string, PSObject> Prompt(string caption, string message, Collection<FieldDescription> descriptions) =>
            throw new HostException(message);

        public override PSCredential PromptForCredential(string caption, string message, string userName, string targetName) =>
            throw new HostException(message);

        public override PSCredential PromptForCredential(
            string caption, string message, string userName, string targetName, PSCredentialTypes allowedCredentialTypes, PSCredentialUIOptions options) =>
            throw new HostException(message);

        public override string ReadLine() => throw new NotSupportedException();

        public override SecureString ReadLineAsSecureString() => throw new NotSupportedException();
    }
}
