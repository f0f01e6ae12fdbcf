using System.Globalization;
using System.Management.Automation;
using System.Text;

namespace ContactsPS.Input;

/// <summary>Converts the encoding names that Import-Csv knows, and the names and numbers of code pages.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class EncodingTransformationAttribute : ArgumentTransformationAttribute
{
    /// <summary>The names that Import-Csv knows.</summary>
    internal static readonly string[] Names =
        ["ansi", "ascii", "bigendianunicode", "bigendianutf32", "oem", "unicode", "utf8", "utf8BOM", "utf8NoBOM", "utf32"];

    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        object? value = Unwrapped.Of(inputData);
        return value switch
        {
            string name => Find(name),
            int codePage => FindByCodePage(codePage),
            _ => value,
        };
    }

    private static Encoding Find(string name) => name.ToUpperInvariant() switch
    {
        "ANSI" => FindByCodePage(CultureInfo.CurrentCulture.TextInfo.ANSICodePage),
        "OEM" => FindByCodePage(CultureInfo.CurrentCulture.TextInfo.OEMCodePage),
        "ASCII" => Encoding.ASCII,
        "UNICODE" => Encoding.Unicode,
        "BIGENDIANUNICODE" => Encoding.BigEndianUnicode,
        "UTF8" or "UTF8BOM" or "UTF8NOBOM" => Encoding.UTF8,
        "UTF32" => Encoding.UTF32,
        "BIGENDIANUTF32" => new UTF32Encoding(bigEndian: true, byteOrderMark: true),
        _ => int.TryParse(name, CultureInfo.InvariantCulture, out int codePage) ? FindByCodePage(codePage) : FindByName(name),
    };

    private static Encoding FindByCodePage(int codePage)
    {
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(codePage) ?? Encoding.GetEncoding(codePage);
        }
        catch (Exception error) when (error is ArgumentException or NotSupportedException)
        {
            throw Unknown(codePage.ToString(CultureInfo.InvariantCulture));
        }
    }

    private static Encoding FindByName(string name)
    {
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        catch (ArgumentException)
        {
            throw Unknown(name);
        }
    }

    private static ArgumentTransformationMetadataException Unknown(string name) =>
        new($"'{name}' is not an encoding. Use one of {string.Join(", ", Names)}, or the name or number of a code page, such as windows-1252.");
}
