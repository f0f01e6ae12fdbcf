using System.Runtime.CompilerServices;
using ContactsPS.Client;

// The client library loads in a load context of its own, in which PowerShell doesn't look for types. It looks in this
// assembly, which forwards it to them. So [ContactsPS.Client.Contact] works in a script, and in the parameters of a mock,
// and nothing is loaded before it is used.
[assembly: TypeForwardedTo(typeof(Contact))]
[assembly: TypeForwardedTo(typeof(ContactField))]
[assembly: TypeForwardedTo(typeof(ContactsAccount))]
[assembly: TypeForwardedTo(typeof(ContactsException))]
[assembly: TypeForwardedTo(typeof(ContactSummary))]
[assembly: TypeForwardedTo(typeof(ErrorIds))]
[assembly: TypeForwardedTo(typeof(Partition))]
[assembly: TypeForwardedTo(typeof(PhoneNumberException))]
[assembly: TypeForwardedTo(typeof(PhoneNumberStatus))]
[assembly: TypeForwardedTo(typeof(ServiceAnswer))]
[assembly: TypeForwardedTo(typeof(ServiceException))]
[assembly: TypeForwardedTo(typeof(WalletBalance))]
