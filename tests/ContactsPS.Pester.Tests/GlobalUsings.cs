global using ContactsPS.Testing;
global using Xunit;
