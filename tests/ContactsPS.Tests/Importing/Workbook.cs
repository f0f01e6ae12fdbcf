using MiniExcelLibs;

namespace ContactsPS.Tests.Importing;

/// <summary>Writes workbooks: numbers as numbers, dates as dates.</summary>
public static class Workbook
{
    /// <summary>Writes a workbook of sheets, each a list of rows by column.</summary>
    public static void Write(string path, Dictionary<string, List<Dictionary<string, object?>>> sheets) =>
        MiniExcel.SaveAs(path, sheets.ToDictionary(sheet => sheet.Key, sheet => (object)sheet.Value), overwriteFile: true);
}
