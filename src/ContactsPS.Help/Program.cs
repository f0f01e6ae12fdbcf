using ContactsPS.Help;

// Makes what Get-Help reads from the pages in docs/. The build of the module runs it: ContactsPS.Help <docs> <en-US>.
// A page that doesn't have the right form is an error of the build, at its line.
if (args is not [string pages, string target])
{
    Console.Error.WriteLine("Usage: ContactsPS.Help <folder of the pages> <folder for the help files>");
    return 2;
}

try
{
    HelpFolder.Write(pages, target);
    return 0;
}
catch (PageException error)
{
    // The form that MSBuild recognises as an error of a file.
    Console.Error.WriteLine($"{error.Path}({error.Line}): error HELP: {error.Message}");
    return 1;
}
