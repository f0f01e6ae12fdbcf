using System.Collections.Concurrent;
using System.Collections.ObjectModel;
using System.Globalization;
using System.Management.Automation.Host;

namespace ContactsPS.Tests.Hosting;

/// <summary>A host without a console. It keeps the text that is shown, and answers every question with the same choice.</summary>
public sealed class RecordingHost : PersonlessHost
{
    private readonly RecordingInterface _interface = new();

    /// <summary>The text that was shown outside the streams, such as that of -WhatIf.</summary>
    public IReadOnlyList<string> Shown => [.. _interface.Shown];

    /// <summary>The warnings that were shown outside the streams.</summary>
    public IReadOnlyList<string> Warned => [.. _interface.Warned];

    /// <summary>The questions that were asked.</summary>
    public IReadOnlyList<string> Questions => [.. _interface.Questions];

    /// <summary>The index of the choice that answers every question. Default: 0.</summary>
    public int Answer { get => _interface.Answer; set => _interface.Answer = value; }

    public override CultureInfo CurrentCulture => CultureInfo.CurrentCulture;

    public override CultureInfo CurrentUICulture => CultureInfo.CurrentUICulture;

    public override PSHostUserInterface UI => _interface;

    private sealed class RecordingInterface : PersonlessInterface
    {
        public ConcurrentQueue<string> Shown { get; } = new();

        public ConcurrentQueue<string> Warned { get; } = new();

        public ConcurrentQueue<string> Questions { get; } = new();

        public int Answer { get; set; }

        public override PSHostRawUserInterface? RawUI => null;

        public override void Write(string value) => Shown.Enqueue(value);

        public override void Write(ConsoleColor foregroundColor, ConsoleColor backgroundColor, string value) => Shown.Enqueue(value);

        public override void WriteLine(string value) => Shown.Enqueue(value);

        public override void WriteDebugLine(string message)
        {
            // The tests read the stream.
        }

        public override void WriteErrorLine(string value)
        {
            // The tests read the stream.
        }

        public override void WriteProgress(long sourceId, ProgressRecord record)
        {
            // The tests read the stream.
        }

        public override void WriteVerboseLine(string message)
        {
            // The tests read the stream.
        }

        public override void WriteWarningLine(string message) => Warned.Enqueue(message);

        public override int PromptForChoice(string caption, string message, Collection<ChoiceDescription> choices, int defaultChoice)
        {
            Questions.Enqueue(message);
            return Answer;
        }
    }
}
