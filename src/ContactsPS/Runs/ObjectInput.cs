using System.Collections;
using System.Data;
using System.Management.Automation;
using System.Runtime.CompilerServices;
using System.Xml;
using ContactsPS.Client;
using ContactsPS.Engine;
using ContactsPS.Errors;
using ContactsPS.Input;

namespace ContactsPS.Runs;

/// <summary>Takes the objects of the pipeline, or of a parameter, and adds them to a run.</summary>
internal sealed class ObjectInput : IDisposable
{
    /// <summary>How deep lists in lists are enumerated.</summary>
    private const int MaximumDepth = 32;

    private readonly PSCmdlet _cmdlet;
    private readonly ObjectBinder _binder;
    private readonly CancellationToken _stopToken;

    /// <summary>Prepares to take objects.</summary>
    /// <param name="cmdlet">The cmdlet that the engine binds the objects to.</param>
    /// <param name="run">The run, which this object disposes.</param>
    /// <param name="stopToken">Cancelled when the pipeline is stopped.</param>
    public ObjectInput(PSCmdlet cmdlet, ContactRun run, CancellationToken stopToken)
    {
        _cmdlet = cmdlet;
        _stopToken = stopToken;
        Run = run;
        RunSettings settings = run.Settings;
        _binder = new ObjectBinder(
            settings.PropertyMap, run.Ledger.Intake, columns => ColumnMapping.Write(cmdlet, columns, run));
        UpstreamBuffer.Fill(cmdlet.CommandRuntime, settings.Sending.BatchSize, runsScripts: settings.PropertyMap.Scripts.Count > 0);
    }

    /// <summary>The run.</summary>
    public ContactRun Run { get; }

    /// <summary>
    /// Takes the object that the engine has bound. From the pipeline, it also takes the objects that are queued behind it.
    /// </summary>
    [MethodImpl(HotPath.Compiled)]
    public void AddBound(PSObject? input)
    {
        if (!_cmdlet.MyInvocation.ExpectingInput && LanguagePrimitives.GetEnumerable(input) is { } items)
        {
            // With -InputObject $rows, the pipeline does not enumerate the collection, so the cmdlet does.
            foreach (object? item in items)
            {
                AddEach(item, depth: 1);
            }
        }
        else
        {
            AddEach(input, depth: 0);
            AddQueued();
        }
    }

    /// <summary>Takes one object.</summary>
    [MethodImpl(HotPath.Compiled)]
    public void AddOne(PSObject? input)
    {
        // Errors show the user's own object. The wrapper around a plain .NET object belongs to PowerShell.
        object? source = Unwrapped.Of(input);
        try
        {
            Run.Add(_binder.Add(input, source, Run.OpenBatch), source);
        }
        catch (ContactsException error)
        {
            _cmdlet.Fail(error, input);
        }
    }

    /// <summary>Cancels the requests in progress. Sends nothing.</summary>
    public void Dispose() => Run.Dispose();

    /// <summary>
    /// Takes the objects that are queued behind the object that the engine has bound. After a stop, they are left to
    /// the engine, which ends the pipeline.
    /// </summary>
    [MethodImpl(HotPath.Compiled)]
    private void AddQueued()
    {
        if (!_cmdlet.MyInvocation.ExpectingInput)
        {
            return;
        }

        while (!_stopToken.IsCancellationRequested && QueuedInput.TryTake(_cmdlet.CommandRuntime, out PSObject? input))
        {
            AddEach(input, depth: 0);
        }
    }

    /// <summary>
    /// Takes a contact, or each contact of a list that came as one object: Invoke-RestMethod and Write-Output -NoEnumerate
    /// write such lists, and one may hold others.
    /// </summary>
    [MethodImpl(HotPath.Compiled)]
    private void AddEach(object? input, int depth)
    {
        // A list that holds itself ends as a contact without a number.
        if (depth < MaximumDepth && FindItems(Unwrapped.Of(input)) is { } items)
        {
            foreach (object? item in items)
            {
                if (_stopToken.IsCancellationRequested)
                {
                    throw new PipelineStoppedException();
                }

                AddEach(item, depth + 1);
            }

            return;
        }

        AddOne(input is null ? null : PSObject.AsPSObject(input));
    }

    /// <summary>
    /// The items of a list of any kind. Null for one contact: the engine doesn't enumerate dictionaries, texts and XML
    /// either.
    /// </summary>
    [MethodImpl(HotPath.Compiled)]
    private static IEnumerable? FindItems(object? value) => value switch
    {
        string or IDictionary or IDictionary<string, object?> or XmlNode => null,
        IEnumerable items => items,
        DataTable table => table.Rows,
        _ => null,
    };
}
