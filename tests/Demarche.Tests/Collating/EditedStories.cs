using System.Text;

namespace Demarche.Tests.Collating;

/// <summary>
/// Makes stories and what outlets make of them, the same for the same seed. A story is made of sentences put together from parts, with names and numbers drawn for it, so that two stories share phrases as news does.
/// A copy is a story under a headline of its own with one to four of the edits that editors make; another report of the same happening has its names, its numbers and a quotation of it, in other words.
/// </summary>
internal sealed class EditedStories(ulong seed)
{
    private static readonly string[] Countries = ["Kenya", "Peru", "Latvia", "Oman", "Nepal", "Chile", "Ghana", "Laos", "Malta", "Cuba", "Fiji", "Togo", "Qatar", "Iraq", "Serbia", "Japan"];
    private static readonly string[] Offices = ["foreign minister", "prime minister", "defence minister", "interior minister", "army chief", "ambassador", "envoy", "president", "opposition leader", "trade minister"];
    private static readonly string[] Firsts = ["Ana", "Omar", "Ivo", "Lena", "Musa", "Rosa", "Karl", "Mei", "Juan", "Nadia", "Tariq", "Olga", "Paulo", "Sita", "Erik", "Amina"];
    private static readonly string[] Lasts = ["Baro", "Castel", "Dimov", "Ekholm", "Farah", "Gruber", "Hadad", "Ivanek", "Jansen", "Kimura", "Lopez", "Mbeki", "Novak", "Okoye", "Perera", "Quist", "Rahman", "Silva", "Tanaka", "Ulmanis"];
    private static readonly string[] Subjects = ["the border closure", "the disputed islands", "a loan agreement", "the arms embargo", "fishing rights", "the gas pipeline", "a prisoner exchange", "the airspace ban", "grain exports", "the ceasefire line", "a water treaty", "visa rules", "the naval exercise", "refugee quotas", "the election result"];
    private static readonly string[] Verbs = ["rejected", "welcomed", "criticised", "defended", "signed", "postponed", "questioned", "announced", "condemned", "suspended"];
    private static readonly string[] Reasons = ["as snow closed the passes", "to nobody's surprise", "in front of a small crowd", "a week before the feast", "without a word about the costs", "at the request of the church", "because a judge had asked for it", "though the army was against it", "for the third time in a month", "under the eyes of the police", "after weeks of talks that brought no result", "despite a warning from its neighbours", "hours before a vote in parliament", "as protests went on in several cities", "in a move that surprised diplomats", "while observers were still in the region", "under a plan first put forward last year", "because the two sides could not agree on a date"];
    private static readonly string[] Openings = ["Officials in", "Residents of", "Traders from", "Observers near", "Farmers around", "The council of", "Soldiers stationed in", "Judges in", "Journalists who went to", "The mayor of"];
    private static readonly string[] Middles = ["spoke of", "had counted", "asked for", "will send back", "knew nothing about", "were shown", "lost", "waited a week for", "agreed on", "could not explain"];
    private static readonly string[] Endings = ["crates of medicine", "missing letters", "square miles of forest", "new rules", "tons of wheat", "old maps", "broken promises", "names on a list", "days without rain", "empty houses"];
    private static readonly string[] Outlets = ["Morning Post", "Evening Star", "Daily Ledger", "National Wire", "Coast Herald", "Valley Times", "Capital Echo", "Harbour News", "Northern Sun", "Lake Courier"];

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
        var (a, b) = (Pick(Countries), Pick(Countries));
        string[] people = [$"{Pick(Firsts)} {Pick(Lasts)}", $"{Pick(Firsts)} {Pick(Lasts)}", $"{Pick(Firsts)} {Pick(Lasts)}"];
        var subject = Pick(Subjects);
        var count = paragraphs > 0 ? paragraphs : 5 + Draw(12);
        var text = new StringBuilder($"{a} {Pick(Verbs)} {subject} with {b}");
        for (var i = 0; i < count; i++)
        {
            text.Append("\n\n");
            for (var s = 2 + Draw(3); s > 0; s--)
                text.Append(Sentence(a, b, people, subject)).Append(s > 1 ? " " : "");
        }
        return text.ToString();
    }

    private string Sentence(string a, string b, string[] people, string subject)
    {
        var person = Pick(people);
        return Draw(8) switch
        {
            0 => $"{a}'s {Pick(Offices)}, {person}, {Pick(Verbs)} {subject} {Pick(Reasons)}.",
            1 => $"“We have {Number()} reasons to doubt what {b} says about {Pick(Subjects)},” said {person}, who has led the {Place()} talks since {1950 + Draw(74)}.",
            2 => $"In {Place()}, {Number()} people waited for {person} to explain why {b} had {Pick(Verbs)} {Pick(Subjects)}.",
            3 => $"{Pick(Openings)} {Place()} {Pick(Middles)} {Number()} {Pick(Endings)}, {Pick(Reasons)}.",
            4 => $"The {Pick(Offices)} of {b} told reporters in {Place()} that {Number()} of {Number()} points were still open, {Pick(Reasons)}.",
            5 => $"{Number()} {(Draw(2) == 0 ? "lorries" : "ships")} were held near {Place()}, where {person} had promised help for {Number()} families.",
            6 => $"According to {person}, {a} and {b} have {Pick(Verbs)} {Pick(Subjects)} {Number()} times.",
            _ => $"{person} {Pick(Verbs)} the plan of {Pick(Firsts)} {Pick(Lasts)} for {Place()} {Pick(Reasons)}.",
        };
    }

    private string Number() => (2 + Draw(970)).ToString(System.Globalization.CultureInfo.InvariantCulture);

    private string Place() => $"{Pick(Lasts)}{Pick(["ville", "grad", "abad", "port", "burg", "stad", " Bay", " Hill"])}";

    /// <summary>A copy: a headline of its own and one to four edits.</summary>
    public string Copy(string story)
    {
        var paragraphs = story.Split("\n\n").Skip(1).ToList();
        var edits = 1 + Draw(4);
        // The headline nearly always.
        var headline = Draw(10) == 0 ? story.Split("\n\n")[0] : $"{Pick(Subjects)}: {Pick(Countries)} {Pick(Verbs)} what {Pick(Lasts)} said";
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
                sentences[Draw(sentences.Length)] = $"{Pick(Lasts)} would not say more about {Pick(Subjects)} in {Place()}";
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
                    paragraphs.Insert(Draw(paragraphs.Count + 1), Sentence(Pick(Countries), Pick(Countries), [$"{Pick(Firsts)} {Pick(Lasts)}"], Pick(Subjects)));
                break;
            case 6: // a dateline
                paragraphs[0] = $"{Place().ToUpperInvariant()} ({Pick(Outlets)}) – {paragraphs[0]}";
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
