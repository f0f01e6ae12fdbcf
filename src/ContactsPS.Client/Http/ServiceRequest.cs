using System.Text.Json;

namespace ContactsPS.Client;

/// <summary>A request of a call that takes no contacts (web-service.md, The other calls).</summary>
public sealed class ServiceRequest
{
    private ServiceRequest(HttpMethod method, string path, ReadOnlyMemory<byte>? body = null, long? doneCode = null, string query = "")
    {
        Method = method;
        Path = path;
        Body = body;
        DoneCode = doneCode;
        Query = query;
    }

    /// <summary>The HTTP method.</summary>
    public HttpMethod Method { get; }

    /// <summary>The path of the call, one of <see cref="ServiceCalls"/>.</summary>
    public string Path { get; }

    /// <summary>The query, with its question mark. Empty when there is none.</summary>
    public string Query { get; }

    /// <summary>The body: UTF-8 JSON. Null for a request without a body.</summary>
    public ReadOnlyMemory<byte>? Body { get; }

    /// <summary>
    /// The code of the refusal that means that an earlier attempt was carried out, although its answer was lost. Null when
    /// there is none.
    /// </summary>
    public long? DoneCode { get; }

    /// <summary>POST contact-list/create: creates a list.</summary>
    /// <exception cref="ContactsException">The name is not valid: <see cref="GroupName.ValidateList"/>.</exception>
    public static ServiceRequest CreateList(string name) =>
        new(HttpMethod.Post, ServiceCalls.CreateList, MakeBody(name), ServiceCode.ListExists);

    /// <summary>POST contact-list/empty: removes all contacts from a list.</summary>
    /// <param name="name">The name of the list.</param>
    /// <param name="deletesContacts">Also delete these contacts from the account.</param>
    /// <exception cref="ContactsException">The name is not valid: <see cref="GroupName.ValidateList"/>.</exception>
    public static ServiceRequest EmptyList(string name, bool deletesContacts) =>
        new(HttpMethod.Post, ServiceCalls.EmptyList, MakeBody(name, deletesContacts));

    /// <summary>DELETE contact-list/delete: deletes a list.</summary>
    /// <exception cref="ContactsException">The name is not valid: <see cref="GroupName.ValidateList"/>.</exception>
    public static ServiceRequest DeleteList(string name) =>
        new(HttpMethod.Delete, ServiceCalls.DeleteList, MakeBody(name), ServiceCode.ListMissing);

    /// <summary>GET wallet/check-balance: reads the balance. <see cref="WalletBalance.Parse"/> reads its answer.</summary>
    /// <param name="withDetails">Also read the packs.</param>
    /// <param name="countryCode">A country (ISO 3166-1, two letters), together with a product. Default: null.</param>
    /// <param name="productName">A product, such as <c>sms_premium</c>. Default: null.</param>
    public static ServiceRequest CheckBalance(bool withDetails = false, string? countryCode = null, string? productName = null)
    {
        List<string> query = [];
        if (withDetails)
        {
            query.Add("with_details=true");
        }

        if (countryCode is not null && productName is not null)
        {
            query.Add($"country_code={Uri.EscapeDataString(countryCode)}");
            query.Add($"product_name={Uri.EscapeDataString(productName)}");
        }

        return new(HttpMethod.Get, ServiceCalls.CheckBalance, query: query.Count == 0 ? string.Empty : $"?{string.Join('&', query)}");
    }

    /// <summary>
    /// GET wallet/check-credits: reads how many messages the balance buys. <see cref="WalletCredit.Parse"/> reads its answer.
    /// </summary>
    /// <param name="countryCodes">The countries (ISO 3166-1, two letters).</param>
    public static ServiceRequest CheckCredits(IEnumerable<string> countryCodes) => new(
        HttpMethod.Get,
        ServiceCalls.CheckCredits,
        query: $"?{string.Join('&', countryCodes.Select(code => $"country_codes[]={Uri.EscapeDataString(code)}"))}");

    private static byte[] MakeBody(string list, bool deletesContacts = false)
    {
        GroupName.ValidateList(list);
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteString("list_name", list);
            if (deletesContacts)
            {
                json.WriteBoolean("delete_contacts", true);
            }

            json.WriteEndObject();
        }

        return stream.ToArray();
    }
}
