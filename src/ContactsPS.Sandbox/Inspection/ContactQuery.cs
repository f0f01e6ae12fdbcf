using ContactsPS.Sandbox.Storage;

namespace ContactsPS.Sandbox.Inspection;

/// <summary>The query of the calls that read contacts: which contacts, in which order, and how many.</summary>
/// <param name="Filter">Which contacts.</param>
/// <param name="From">The id to start from. It is not included.</param>
/// <param name="NewestFirst">The order.</param>
/// <param name="Limit">The maximum number of contacts.</param>
internal sealed record ContactQuery(ContactFilter Filter, long From, bool NewestFirst, long Limit)
{
    /// <summary>Reads the query.</summary>
    /// <exception cref="FormatException">A parameter is wrong.</exception>
    public static ContactQuery Read(IQueryCollection parameters)
    {
        var query = new InspectionQuery(parameters);
        ContactFilter filter = ReadFilter(query);
        bool newestFirst = query.Word("order", "oldest", "oldest", "newest") == "newest";
        var read = new ContactQuery(filter, query.Number("from", newestFirst ? long.MaxValue : 0), newestFirst, query.Number("limit", long.MaxValue));
        query.RefuseOthers();
        return read;
    }

    /// <summary>Reads only the filter.</summary>
    public static ContactFilter ReadFilter(InspectionQuery query) => new(
        query.Text("list_name"), query.Text("tag_name"), query.PhoneNumber("phone_number"), ContactSearch.Read(query.Text("search")));
}
