global using System.Management.Automation;
global using ContactsPS.Testing;
global using ContactsPS.Tests.Hosting;
global using Xunit;
