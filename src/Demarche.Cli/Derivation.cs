using System.Globalization;
using Demarche.Codebooks;

namespace Demarche.Cli;

/// <summary>Says in words how records came about: the rule and its place, the words in each role, who says it, the date, and what was considered and left.</summary>
internal sealed class Derivation(Codebook codebook, IScreen screen)
{
    private const int LabelWidth = 14;

    private readonly RuleBook _rules = new(codebook);

    private bool _begun;

    public void WriteAll(Document document)
    {
        Gap();
        Layout.Write(screen, [], 0, new Words(Layout.Shortened(document.Story.Title ?? document.Text, 200), Tone.Title));
        var records = document.Attributions.Select(a => (Start: a.Content.Count > 0 ? a.Content[0].Start : 0, Write: (Action)(() => Write(document, a))))
            .Concat(document.Events.Select(e => (e.Evidence.Start, (Action)(() => Write(document, e)))))
            .Concat(document.Positions.Select(p => (p.Evidence.Start, (Action)(() => Write(document, p)))))
            .Concat(document.Agreements.Select(g => (g.Evidence.Start, (Action)(() => Write(document, g)))));
        foreach (var (_, write) in records.OrderBy(record => record.Start))
            write();
        WriteConsidered(document, document.Considered);
        WriteIgnored(document);
    }

    /// <summary>Writes the one record, and what else was considered in its sentence; false when there is no such record.</summary>
    public bool Write(Document document, string id)
    {
        Span where;
        if (document.Events.Find(e => e.Id == id) is { } found)
        {
            Write(document, found);
            where = found.Evidence;
        }
        else if (document.Attributions.Find(a => a.Id == id) is { } attribution)
        {
            Write(document, attribution);
            where = attribution.Content.Concat(attribution.Cue).Aggregate((a, b) => a.To(b));
        }
        else if (document.Positions.Find(p => p.Id == id) is { } position)
        {
            Write(document, position);
            where = position.Evidence;
        }
        else if (document.Agreements.Find(g => g.Id == id) is { } agreement)
        {
            Write(document, agreement);
            where = agreement.Evidence;
        }
        else
        {
            return false;
        }
        var sentences = document.Sentences.Where(s => s.Span.Overlaps(where)).ToList();
        WriteConsidered(document, document.Considered.Where(c => sentences.Exists(s => s.Span.Overlaps(c.Span))));
        return true;
    }

    private void Write(Document document, Event e)
    {
        Head(e.Id, Phrases.Type(e), e.Quad is 1 or 2 ? Tone.Friendly : Tone.Hostile, $"{(e.Actors.Count > 0 ? Phrases.Names(e.Actors) : "somebody")}{(Phrases.Others(e) is { Count: > 0 } others ? $" → {Phrases.Names(others)}" : "")}");
        WordsOf(document, "words", [e.Evidence]);
        Rule(e.Rule);
        foreach (var group in e.Spans.GroupBy(span => span.Role, StringComparer.Ordinal))
            WordsOf(document, group.Key, [.. group.Select(span => span.Span)]);
        Actors(document, e.Actors.Concat(Phrases.Others(e)));
        if (e.Rung != "path")
            Row("actors found", e.Rung);
        var dated = e.Spans.Any(span => span.Role == "date");
        Row("date", e.Date is null ? dated ? "counted from a day of publication that is not known" : "no words say when" : $"{Phrases.Dates(e)}{(dated ? "" : ", which no words of this clause say")}{(e.DateNote is null ? "" : $", {e.DateNote}")}{From(document, dated)}");
        if (e.Place is { } place)
            Row("place", $"{place.Name}{(place.Country is null ? "" : $" ({place.Country})")}, {place.Precision}: {place.Why}");
        Row("status", Phrases.Status(e));
        Chain(document, e.Attribution);
        if (e.Mentions.Count > 0)
            foreach (var mention in e.Mentions)
                WordsOf(document, "stated also", [mention]);
        Row("confidence", e.Confidence.ToString(CultureInfo.InvariantCulture));
        Row("why", e.Why);
    }

    private static string From(Document document, bool dated) =>
        dated && document.Story.Published is { } day ? $", counted from the day of publication, {day.ToString("d MMM yyyy", CultureInfo.InvariantCulture)}" : "";

    private void Write(Document document, Attribution attribution)
    {
        Head(attribution.Id, "statement", Tone.Speaker, $"{Phrases.Speaker(document, attribution)}{(attribution.Addressees.Count > 0 ? $" → {Phrases.Names(attribution.Addressees)}" : "")}");
        WordsOf(document, "source", attribution.Source);
        WordsOf(document, "cue", attribution.Cue);
        WordsOf(document, "content", attribution.Content);
        Rule(attribution.Rule);
        Row("kind", $"{Phrases.Plain(attribution.Kind.ToString())}; the cue {Phrases.Plain(attribution.Polarity)} the content");
        Actors(document, [.. attribution.Speaker is null ? [] : new[] { attribution.Speaker }, .. attribution.FurtherSpeakers, .. attribution.Addressees]);
        if (attribution.Medium is not null)
            Row("medium", attribution.Medium);
        Chain(document, attribution.Via);
        foreach (var repeat in attribution.Repeats)
            WordsOf(document, "repeated", [repeat]);
        Row("confidence", attribution.Confidence.ToString(CultureInfo.InvariantCulture));
        Row("why", attribution.Why);
    }

