using ContactsPS.Sandbox.Faults;

namespace ContactsPS.Sandbox.Api;

/// <summary>Decides whether a request may use the account (web-service.md, Every request).</summary>
internal sealed class AccountAccess(SandboxCredential credential, SettingsHolder settings)
{
    /// <summary>
    /// The refusal of a request: 401 for a wrong or missing login or key, 403 for a blocked login with the right key, and
    /// 400 for a change when the account is not in good standing. Null when the request may use the account.
    /// </summary>
    public ServiceAnswer? Refuse(HttpRequest request) => RefuseCredential(request.Headers) ?? RefuseStanding(request.Method);

    private ServiceAnswer? RefuseCredential(IHeaderDictionary headers)
    {
        string login = headers["api-login"].ToString();
        string key = headers["api-key"].ToString();
        if (login.Length == 0)
        {
            return Unauthorized(ErrorCode.LoginMissing, "The header api-login is missing.");
        }

        if (key.Length == 0)
        {
            return Unauthorized(ErrorCode.KeyMissing, "The header api-key is missing.");
        }

        bool keyIsRight = credential.HasKey(key);
        if (keyIsRight && settings.Current.BlockedLogins.Contains(login, StringComparer.OrdinalIgnoreCase))
        {
            return ServiceAnswer.Refused(StatusCodes.Status403Forbidden, ErrorCode.NoAccess, "This account has no access to this call.");
        }

        return keyIsRight && string.Equals(login, credential.Login, StringComparison.Ordinal)
            ? null
            : Unauthorized(ErrorCode.WrongCredentials, "The api-login or the api-key is wrong.");
    }

    // The balance can be read in any standing.
    private ServiceAnswer? RefuseStanding(string method) => HttpMethods.IsGet(method)
        ? null
        : settings.Current.AccountStanding switch
        {
            AccountStanding.OutOfCredit => ServiceAnswer.BadRequest(ErrorCode.OutOfCredit, "The account is out of credit."),
            AccountStanding.NotValidated => ServiceAnswer.BadRequest(ErrorCode.NotValidated, "The account is not validated."),
            _ => null,
        };

    private static ServiceAnswer Unauthorized(int code, string message) =>
        ServiceAnswer.Refused(StatusCodes.Status401Unauthorized, code, message);
}
