using System.Text;

namespace Demarche.Tests.Collating;

/// <summary>
/// Makes stories and what outlets make of them, the same for the same seed. A story's sentences are drawn word by word, some words often and most seldom, with names of its own and phrases that come in many, so that two stories share more runs of four words than two of real news do (one in 600; news one in 5,000).
/// A copy is a story under a headline of its own with one to four of the edits that editors make; another report of the same happening has its names, its numbers and a quotation of it, in other words.
/// </summary>
internal sealed class EditedStories(ulong seed)
{
    private static readonly string[] Countries = ["Kenya", "Peru", "Latvia", "Oman", "Nepal", "Chile", "Ghana", "Laos", "Malta", "Cuba", "Fiji", "Togo", "Qatar", "Iraq", "Serbia", "Japan"];
    private static readonly string[] Outlets = ["Morning Post", "Evening Star", "Daily Ledger", "National Wire", "Coast Herald", "Valley Times", "Capital Echo", "Harbour News", "Northern Sun", "Lake Courier"];
    private static readonly string[] Little = ["the", "of", "to", "a", "in", "and", "that", "on", "for", "said", "was", "with", "by", "he", "it", "as", "at", "from", "is", "have", "had", "but", "they", "not", "were", "which", "an", "be", "his", "this", "who", "after", "their", "would", "has", "more", "been", "its", "she", "into"];
    private static readonly string[] Syllables = ["ba", "cor", "del", "fin", "gra", "hol", "in", "jas", "ker", "lom", "mar", "nes", "or", "pel", "quin", "ros", "sta", "tri", "ul", "ven", "wes", "yor", "zan", "ter", "mon", "lia", "den", "cha", "bri", "sol"];
    private static readonly string[] Verbs = ["rejected", "welcomed", "criticised", "defended", "signed", "postponed", "questioned", "announced", "condemned", "suspended"];

    // News says some things again and again.
    private static readonly string[] Phrases = [.. new EditedStories(0).MakePhrases(400)];

    private ulong _state = seed * 0x9E3779B97F4A7C15UL + 1;

    /// <summary>A number from 0 up to but not including <paramref name="below"/>.</summary>
    public int Draw(int below)
    {
        _state = _state * 6364136223846793005UL + 1442695040888963407UL;
        var x = _state;
        x = (x ^ (x >> 32)) * 0xD6E8FEB86659FD93UL;
        return (int)((x >> 33) % (ulong)below);
    }

    public T Pick<T>(IReadOnlyList<T> from) => from[Draw(from.Count)];

    /// <summary>A story: a headline and some paragraphs.</summary>
    /// <param name="paragraphs">How many paragraphs; drawn when 0.</param>
    public string Story(int paragraphs = 0)
    {
        string[] names = [Name(), Name(), Name(), Pick(Countries), Pick(Countries)];
        var count = paragraphs > 0 ? paragraphs : 5 + Draw(12);
        var text = new StringBuilder(Headline());
        for (var i = 0; i < count; i++)
        {
            text.Append("\n\n");
            for (var s = 1 + Draw(3); s > 0; s--)
                text.Append(Sentence(names)).Append(s > 1 ? " " : "");
        }
        return text.ToString();
    }

    private string Headline() => $"{Pick(Countries)} {Pick(Verbs)} {Word()} {Word()} of {Name()}";

    /// <summary>Ten to thirty words: little words, words of which few are frequent and many rare, names of the story, and phrases of the trade.</summary>
    private string Sentence(string[] names)
    {
        var words = new List<string>();
        for (var n = 10 + Draw(20); n > 0; n--)
            words.Add(Draw(100) switch { < 42 => Seldom(Little), < 84 => Word(), < 94 => Pick(names), < 97 => Number(), _ => Pick(Phrases) });
        if (Draw(12) == 0)
            words.Insert(0, $"criticised the defence of “{Word()}”");
        return $"{char.ToUpperInvariant(words[0][0])}{words[0][1..]} {string.Join(' ', words.Skip(1))}.";
    }

    private IEnumerable<string> MakePhrases(int count)
    {
        for (var i = 0; i < count; i++)
            yield return string.Join(' ', Enumerable.Range(0, 4 + Draw(4)).Select(_ => Draw(2) == 0 ? Seldom(Little) : Word()));
    }

    // The first of a list come far more often than the last.
    private string Seldom(string[] from) => from[Rank(from.Length)];

