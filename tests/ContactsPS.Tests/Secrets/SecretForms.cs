using System.Buffers;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ContactsPS.Tests.Secrets;

/// <summary>The forms that a key can have in a text. They are made with the encoders of the runtime, and not with the module.</summary>
public sealed class SecretForms
{
    private readonly (string Name, string Text)[] _forms;
    private readonly SearchValues<string> _search;

    public SecretForms(string login, string key)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(key);
        byte[] both = Encoding.UTF8.GetBytes($"{login}:{key}");
        _forms =
        [
            ("plain", key),
            ("cut by a line break", key.Insert(key.Length / 2, "\n")),
            ("URL", Uri.EscapeDataString(key)),
            ("URL of a form", WebUtility.UrlEncode(key)),
            ("URL, all characters", string.Concat(bytes.Select(b => string.Create(CultureInfo.InvariantCulture, $"%{b:x2}")))),
            ("URL, twice", Uri.EscapeDataString(Uri.EscapeDataString(key))),
            ("JSON", JsonEncodedText.Encode(key).Value),
            ("JSON, few escapes", JsonEncodedText.Encode(key, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).Value),
            ("HTML", WebUtility.HtmlEncode(key)),
            ("HTML numbers", string.Concat(bytes.Select(b => string.Create(CultureInfo.InvariantCulture, $"&#{b};")))),
            ("Base64", Convert.ToBase64String(bytes)),
            ("Base64url", Base64Url(bytes)),
            ("Base64 of login and key", Convert.ToBase64String(both)),
            ("Base64url of login and key", Base64Url(both)),
            ("Base64, cut by a line break", Convert.ToBase64String(bytes).Insert(9, "\r\n")),
            ("hex", Convert.ToHexStringLower(bytes)),
            ("HEX", Convert.ToHexString(bytes)),
        ];
        _search = SearchValues.Create([.. _forms.Select(form => WithoutBlanks(form.Text))], StringComparison.Ordinal);
    }

    /// <summary>All forms.</summary>
    public IEnumerable<string> Texts => _forms.Select(form => form.Text);

    /// <summary>Finds the key in a text. Line breaks and blanks of a display don't hide it, nor the escapes of XML.</summary>
    /// <returns>The name of the form, or null.</returns>
    public string? FindIn(string text)
    {
        string shown = WithoutBlanks(text);
        return Find(shown) ?? (shown.Contains('&', StringComparison.Ordinal) ? Find(WebUtility.HtmlDecode(shown)) : null);
    }

    private static string Base64Url(byte[] bytes) => System.Buffers.Text.Base64Url.EncodeToString(bytes);

    private static string WithoutBlanks(string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (char c in text)
        {
            if (!char.IsWhiteSpace(c))
            {
                kept.Append(c);
            }
        }

        return kept.ToString();
    }

    private string? Find(string shown) => !shown.AsSpan().ContainsAny(_search) ? null
        : Array.Find(_forms, form => shown.Contains(WithoutBlanks(form.Text), StringComparison.Ordinal)).Name;
}
