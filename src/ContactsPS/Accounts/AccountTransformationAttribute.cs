using System.Management.Automation;
using ContactsPS.Errors;
using ContactsPS.Input;

namespace ContactsPS.Accounts;

/// <summary>Accepts an account by its name, or as the object that Connect-ContactsAccount -PassThru returns.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class AccountTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        object? value = Unwrapped.Of(inputData);
        return value is string name
            ? RunspaceState.Current.Find(name)
                ?? throw new ArgumentTransformationMetadataException(Messages.AccountNotFound(name))
            : value;
    }
}
