global using System.Management.Automation;
global using ContactsPS.Tests.Hosting;
global using Xunit;
