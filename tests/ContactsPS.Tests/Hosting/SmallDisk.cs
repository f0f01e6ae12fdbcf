using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace ContactsPS.Tests.Hosting;

/// <summary>A disk that is soon full. Only root on Linux can make one; the test is skipped elsewhere.</summary>
public sealed class SmallDisk : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private SmallDisk()
    {
    }

    public string Path => _folder.Path;

    /// <summary>Makes a disk with room for so many pages of memory.</summary>
    public static SmallDisk Mount(int pages)
    {
        var disk = new SmallDisk();
        if (!TryRun("mount", "-t", "tmpfs", "-o", Size(pages), "tmpfs", disk.Path))
        {
            disk._folder.Dispose();
            Assert.Skip("No disk can be made here.");
        }

        return disk;
    }

    /// <summary>Gives it room.</summary>
    public void Grow(int pages) => Assert.True(TryRun("mount", "-o", $"remount,{Size(pages)}", Path));

    public void Dispose()
    {
        TryRun("umount", "--lazy", Path);
        _folder.Dispose();
    }

    private static string Size(int pages) => string.Create(CultureInfo.InvariantCulture, $"size={pages * Environment.SystemPageSize}");

    private static bool TryRun(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true, UseShellExecute = false });
            process!.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            // There is no such program here.
            return false;
        }
    }
}
