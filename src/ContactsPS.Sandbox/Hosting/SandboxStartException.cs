namespace ContactsPS.Sandbox.Hosting;

/// <summary>The sandbox can't start; the message is one line, fit to be shown as it is.</summary>
internal sealed class SandboxStartException(string message, Exception? reason = null) : Exception(message, reason);
