using System.Management.Automation;
using System.Reflection;
using System.Runtime.Loader;

namespace ContactsPS.Loading;

/// <summary>
/// Called by PowerShell when the module is imported into a runspace and when it is removed. While the module is
/// imported in any runspace, the assembly ContactsPS.Client is loaded in a separate load context. It is the only
/// assembly that the cmdlets request by name. All its dependencies are loaded in the same context.
/// </summary>
public sealed class ModuleLifetime : IModuleAssemblyInitializer, IModuleAssemblyCleanup
{
    private const string ClientAssembly = "ContactsPS.Client";

    private static readonly Lock s_lock = new();
    private static readonly DependencyLoadContext s_dependencies = new();
    private static int s_imports;

    /// <inheritdoc/>
    public void OnImport()
    {
        lock (s_lock)
        {
            if (s_imports++ == 0)
            {
                AssemblyLoadContext.Default.Resolving += Resolve;
            }
        }
    }

    /// <inheritdoc/>
    public void OnRemove(PSModuleInfo psModuleInfo)
    {
        lock (s_lock)
        {
            if (--s_imports == 0)
            {
                AssemblyLoadContext.Default.Resolving -= Resolve;
            }
        }
    }

    private static Assembly? Resolve(AssemblyLoadContext context, AssemblyName name) =>
        name.Name == ClientAssembly ? s_dependencies.LoadFromAssemblyName(name) : null;
}
