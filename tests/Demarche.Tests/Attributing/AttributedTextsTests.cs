using System.Runtime.CompilerServices;
using System.Text;

namespace Demarche.Tests.Attributing;

/// <summary>
/// The texts of <c>attributed.txt</c>, read with the model that ships, each with all its attributions: source | cue | content | polarity, one “>” for each attribution
/// around it, then who is told and through what medium. “¶” parts paragraphs, and “Headline:” makes a title of a line.
/// </summary>
public sealed class AttributedTextsTests
{
    private static readonly Lazy<Coder> Shared = new(() => Coder.Load());

    public static TheoryData<string, string> Texts()
    {
        var data = new TheoryData<string, string>();
        string? text = null;
        var expected = new StringBuilder();
        foreach (var line in File.ReadLines(Path.Combine(Folder(), "attributed.txt")).Append(""))
        {
            if (line.StartsWith("  ", StringComparison.Ordinal))
            {
                expected.Append(line[2..]).Append('\n');
                continue;
            }
            if (text is not null)
                data.Add(text, expected.ToString());
            expected.Clear();
            text = line.Length == 0 || line[0] == '#' ? null : line;
        }
        return data;
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void Each_text_gives_its_attributions_and_no_other(string text, string expected) => Assert.Equal(expected, Render(Read(text)));

    private static Document Read(string text)
    {
        var published = new DateOnly(2024, 5, 16);
        if (!text.StartsWith("Headline: ", StringComparison.Ordinal))
            return Shared.Value.Analyse(new Story(text.Replace("¶", "\n\n", StringComparison.Ordinal)) { Published = published }, Layers.Attributions, asBody: true);
        var title = text["Headline: ".Length..];
        return Shared.Value.Analyse(new Story($"{title}\n\nThe harbour was quiet on Sunday evening.") { Title = title, Published = published }, Layers.Attributions);
    }

    private static string Render(Document document)
    {
        var lines = new StringBuilder();
        foreach (var a in document.Attributions)
        {
            lines.Append('>', a.Depth).Append(a.Depth > 0 ? " " : "").Append(Words(document, a.Source)).Append(" | ").Append(Words(document, a.Cue)).Append(" | ").Append(Words(document, a.Content)).Append(" | ").Append(a.Polarity);
            if (a.Addressees.Count > 0)
                lines.Append(" to ").AppendJoin(", ", a.Addressees.Select(actor => actor.Id ?? actor.Name));
            if (a.Medium is not null)
                lines.Append(" by ").Append(a.Medium);
            lines.Append('\n');
        }
        return lines.ToString();
    }

    private static string Words(Document document, IReadOnlyList<Span> spans) =>
        spans.Count == 0 ? "nobody" : string.Join(" … ", spans.Select(span => document.Words(span).ToString().Replace("\n\n", "¶", StringComparison.Ordinal)));

    private static string Folder([CallerFilePath] string here = "") => Path.GetDirectoryName(here)!;
}
