using System.Globalization;
using System.Text;

namespace Demarche.Bench;

/// <summary>
/// A crisis that never was: stories with records of the size and the skew of real ones, made without coding. A story has 5 events, 1.5 statements and 1.5 positions on average.
/// A few actors do most of it (Zipf, exponent 1.1, over 40 states, 260 persons and organizations and 20,000 names that nobody resolves, which are one mention in eight); so do outlets (120),
/// rules (300) and issues (60, and free words in one position of five). Days come in bursts: one day in twenty has ten times the reports; stories come in the order of their days, as feeds and folders give them, but for one in ten. Words are drawn from 30,000 by Zipf, as in a language.
/// </summary>
public sealed class Crisis(int seed)
{
    private static readonly (string Type, int Quad, int Share)[] Types =
    [
        ("CONSULT", 1, 20), ("REQUEST", 3, 14), ("ACCUSE", 3, 12), ("ASSAULT", 4, 10), ("REJECT", 3, 8), ("SUPPORT", 1, 7), ("THREATEN", 3, 6), ("AGREE", 1, 6), ("COERCE", 4, 4), ("MOBILIZE", 4, 4),
        ("AID", 2, 3), ("SANCTION", 4, 3), ("COOPERATE", 2, 2), ("RETREAT", 2, 2), ("PROTEST", 4, 1), ("CONCEDE", 1, 1),
    ];

    private static readonly string[] Stances = ["demand", "refuse", "support", "oppose", "offer", "commit", "threaten", "accuse", "deny", "red line"];
    private static readonly string[] Polarities = ["says", "says", "says", "demands", "denies", "accuses", "promises", "threatens"];
    private static readonly EventStatus[] Statuses = [EventStatus.Asserted, EventStatus.Asserted, EventStatus.Asserted, EventStatus.Asserted, EventStatus.Reported, EventStatus.Reported, EventStatus.Demanded, EventStatus.Planned, EventStatus.Hypothetical, EventStatus.Denied];

    private readonly Random _random = new(seed);
    private readonly Zipf _actors = new(300, 1.1), _unknown = new(20_000, 1), _outlets = new(120, 1), _rules = new(300, 1), _issues = new(60, 1), _words = new(30_000, 1);
    private readonly string[] _vocabulary = [.. Enumerable.Range(0, 30_000).Select(Word)];

    /// <summary>What is said to have made the records.</summary>
    public static readonly Run Run = new("demarche bench", "0123456789ab", "fedcba987654");

    public IEnumerable<Document> Stories(int count)
    {
        for (var i = 0; i < count; i++)
            yield return Make(i, _random.Next(10) == 0 ? _random.NextDouble() : (double)i / count);
    }

    /// <summary>The word of a rank, as it stands in texts.</summary>
    public static string Word(int rank)
    {
        const string Consonants = "bdfgklmnprstvz", Vowels = "aeiou";
        var word = new StringBuilder();
        for (var rest = rank + 1; rest > 0; rest /= 70)
            word.Append(Consonants[rest % 14]).Append(Vowels[rest / 14 % 5]);
        return word.Append('n').ToString();
    }

    /// <summary>The id of the state of a rank: the first is heard of most.</summary>
    public static string State(int rank) => string.Create(CultureInfo.InvariantCulture, $"S{rank:00}");

    private Document Make(int number, double time)
    {
        var day = Day(time);
        var text = new StringBuilder();
        text.Append("Report ").Append(number).Append(": ");
        Sentence(text, 8);
        text.Append("\n\n");
        var clauses = new List<(Span Evidence, Span Trigger, Actor Actor, Actor Recipient)>();
        var quotes = new List<(Span Source, Span Cue, Span Content, Actor Speaker)>();
        var events = 3 + _random.Next(5);
        var statements = 1 + _random.Next(2);
        for (var i = 0; i < events; i++)
        {
            clauses.Add(Clause(text));
            text.Append(' ');
            Sentence(text, 10 + _random.Next(10));
            text.Append(i % 3 == 2 ? "\n\n" : " ");
            if (i < statements)
                quotes.Add(Quote(text));
        }

        var document = new Document(new(text.ToString()) { Outlet = $"Outlet {_outlets.Draw(_random)}", Published = day, Title = text.ToString(0, Math.Min(60, text.Length)).TrimEnd(), Url = string.Create(CultureInfo.InvariantCulture, $"https://example.org/{number}") });
        foreach (var (source, cue, content, speaker) in quotes)
            document.Attributions.Add(new()
            {
                Id = $"a{document.Attributions.Count + 1}", Source = [source], Cue = [cue], Content = [content], Kind = _random.Next(3) == 0 ? AttributionKind.Direct : AttributionKind.Indirect, Speaker = speaker,
                Polarity = Polarities[_random.Next(Polarities.Length)], Date = _random.Next(2) == 0 ? new(day) : null, Rule = "attribution.yaml/say", Confidence = 0.9, Why = "“said” takes its clause as content",
            });
        foreach (var (evidence, trigger, actor, recipient) in clauses)
            document.Events.Add(Event(document, day, evidence, trigger, actor, recipient));
        for (var i = 0; i < clauses.Count && document.Positions.Count < statements; i += 2)
            document.Positions.Add(new()
            {
                Id = $"p{document.Positions.Count + 1}", Actor = clauses[i].Actor, Issue = _random.Next(5) == 0 ? $"the {_vocabulary[_words.Draw(_random)]}" : $"issue-{_issues.Draw(_random)}",
                Stance = Stances[_random.Next(Stances.Length)], Strength = 1 + _random.Next(3), Addressees = [clauses[i].Recipient], Date = _random.Next(2) == 0 ? new(day) : null,
                Attribution = document.Attributions.FirstOrDefault(), Evidence = clauses[i].Evidence, Rule = document.Events[i].Rule, Confidence = 0.8, Why = "what it does states a position",
            });
        return document;
    }

