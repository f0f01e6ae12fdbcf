namespace ContactsPS.Client;

/// <summary>A sheet in the list of sheets of a workbook.</summary>
/// <param name="Name">The name on its tab.</param>
/// <param name="IsHidden">Whether it is hidden.</param>
/// <param name="PartName">The name of the part with its cells. Null for a sheet without cells, such as a chart.</param>
internal sealed record WorkbookSheet(string Name, bool IsHidden, string? PartName);
