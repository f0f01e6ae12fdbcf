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
    public static PreparedCall PrepareCreate(HttpRequest request, ReadOnlyMemory<byte> body, RequestNotes notes) =>
        JsonCall.Prepare(body, notes, parameters => Prepare(parameters, (store, list) =>
        {
            if (store.Lists.Exists(list))
            {
                return ServiceAnswer.BadRequest(ErrorCode.ListExists, "The list already exists.");
            }

            store.Lists.Ensure(list);
            return ServiceAnswer.Created;
        }));

    /// <summary>
    /// POST contact-list/empty: removes all contacts from the list. With <c>delete_contacts</c> it also deletes the
    /// contacts. It answers 204.
    /// </summary>
    public static PreparedCall PrepareEmpty(HttpRequest request, ReadOnlyMemory<byte> body, RequestNotes notes) =>
        JsonCall.Prepare(body, notes, parameters =>
        {
            bool deleteContacts = parameters.Flag("delete_contacts");
            return PrepareExisting(parameters, (store, list) =>
            {
                if (deleteContacts)
                {
                    store.DeleteContactsOf(list);
                }

                store.Lists.Empty(list);
            });
        });

    /// <summary>DELETE contact-list/delete: deletes the list, but not its contacts. It answers 204.</summary>
    public static PreparedCall PrepareDelete(HttpRequest request, ReadOnlyMemory<byte> body, RequestNotes notes) =>
        JsonCall.Prepare(body, notes, parameters => PrepareExisting(parameters, (store, list) => store.Lists.Delete(list)));

    private static PreparedCall PrepareExisting(LooseObject parameters, Action<SandboxStore, string> carryOut) =>
        Prepare(parameters, (store, list) =>
        {
            if (!store.Lists.Exists(list))
            {
                return ServiceAnswer.ListMissing;
            }

            carryOut(store, list);
            return ServiceAnswer.NoContent;
        });

    private static PreparedCall Prepare(LooseObject parameters, Func<SandboxStore, string, ServiceAnswer> carryOut) =>
        parameters.Name("list_name", GroupName.LongestList) is { } list
            ? new PreparedCall(0, store => carryOut(store, list))
            : PreparedCall.Answered(ServiceAnswer.Unreadable("list_name is missing."));
}
