using System.Diagnostics;
using System.Text;
using ExcelDataReader;

namespace ContactsPS.Benchmarks;

/// <summary>Reads the value of each cell of a workbook's first sheet with ExcelDataReader, and does nothing with it.</summary>
internal static class WorkbookReading
{
    public static Measurement Run(Arguments arguments)
    {
        // The library asks the runtime for code page 1252.
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        string path = arguments.Get("input");
        for (int i = 0; i < arguments.GetNumber("warm-ups"); i++)
        {
            ReadAll(path);
        }

        GC.Collect();
        long start = Stopwatch.GetTimestamp();
        ReadAll(path);
        return Measurement.OfThisProcess(Stopwatch.GetElapsedTime(start));
    }

    private static void ReadAll(string path)
    {
        using FileStream stream = File.OpenRead(path);
        using IExcelDataReader reader = ExcelReaderFactory.CreateOpenXmlReader(stream);
        long count = 0;
        while (reader.Read())
        {
            for (int i = 0; i < reader.FieldCount; i++)
            {
                count += reader.GetValue(i) is null ? 0 : 1;
            }
        }

        if (count == 0)
        {
            throw new BenchmarkException("The workbook has no values.");
        }
    }
}
