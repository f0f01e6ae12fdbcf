using System.Management.Automation;
using ContactsPS.Errors;
using ContactsPS.Input;

namespace ContactsPS.Accounts;

/// <summary>Lets an account be given by its name as well as by the object that Connect-ContactsAccount -PassThru gives.</summary>
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