    private int Rank(int below) => (int)Math.Pow(below + 1, Draw(1 << 20) / (double)(1 << 20)) - 1;

    private string Word()
    {
        var rank = Rank(20_000);
        return rank < 900 ? Syllables[rank % 30] + Syllables[rank / 30] : Syllables[rank % 30] + Syllables[rank / 30 % 30] + Syllables[rank / 900];
    }

    private string Name() => $"{char.ToUpperInvariant(Syllables[Draw(30)][0])}{Word()} {char.ToUpperInvariant(Syllables[Draw(30)][0])}{Word()}";

    private string Number() => (2 + Draw(970)).ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>A copy: a headline of its own and one to four edits.</summary>
    public string Copy(string story)
    {
        var paragraphs = story.Split("\n\n").Skip(1).ToList();
        var edits = 1 + Draw(4);
        // The headline nearly always.
        var headline = Draw(10) == 0 ? story.Split("\n\n")[0] : Headline();
        for (; edits > 0; edits--)
            Edit(paragraphs);
        return $"{headline}\n\n{string.Join("\n\n", paragraphs)}";
    }

    private void Edit(List<string> paragraphs)
    {
        switch (Draw(9))
        {
            case 0: // cut from the end, down to two fifths
                var keep = Math.Max(2, paragraphs.Count * (4 + Draw(6)) / 10);
                if (keep < paragraphs.Count && paragraphs.Count > 3)
                    paragraphs.RemoveRange(keep, paragraphs.Count - keep);
                break;
            case 1: // cut one or two paragraphs anywhere
                for (var n = 1 + Draw(2); n > 0 && paragraphs.Count > 3; n--)
                    paragraphs.RemoveAt(Draw(paragraphs.Count));
                break;
            case 2: // one changed sentence
                var at = Draw(paragraphs.Count);
                var sentences = paragraphs[at].Split(". ");
                sentences[Draw(sentences.Length)] = Sentence([Name(), Pick(Countries)]).TrimEnd('.');
                paragraphs[at] = string.Join(". ", sentences);
                break;
            case 3: // words spelled by the house's rules
                for (var i = 0; i < paragraphs.Count; i++)
                    paragraphs[i] = paragraphs[i].Replace("criticised", "criticized", StringComparison.Ordinal).Replace("defence", "defense", StringComparison.Ordinal).Replace("“", "\"", StringComparison.Ordinal).Replace("”", "\"", StringComparison.Ordinal);
                break;
            case 4: // what the outlet adds at the end
                paragraphs.Add($"Read more in the {Pick(Outlets)}. Follow us for news about {Pick(Countries)}. All rights reserved.");
                break;
            case 5: // a paragraph or two of its own
                for (var n = 1 + Draw(2); n > 0; n--)
                    paragraphs.Insert(Draw(paragraphs.Count + 1), $"{Sentence([Name()])} {Sentence([Name(), Pick(Countries)])}");
                break;
            case 6: // a dateline
                paragraphs[0] = $"{Word().ToUpperInvariant()} ({Pick(Outlets)}) – {paragraphs[0]}";
                break;
            case 7: // single words changed here and there, one in forty
                for (var i = 0; i < paragraphs.Count; i++)
                {
                    var words = paragraphs[i].Split(' ');
                    for (var w = 0; w < words.Length; w++)
                        if (Draw(40) == 0)
                            words[w] = Pick(Verbs);
                    paragraphs[i] = string.Join(' ', words);
                }
                break;
            default: // two paragraphs change places
                var (x, y) = (Draw(paragraphs.Count), Draw(paragraphs.Count));
                (paragraphs[x], paragraphs[y]) = (paragraphs[y], paragraphs[x]);
                break;
        }
    }

    /// <summary>Another outlet's own report: of the same length, with one or two of the story's sentences word for word.</summary>
    public string OtherReport(string story)
    {
        var paragraphs = Story(story.Split("\n\n").Length - 1).Split("\n\n").ToList();
        var sentences = story.Split("\n\n").Skip(1).SelectMany(paragraph => paragraph.Split(". ")).ToList();
        for (var n = 1 + Draw(2); n > 0; n--)
            paragraphs[1 + Draw(paragraphs.Count - 1)] += $" {Pick(sentences)}.";
        return string.Join("\n\n", paragraphs);
    }
}
