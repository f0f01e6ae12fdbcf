using System.Reflection;
using System.Runtime.Loader;

namespace ContactsPS.Loading;

/// <summary>
/// The load context for the module's own copies of its dependencies. Another module in the process may have loaded
/// other versions of the same assemblies. The two modules don't affect each other.
/// </summary>
internal sealed class DependencyLoadContext() : AssemblyLoadContext("ContactsPS")
{
    private static readonly string s_directory =
        Path.Combine(Path.GetDirectoryName(typeof(DependencyLoadContext).Assembly.Location)!, "dependencies");

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        string path = Path.Combine(s_directory, assemblyName.Name + ".dll");
        return File.Exists(path) ? LoadFromAssemblyPath(path) : null;
    }
}
