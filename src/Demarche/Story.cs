using System.Security.Cryptography;
using System.Text;

namespace Demarche;

/// <summary>An article or statement as it came. Its <see cref="Text"/> is never rewritten; every span of the record points into it.</summary>
/// <param name="Text">The decoded text: byte order mark removed, line ends kept. Where the title is a field of its own: title, blank line, body.</param>
public sealed record Story(string Text)
{
    /// <summary>The newspaper, agency or station; not the person quoted.</summary>
    public string? Outlet { get; init; }

    /// <summary>The day of publication, from which relative dates are counted.</summary>
    public DateOnly? Published { get; init; }

    public string? Url { get; init; }

    /// <summary>ISO 639-1 code of the language of the text.</summary>
    public string Language { get; init; } = "en";

    /// <summary>The title where it came as a field of its own or could be told from the body; it stands in <see cref="Text"/> too.</summary>
    public string? Title { get; init; }

    /// <summary>The first 16 hexadecimal digits of SHA-256 over outlet, published, url and text, separated by U+001F (UTF-8; a lone surrogate counts as U+FFFD).</summary>
    public string Id => _id ??= Hash();

    private string? _id;

    private string Hash()
    {
        var joined = string.Join('\u001f', Outlet, Published?.ToString("yyyy-MM-dd"), Url, Text);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(joined)))[..16];
    }

    // The cached identifier is not part of what makes two stories equal, nor may `with` carry it over.
    private Story(Story other)
    {
        Text = other.Text;
        Outlet = other.Outlet;
        Published = other.Published;
        Url = other.Url;
        Language = other.Language;
        Title = other.Title;
    }

    public bool Equals(Story? other) =>
        other is not null && Text == other.Text && Outlet == other.Outlet && Published == other.Published && Url == other.Url && Language == other.Language && Title == other.Title;

    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);
}
