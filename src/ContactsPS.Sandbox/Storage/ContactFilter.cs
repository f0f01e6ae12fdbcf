namespace ContactsPS.Sandbox.Storage;

/// <summary>Which contacts to look at; null for any. All that is given has to hold.</summary>
/// <param name="ListName">The list they are on.</param>
/// <param name="TagName">The tag they have.</param>
/// <param name="PhoneNumber">Their number, in E.164.</param>
internal sealed record ContactFilter(string? ListName, string? TagName, string? PhoneNumber);
