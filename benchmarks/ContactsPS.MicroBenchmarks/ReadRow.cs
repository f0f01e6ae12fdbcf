using BenchmarkDotNet.Attributes;
using ContactsPS.Client;

namespace ContactsPS.Benchmarks;

/// <summary>One row of a file: its fields told apart, and all the way onto a batch.</summary>
[MemoryDiagnoser]
public class ReadRow
{
    private const int Count = 100_000;

    private byte[] _file = [];

    /// <summary>Makes the file.</summary>
    [GlobalSetup]
    public void MakeFile()
    {
        string path = Path.GetTempFileName();
        try
        {
            ContactFile.Write(path, Count, PhoneNumberStyle.E164);
            _file = File.ReadAllBytes(path);
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>Each field is looked at.</summary>
    [Benchmark(OperationsPerInvoke = Count)]
    public int Parse()
    {
        using var reader = new DelimitedFileReader(new MemoryStream(_file));
        int length = 0;
        while (reader.Read())
        {
            for (int column = 0; column < reader.Columns.Count; column++)
            {
                length += reader.GetField(column).Length;
            }
        }

        return length;
    }

    /// <summary>Each row is checked, its number too, and encoded: all that Import-Contact does of a row before it is sent.</summary>
    [Benchmark(OperationsPerInvoke = Count)]
    public int ParseAndEncode()
    {
        using var reader = new DelimitedFileReader(new MemoryStream(_file));
        var rows = new RowIntake(reader, ColumnMap.Match(reader.Columns), new ContactIntake(new IntakeOptions()));
        var batch = new ContactBatch(new CreateContactsRequest(), capacity: 200, RowIntake.MakeSources());
        int batches = 0;
        while (reader.Read())
        {
            if (rows.Add(batch).Kind != IntakeKind.Taken)
            {
                throw new InvalidOperationException($"Line {reader.LineNumber} was refused.");
            }

            if (batch.Count == batch.Capacity)
            {
                batch.Clear();
                batches++;
            }
        }

        return batches;
    }
}