    private Event Event(Document document, DateOnly day, Span evidence, Span trigger, Actor actor, Actor recipient)
    {
        var (type, quad, _) = Draw();
        var rule = _rules.Draw(_random);
        return new()
        {
            Id = $"e{document.Events.Count + 1}", Type = type, Quad = quad, Mode = _random.Next(3) == 0 ? $"mode-{_random.Next(4)}" : null, Actors = [actor], Recipients = _random.Next(5) == 0 ? [] : [recipient],
            Date = _random.Next(2) == 0 ? new(day.AddDays(-_random.Next(4))) : null, Status = Statuses[_random.Next(Statuses.Length)], Evidence = evidence, Spans = [new("trigger", trigger), new("actor", actor.Mention!.Value), new("recipient", recipient.Mention!.Value)],
            Attribution = document.Attributions.Count > 0 && _random.Next(3) == 0 ? document.Attributions[_random.Next(document.Attributions.Count)] : null, Score = quad <= 2 ? 4.2 : -5.1,
            Rule = $"{type.ToLowerInvariant()}/rule-{rule}", Confidence = 0.5 + rule % 5 * 0.1, Why = $"“{document.Words(trigger)}” matches {type.ToLowerInvariant()}/rule-{rule}",
        };
    }

    private (string Type, int Quad, int Share) Draw()
    {
        var point = _random.Next(Types.Sum(type => type.Share));
        foreach (var type in Types)
            if ((point -= type.Share) < 0)
                return type;
        return Types[^1];
    }

    private (Span, Span, Actor, Actor) Clause(StringBuilder text)
    {
        var start = text.Length;
        var actor = Actor(text);
        text.Append(' ');
        var trigger = Put(text, _vocabulary[_rules.Draw(_random)]);
        text.Append(' ');
        var recipient = Actor(text);
        text.Append(' ');
        for (var i = _random.Next(8); i >= 0; i--)
            text.Append(_vocabulary[_words.Draw(_random)]).Append(i > 0 ? ' ' : '.');
        return (new(start, text.Length - 1), trigger, actor, recipient);
    }

    private (Span, Span, Span, Actor) Quote(StringBuilder text)
    {
        var start = text.Length;
        var speaker = Actor(text);
        var source = new Span(start, text.Length);
        text.Append(' ');
        var cue = Put(text, "said");
        text.Append(' ');
        start = text.Length;
        Sentence(text, 12 + _random.Next(12));
        var content = new Span(start, text.Length - 1);
        text.Append(' ');
        return (source, cue, content, speaker);
    }

    private Actor Actor(StringBuilder text)
    {
        if (_random.Next(8) == 0)
        {
            var name = $"the {_vocabulary[_unknown.Draw(_random)]} group";
            return new(name, ActorKind.Group) { Mention = Put(text, name) };
        }
        var rank = _actors.Draw(_random);
        // States, their governments and others are mixed over the ranks.
        if (rank % 7 == 0 && rank / 7 < 40)
            return new($"Stateland {rank / 7}", ActorKind.State) { Id = State(rank / 7), Country = State(rank / 7), Mention = Put(text, $"Stateland {rank / 7}") };
        return new($"Person {rank}", ActorKind.Person)
        {
            Id = $"person-{rank}", Country = State(rank % 40), Sector = rank % 3 == 0 ? "GOV" : rank % 3 == 1 ? "BUS" : "OPP", Office = rank % 3 == 0 ? "minister" : null, Mention = Put(text, $"Person {rank}"),
        };
    }

    private void Sentence(StringBuilder text, int words)
    {
        for (var i = 0; i < words; i++)
            text.Append(_vocabulary[_words.Draw(_random)]).Append(i < words - 1 ? ' ' : '.');
    }

    private static Span Put(StringBuilder text, string words)
    {
        text.Append(words);
        return new(text.Length - words.Length, text.Length);
    }

    // Three years, in which one day in twenty takes as much time as ten others.
    private static DateOnly Day(double time)
    {
        const int Burst = 10, Period = 20;
        var at = time * 1095 / Period * (Period - 1 + Burst);
        var (period, within) = ((int)(at / (Period - 1 + Burst)), at % (Period - 1 + Burst));
        return new DateOnly(2021, 1, 1).AddDays(period * Period + (int)Math.Max(0, within - Burst + 1));
    }
}
