namespace ContactsPS.Sandbox.Reading;

/// <summary>Reads the parameters of a query as the service does (web-service.md, Incorrect data).</summary>
/// <param name="query">The query.</param>
/// <param name="notes">The notes of the request.</param>
internal sealed class LooseQuery(IQueryCollection query, RequestNotes notes)
{
    private readonly HashSet<string> _asked = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads a boolean. False when it is missing or can't be read.</summary>
    public bool Flag(string name)
    {
        string? text = Text(name);
        bool? flag = LooseFlag.Read(text);
        if (text is not null && flag is null)
        {
            notes.Ignored(new NotePath(name), "A text can't be read as true or false. The default is false.");
        }

        return flag ?? false;
    }

    /// <summary>Reads a country code. Null when it is missing or can't be read.</summary>
    public string? Country(string name) => Text(name) is { } text ? CountryCode.Read(text, new NotePath(name), notes) : null;

    /// <summary>Reads several country codes, without duplicates. Those that can't be read are ignored.</summary>
    public IEnumerable<string> Countries(string name)
    {
        _asked.Add(name);
        return query[name]
            .Select((text, index) => CountryCode.Read(text, new NotePath(name, index), notes))
            .OfType<string>()
            .Distinct(StringComparer.Ordinal);
    }

    /// <summary>Reads a text. Null when it is missing.</summary>
    public string? Text(string name)
    {
        _asked.Add(name);
        return query.TryGetValue(name, out var values) ? values.ToString() : null;
    }

    /// <summary>Notes the parameters that no other method has read. Call it last.</summary>
    public void NoteOthers()
    {
        foreach (string name in query.Keys.Where(name => !_asked.Contains(name)))
        {
            notes.Ignored(new NotePath(name), "There is no such parameter.");
        }
    }
}
