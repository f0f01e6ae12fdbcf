namespace ContactsPS.Sandbox.Hosting;

/// <summary>The sandbox can't start. The message is one line, which can be shown to users.</summary>
internal sealed class SandboxStartException(string message, Exception? reason = null) : Exception(message, reason);
