using System.Collections.ObjectModel;

namespace ContactsPS.Client;

/// <summary>
/// The names of lists or tags. Its text is the names, separated by commas: Export-Csv and other tables write the text of a
/// property, and that of an array is the name of its type.
/// </summary>
/// <param name="names">The names.</param>
internal sealed class NameList(IEnumerable<string> names) : ReadOnlyCollection<string>([.. names])
{
    public override string ToString() => string.Join(", ", this);
}
