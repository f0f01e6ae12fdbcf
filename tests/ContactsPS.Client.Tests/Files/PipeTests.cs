using System.Diagnostics;
using System.Text;

namespace ContactsPS.Client.Tests;

/// <summary>Streams and pipes, which can be read only once and whose length is unknown; and files that another process has open.</summary>
public sealed class PipeTests
{
    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(10);

    [Fact]
    public void A_stream_that_cannot_seek_is_read_and_closed()
    {
        var stream = new DrippingStream(Encoding.UTF8.GetBytes("phone;name\n1;Zoé\n2;b\n"), 7);
        using (var reader = new DelimitedFileReader(stream))
        {
            Assert.Null(reader.Progress);
            Assert.Equal(["2: 1 | Zoé", "3: 2 | b"], FileTexts.Rows(reader));
        }

        Assert.True(stream.IsClosed);
    }

    [Fact]
    public void Progress_rises_to_one()
    {
        using var folder = new TemporaryFolder();
        string file = folder.Write("contacts.csv", "phone,name\n" + string.Concat(Enumerable.Repeat("+33612345678,Zoé\n", 50_000)));
        using var reader = DelimitedFileReader.Open(file, cancellationToken: TestContext.Current.CancellationToken);
        double last = reader.Progress!.Value;
        Assert.InRange(last, 0, 0.9);
        while (reader.Read())
        {
            Assert.InRange(reader.Progress!.Value, last, 1);
            last = reader.Progress.Value;
        }

        Assert.Equal(1, last);
    }

    [Fact]
    public void A_file_can_be_read_while_it_is_open_for_writing()
    {
        using var folder = new TemporaryFolder();
        string file = folder.Write("contacts.csv", "phone,name\n1,a\n");
        using FileStream writer = new(file, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);

        using var reader = DelimitedFileReader.Open(file, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(["2: 1 | a"], FileTexts.Rows(reader));
    }

    [Fact]
    public async Task A_pipe_is_read_to_its_end()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no pipes in its file system.");
        using var folder = new TemporaryFolder();
        string pipe = folder.MakePipe("contacts.pipe");

        // Opening a pipe waits until the other end is opened too.
        Task writing = Task.Run(() => File.WriteAllText(pipe, "phone;name\n1;a\n2;b\n"), TestContext.Current.CancellationToken);

        List<string> rows = await Task.Run(
            () =>
            {
                using var reader = DelimitedFileReader.Open(pipe, cancellationToken: TestContext.Current.CancellationToken);
                return FileTexts.Rows(reader);
            },
            TestContext.Current.CancellationToken).WaitAsync(s_longest, TestContext.Current.CancellationToken);
        await writing;

        Assert.Equal(["2: 1 | a", "3: 2 | b"], rows);
    }

    [Fact]
    public async Task Reading_a_pipe_without_data_can_be_cancelled()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no pipes in its file system.");
        using var folder = new TemporaryFolder();
        string pipe = folder.MakePipe("contacts.pipe");

        // Open for reading and writing, so that the pipe has a writer, which writes nothing.
        using FileStream held = new(pipe, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
        using var given = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        var waited = Stopwatch.StartNew();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => OpenAsync(pipe, given.Token).WaitAsync(s_longest, TestContext.Current.CancellationToken));

        Assert.InRange(waited.Elapsed, TimeSpan.FromMilliseconds(150), TimeSpan.FromSeconds(2));
        held.Write("x"u8);
        held.Flush();
    }

    [Fact]
    public async Task Opening_a_pipe_without_a_writer_can_be_cancelled()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no pipes in its file system.");
        using var folder = new TemporaryFolder();
        string pipe = folder.MakePipe("contacts.pipe");
        using var given = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        Task opening = OpenAsync(pipe, given.Token);
        try
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => opening.WaitAsync(TimeSpan.FromSeconds(3), TestContext.Current.CancellationToken));
        }
        finally
        {
            // Releases the thread that may still be opening the pipe.
            using FileStream writer = new(pipe, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
            await Task.WhenAny(opening);
        }
    }

    private static Task OpenAsync(string path, CancellationToken cancellationToken) => Task.Run(
        () =>
        {
            using var reader = DelimitedFileReader.Open(path, cancellationToken: cancellationToken);
        },
        CancellationToken.None);
}
