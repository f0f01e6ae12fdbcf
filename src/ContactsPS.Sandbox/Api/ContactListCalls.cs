using System.Text.Json;
using ContactsPS.Sandbox.Reading;
using ContactsPS.Sandbox.Storage;

namespace ContactsPS.Sandbox.Api;

/// <summary>
/// The calls under contact-list (web-service.md, The other calls). Each call requires <c>list_name</c>, and answers 400
/// without it. It also answers 400 to create a list that exists (code 302), and to empty or delete a list that doesn't
/// exist (code 303). So a retry after a lost answer can be refused although the first request was processed.
/// </summary>
internal static class ContactListCalls
{
    /// <summary>POST contact-list/create: creates the list. It answers 201.</summary>
    public static PreparedCall PrepareCreate(HttpRequest request, ReadOnlyMemory<byte> body) => Prepare(body, (_, list) => store =>
    {
        if (store.Lists.Exists(list))
        {
            return ServiceAnswer.BadRequest(ErrorCode.ListExists, "The list already exists.");
        }

        store.Lists.Ensure(list);
        return ServiceAnswer.Created;
    });

    /// <summary>
    /// POST contact-list/empty: removes all contacts from the list. With <c>delete_contacts</c> it also deletes the
    /// contacts. It answers 204.
    /// </summary>
    public static PreparedCall PrepareEmpty(HttpRequest request, ReadOnlyMemory<byte> body) => Prepare(body, (root, list) =>
    {
        bool deleteContacts = LooseJson.Flag(root, "delete_contacts");
        return store =>
        {
            if (!store.Lists.Exists(list))
            {
                return ServiceAnswer.ListMissing;
            }

            if (deleteContacts)
            {
                store.DeleteContactsOf(list);
            }

            store.Lists.Empty(list);
            return ServiceAnswer.NoContent;
        };
    });

    /// <summary>DELETE contact-list/delete: deletes the list, but not its contacts. It answers 204.</summary>
    public static PreparedCall PrepareDelete(HttpRequest request, ReadOnlyMemory<byte> body) => Prepare(body, (_, list) => store =>
    {
        if (!store.Lists.Exists(list))
        {
            return ServiceAnswer.ListMissing;
        }

        store.Lists.Delete(list);
        return ServiceAnswer.NoContent;
    });

    private static PreparedCall Prepare(ReadOnlyMemory<byte> body, Func<JsonElement, string, Func<SandboxStore, ServiceAnswer>> call) =>
        JsonCall.Prepare(body, parameters =>
            GroupName.Read(LooseJson.Text(parameters, "list_name"), GroupName.LongestList) is { } list
                ? new PreparedCall(0, call(parameters, list))
                : PreparedCall.Answered(ServiceAnswer.Unreadable("list_name is missing.")));
}
