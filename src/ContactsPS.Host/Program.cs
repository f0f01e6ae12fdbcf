using System.Management.Automation;
using System.Reflection;
using Microsoft.PowerShell;

const string PathVariable = "PSModulePath";

// A shell for one checkout reports nothing to anyone, and isn't updated by itself.
Environment.SetEnvironmentVariable("POWERSHELL_TELEMETRY_OPTOUT", "1");
Environment.SetEnvironmentVariable("POWERSHELL_UPDATECHECK", "Off");

// The module of this checkout comes first on the path. PowerShell puts the user's own modules first, and a ContactsPS that
// is installed there would hide this one. The tests of a package give the folder in which it was unpacked.
string modulePath = Environment.GetEnvironmentVariable("CONTACTSPS_MODULE_PATH") is { Length: > 0 } unpacked
    ? unpacked
    : Assembly.GetExecutingAssembly()
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "ModulePath").Value!;
string? givenPath = Environment.GetEnvironmentVariable(PathVariable);
if (givenPath?.Split(Path.PathSeparator)[0] != modulePath)
{
    string usualPath = ModuleIntrinsics.GetModulePath(
        givenPath,
        Environment.GetEnvironmentVariable(PathVariable, EnvironmentVariableTarget.Machine),
        Environment.GetEnvironmentVariable(PathVariable, EnvironmentVariableTarget.User));
    Environment.SetEnvironmentVariable(PathVariable, modulePath + Path.PathSeparator + usualPath);
}

return UnmanagedPSEntry.Start(args, args.Length);