    private void Write(Document document, Position position)
    {
        Head(position.Id, Phrases.Plain(position.Stance), Tone.Stance, $"{Phrases.Names([position.Actor])}: {Phrases.Issue(position)}{(position.Addressees.Count > 0 ? $" → {Phrases.Names(position.Addressees)}" : "")}");
        WordsOf(document, "words", [position.Evidence]);
        Rule(position.Rule);
        if (position.Outcome is { } outcome)
            WordsOf(document, "outcome", [outcome]);
        if (position.Condition is { } condition)
            WordsOf(document, "condition", [condition]);
        if (position.Answers is { } answered)
            Row("answers", $"{answered.Id}, of {Phrases.Names([answered.Actor])}");
        if (position.Changes is { } changed)
            Row("changes", $"{changed.Id}, {Phrases.Plain(changed.Stance)}");
        if (position.Conflicts is { } told)
            Row("conflicts", $"with {told.Id}, {Phrases.Plain(told.Stance)}, which another source reports");
        Actors(document, [position.Actor, .. position.Addressees]);
        Row("direction", position.Direction == Direction.Neither ? "not told by the words" : $"{Phrases.Plain(position.Direction.ToString())} the issue");
        Row("strength", $"{position.Strength} of 3{(position.StrengthWords is { } words ? $", by “{Phrases.Quoted(document, [words], 80)}”" : "")}");
        Chain(document, position.Attribution);
        Row("why", position.Why);
    }

    private void Write(Document document, Agreement agreement)
    {
        Head(agreement.Id, $"agreement {agreement.Claim}", Tone.Stance, Phrases.Quoted(document, [agreement.Name]));
        WordsOf(document, "words", [agreement.Evidence]);
        Rule(agreement.Rule);
        if (agreement.Parties.Count > 0)
            Row("parties", Phrases.Names(agreement.Parties));
        Actors(document, new[] { agreement.By, agreement.Against }.OfType<Actor>());
        Chain(document, agreement.Attribution);
        Row("why", agreement.Why);
    }

    private void Rule(string rule)
    {
        var place = _rules.Find(rule);
        Row("rule", place is { } known ? $"{rule}, {known.Place}" : rule);
        if (place?.Text is { } text)
            Row("", text);
    }

    /// <summary>Whom the words mean, and how that was found.</summary>
    private void Actors(Document document, IEnumerable<Actor> actors)
    {
        foreach (var actor in actors)
        {
            var what = actor.Id is null ? "not resolved" : actor.Id == actor.Country || actor.Country is null ? actor.Id : $"{actor.Id}, {actor.Country}";
            var mention = actor.Mention is { } span ? document.Mentions.Find(m => document.SpanOf(m.First, m.End - 1) == span) : null;
            var words = actor.Mention is { } named ? $"“{Phrases.Quoted(document, [named], 80)}” means " : "";
            Row("who", $"{words}{actor.Name} ({what}){(mention is null ? "" : $": {mention.Why}")}");
        }
    }

    private void Chain(Document document, Attribution? innermost)
    {
        for (var attribution = innermost; attribution is not null; attribution = attribution.Via)
        {
            var cue = attribution.Cue.Count > 0 ? $", by the cue “{Phrases.Quoted(document, attribution.Cue, 80)}”" : "";
            Row(attribution == innermost ? "according to" : "as told by", $"{Phrases.Speaker(document, attribution)} ({attribution.Id}){cue}, {attribution.Rule}");
        }
    }

    private void WriteConsidered(Document document, IEnumerable<Considered> considered)
    {
        var left = considered.OrderBy(c => c.Span).ToList();
        if (left.Count == 0)
            return;
        Gap();
        screen.WriteLine([new("Considered and left", Tone.Heading)]);
        foreach (var c in left)
        {
            Layout.Write(screen, ["  "], 4, $"“{Around(document, c.Span)}”: ", c.Why, new Words($" ({c.Rule})", Tone.Quiet));
        }
    }

    private void WriteIgnored(Document document)
    {
        if (document.Ignored.Count == 0)
            return;
        Gap();
        screen.WriteLine([new("Left out of the text", Tone.Heading)]);
        foreach (var ignored in document.Ignored)
            Layout.Write(screen, ["  "], 4, $"“{Phrases.Quoted(document, [ignored.Span], 120)}”: ", ignored.Why);
    }

    /// <summary>A few words on both sides, the words themselves in brackets.</summary>
    private static string Around(Document document, Span span)
    {
        if (document.Tokens.Length == 0)
            return Phrases.Quoted(document, [span], 120);
        var first = Math.Min(document.FirstTokenFrom(span.Start), document.Tokens.Length - 1);
        var sentence = document.SentenceOf(first);
        var last = Math.Max(first, Math.Min(document.FirstTokenFrom(span.End), document.Tokens.Length) - 1);
        var before = document.SpanOf(Math.Max(sentence.First, first - 5), first).Start;
        var after = Math.Max(span.End, document.Tokens[Math.Min(sentence.End - 1, last + 5)].Span.End);
        return $"{Layout.Clean(document.Text[Math.Min(before, span.Start)..span.Start])}[{Layout.Clean(document.Words(span))}]{Layout.Clean(document.Text[span.End..after])}";
    }

    private void Head(string id, string what, Tone tone, string who)
    {
        Gap();
        Layout.Write(screen, [], 4, new Words(id, Tone.Heading), "  ", new Words(what, tone), "  ", who);
    }

    private void WordsOf(Document document, string label, IReadOnlyList<Span> spans)
    {
        if (spans.Count == 0)
            return;
        var places = string.Join(", ", spans.Select(span => $"{span.Start}–{span.End}"));
        Row(label, string.Join(" … ", spans.Select(span => $"“{Phrases.Quoted(document, [span], 400)}”")), $" ({places})");
    }

    private void Row(string label, string text, string after = "") =>
        Layout.Write(screen, [new("  " + label.PadRight(LabelWidth), Tone.Quiet)], LabelWidth + 2, text, new Words(after, Tone.Quiet));

    private void Gap()
    {
        if (_begun)
            screen.WriteLine([]);
        _begun = true;
    }
}
