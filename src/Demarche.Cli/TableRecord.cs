using System.Globalization;
using Demarche.Record;

namespace Demarche.Cli;

/// <summary>The record for a person at a terminal: events, statements inside the statements that hold them, and positions, each with its words.</summary>
internal sealed class TableRecord(IScreen screen) : IRecordWriter
{
    // The whole words are in the other forms of the record.
    private const int LongestQuotation = 280;

    private const int LongestStanding = 100;

    private const string Margin = "  ";

    private const int IdWidth = 5;

    private bool _begun;

    public void Write(Document document)
    {
        if (_begun)
            Blank();
        _begun = true;
        WriteTitle(document);
        WriteEvents(document);
        WriteStatements(document);
        WritePositions(document);
        WriteStandings(document);
        WriteAgreements(document);
        WriteIgnored(document);
    }

    public void Finish()
    {
    }

    public void Dispose()
    {
    }

    private void WriteTitle(Document document)
    {
        var story = document.Story;
        var title = story.Title ?? (document.Blocks.Find(block => block.Kind == BlockKind.Title) is { } headline ? document.Words(headline.Span) : Layout.Shortened(story.Text, 80));
        Layout.Write(screen, [], 0, new Words(Layout.Shortened(title, 300), Tone.Title));
        var facts = new List<string>();
        if (story.Outlet is not null)
            facts.Add(story.Outlet);
        if (story.Published is { } day)
            facts.Add(day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture));
        facts.Add(Count(document.Events.Count, "event"));
        facts.Add(Count(document.Attributions.Count, "statement"));
        facts.Add(Count(document.Positions.Count, "position"));
        Layout.Write(screen, [], 0, new Words(string.Join(" · ", facts), Tone.Quiet));
    }

    private void WriteEvents(Document document)
    {
        if (document.Events.Count == 0)
            return;
        Heading("Events");
        var dates = document.Events.Max(e => Layout.WidthOf(Phrases.Dates(e)));
        var types = document.Events.Max(e => Layout.WidthOf(Phrases.Type(e)));
        foreach (var e in document.Events)
        {
            List<Words> line = [Margin + e.Id.PadRight(IdWidth), Padded(Phrases.Dates(e), dates), Padded(Phrases.Type(e), types) with { Tone = ToneOf(e) }];
            var column = line.Sum(words => Layout.WidthOf(words.Text));
            // A narrow screen has no room beside the type for who does it to whom.
            if (column > screen.Width / 2)
            {
                Layout.Write(screen, [], Indent(0).Length, line);
                line = [Indent(0)];
                column = Indent(0).Length;
            }
            List<Words> who = [e.Actors.Count > 0 ? Phrases.Names(e.Actors) : "somebody"];
            if (Phrases.Others(e) is { Count: > 0 } others)
                who.AddRange([new(" → ", Tone.Quiet), Phrases.Names(others)]);
            if (e.Status != EventStatus.Asserted || e.Background)
                who.Add(new($" · {Phrases.Status(e)}", Tone.Quiet));
            Layout.Write(screen, line, column, who);
            Quote(Phrases.Quoted(document, [e.Evidence], LongestQuotation), Indent(0), e.Place is null ? null : $" ({e.Place.Name})");
            if (e.Attribution is not null)
                Layout.Write(screen, [Indent(0)], Indent(0).Length, new Words("according to ", Tone.Quiet), new Words(Phrases.Chain(document, e.Attribution), Tone.Speaker));
        }
    }

    private void WriteStatements(Document document)
    {
        if (document.Attributions.Count == 0)
            return;
        Heading("Statements");
        foreach (var attribution in document.Attributions.Where(a => a.Via is null || !document.Attributions.Contains(a.Via)))
            WriteStatement(document, attribution, 0);
    }

    private void WriteStatement(Document document, Attribution attribution, int depth)
    {
        var bars = string.Concat(Enumerable.Repeat("│ ", Math.Min(depth, 8)));
        List<Words> first = [new(Margin + bars, Tone.Quiet), attribution.Id.PadRight(IdWidth)];
        List<Words> line = [new(Phrases.Speaker(document, attribution), Tone.Speaker)];
        if (attribution.Addressees.Count > 0)
            line.AddRange([new(" → ", Tone.Quiet), Phrases.Names(attribution.Addressees)]);
        var facts = new List<string>
        {
            attribution.Kind is AttributionKind.Belief or AttributionKind.Intention ? Phrases.Plain(attribution.Kind.ToString()) : Phrases.Plain(attribution.Polarity),
        };
        if (attribution.Cue.Count > 0)
            facts.Add($"by “{Phrases.Quoted(document, attribution.Cue, 60)}”");
        if (attribution.Medium is not null)
            facts.Add(attribution.Medium);
        if (attribution.Date is not null)
            facts.Add(Phrases.Date(attribution.Date));
        line.Add(new($" · {string.Join(" · ", facts)}", Tone.Quiet));
        var indent = Margin.Length + bars.Length + IdWidth;
        Layout.Write(screen, first, indent, line);
        Quote(Phrases.Quoted(document, attribution.Content, LongestQuotation), Margin + bars + new string(' ', IdWidth));
        foreach (var inner in document.Attributions)
            if (inner.Via == attribution)
                WriteStatement(document, inner, depth + 1);
    }

    private void WritePositions(Document document)
    {
        if (document.Positions.Count == 0)
            return;
        Heading("Positions");
        foreach (var position in document.Positions)
        {
            List<Words> line = [Phrases.Names([position.Actor]), " ", new(Phrases.Plain(position.Stance), Tone.Stance), $": {Layout.Shortened(Phrases.Issue(position), 80)}", new(Phrases.Way(position), Tone.Quiet)];
            if (position.Addressees.Count > 0)
                line.AddRange([new(" → ", Tone.Quiet), Phrases.Names(position.Addressees)]);
            Layout.Write(screen, [Margin + position.Id.PadRight(IdWidth)], Indent(0).Length, line);
            Quote(Phrases.Quoted(document, [position.Evidence], LongestQuotation), Indent(0));
            if (position.Condition is { } condition)
                Layout.Write(screen, [Indent(0)], Indent(0).Length, new Words("depends on ", Tone.Quiet), Phrases.Quoted(document, [condition], LongestQuotation));
            // What another says of somebody is not his own word.
            if (position.Attribution is { Speaker: { } teller } && !teller.SameSide(position.Actor) && !position.Actor.SameSide(teller))
                Layout.Write(screen, [Indent(0)], Indent(0).Length, new Words("according to ", Tone.Quiet), new Words(Phrases.Chain(document, position.Attribution), Tone.Speaker));
        }
    }

    /// <summary>Who stands where: for each actor and issue the latest position, with those before it that it changes. What a foe says of somebody is no stand of his.</summary>
    private void WriteStandings(Document document)
    {
        var actors = document.Positions.Where(position => position.Witness != Witness.Foe).GroupBy(position => position.Actor.Id ?? position.Actor.Name, StringComparer.Ordinal).ToList();
        if (document.Positions.Count < 2)
            return;
        Heading("Where each side stands");
        foreach (var actor in actors)
        {
            Layout.Write(screen, [Margin], Margin.Length, Phrases.Names([actor.First().Actor]));
            foreach (var issue in actor.GroupBy(position => position.Issue, StringComparer.OrdinalIgnoreCase))
            {
                var latest = issue.Last();
                List<Words> line = [$"{Layout.Shortened(Phrases.Issue(latest), 60)}: ", new(Phrases.Plain(latest.Stance), Tone.Stance), new($"{Phrases.Way(latest)} ({latest.Id})", Tone.Quiet)];
                var before = issue.Where(position => position.Stance != latest.Stance).Select(position => $"{Phrases.Plain(position.Stance)} ({position.Id})").Distinct(StringComparer.Ordinal).ToList();
                if (before.Count > 0)
                    line.Add(new($", {(latest.Changes is null ? "also" : "before")} {string.Join(", ", before)}", Tone.Quiet));
                if (latest.Conflicts is { } told)
                    line.Add(new($", conflict: {Phrases.Plain(told.Stance)} ({told.Id}) by another source", Tone.Quiet));
                line.Add($" {Phrases.InQuotes(Phrases.Quoted(document, [latest.Evidence], LongestStanding))}");
                Layout.Write(screen, [Indent(0)], Indent(2).Length, line);
            }
        }
    }

    private void WriteAgreements(Document document)
    {
        if (document.Agreements.Count == 0)
            return;
        Heading("Agreements");
        foreach (var agreement in document.Agreements)
        {
            List<Words> line = [Phrases.InQuotes(Phrases.Quoted(document, [agreement.Name], LongestQuotation)), " ", new(Phrases.Plain(agreement.Claim), Tone.Stance)];
            if (agreement.Against is { } against)
                line.AddRange([new(" by ", Tone.Quiet), Phrases.Names([against])]);
            else if (agreement.By is null && agreement.Parties.Count > 0)
                line.AddRange([new(" by ", Tone.Quiet), Phrases.Names(agreement.Parties)]);
            if (agreement.By is { } by)
                line.AddRange([new(", says ", Tone.Quiet), new(Phrases.Names([by]), Tone.Speaker)]);
            Layout.Write(screen, [Margin + agreement.Id.PadRight(IdWidth)], Indent(0).Length, line);
            if (agreement.Provision is { } provision)
                Layout.Write(screen, [Indent(0)], Indent(0).Length, new Words("lays down: ", Tone.Quiet), Phrases.Quoted(document, [provision], LongestQuotation));
        }
    }

    private void WriteIgnored(Document document)
    {
        if (document.Ignored.Count == 0)
            return;
        Blank();
        var reasons = document.Ignored.GroupBy(ignored => ignored.Why, StringComparer.Ordinal).Select(group => group.Count() == 1 ? group.Key : $"{group.Key} ({group.Count()})");
        Layout.Write(screen, [Margin], Margin.Length, new Words($"Left out, {Count(document.Ignored.Count, "line")}: {string.Join("; ", reasons)}", Tone.Quiet));
    }

    private void Quote(string words, string indent, string? after = null) =>
        Layout.Write(screen, [new(indent, Tone.Quiet)], indent.Length, Phrases.InQuotes(words), new Words(after ?? "", Tone.Quiet));

    private void Heading(string text)
    {
        Blank();
        screen.WriteLine([new(text, Tone.Heading)]);
    }

    private void Blank() => screen.WriteLine([]);

    private static string Indent(int more) => new(' ', Margin.Length + IdWidth + more);

    private static Words Padded(string text, int width) => new(text + new string(' ', Math.Max(0, width - Layout.WidthOf(text)) + 2));

    private static Tone ToneOf(Event e) => e.Quad switch { 1 or 2 => Tone.Friendly, 3 or 4 => Tone.Hostile, _ => Tone.Plain };

    private static string Count(int n, string what) => n == 1 ? $"1 {what}" : $"{n} {what}s";
}
