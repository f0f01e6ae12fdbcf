using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace ContactsPS.Testing;

/// <summary>A small file system, for tests of a full disk. Only root on Linux can mount one; elsewhere the test is skipped.</summary>
public sealed class SmallDisk : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private SmallDisk()
    {
    }

    /// <summary>The folder where it is mounted.</summary>
    public string Path => _folder.Path;

    /// <summary>Mounts a file system with room for a number of memory pages.</summary>
    public static SmallDisk Mount(int pages)
    {
        var disk = new SmallDisk();
        if (!TryRun("mount", "-t", "tmpfs", "-o", Size(pages), "tmpfs", disk.Path))
        {
            disk._folder.Dispose();
            Assert.Skip("Only root on Linux can mount a file system.");
        }

        return disk;
    }

    /// <summary>Enlarges it to a number of memory pages.</summary>
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
