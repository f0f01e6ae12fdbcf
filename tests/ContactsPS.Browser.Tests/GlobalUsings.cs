global using ContactsPS.Testing;
global using Microsoft.Playwright;
global using Xunit;
