using System.Text.Json;
using Demarche.Reading;
using Demarche.Store.Packing;
using Demarche.Store.Projecting;

namespace Demarche.Store.Collating;

/// <summary>Makes reports of the events in a story's record. The same record gives the same reports.</summary>
internal sealed class ReportReader(CollatingRules rules)
{
    private readonly IncidentRules _rules = rules.Incidents;
    private readonly FigureReader _figures = new(rules.Figures);
    private readonly ReportDays _days = new(rules);

    /// <summary>The events of a record that may be part of an incident.</summary>
    /// <param name="document">The document's number in the store, from which those of its rows follow.</param>
    /// <param name="story">Id, outlet and day of the story.</param>
    /// <param name="record">The record, with or without the words of its spans.</param>
    /// <param name="text">The story's text.</param>
    public List<Report> Read(long document, (string Id, string? Outlet, DateOnly? Published) story, JsonElement record, string text)
    {
        var attributions = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var attribution in record.Items("attributions"))
            if (attribution.Text("id") is { } key)
                attributions[key] = attribution;

        var reports = new List<Report>();
        var sentences = new SentenceSpans(text);
        var titleEnd = text.AsSpan().IndexOf("\n\n") is >= 0 and var end ? end : 0;
        uint[]? storyNames = null;
        string[]? storyAnchors = null;
        foreach (var e in record.Items("events"))
        {
            if (!RecordId.TryParse(e.Text("id"), out var id) || e.Text("type") is not { } type || _rules.FamilyOf(type) is not { } usual || e.Text("status") is not { } status
                || !_rules.Statuses.Contains(status) || SpanText.SpanOf(e.Field("evidence")) is not { } evidence || evidence.Start < 0 || evidence.End > text.Length || evidence.Length <= 0)
                continue;
            if (_days.Of(e, record.Items("events"), story.Published, text, sentences.Around(evidence)) is not var (first, last, dated))
                continue;
            var sentence = sentences.Around(evidence);
            var actors = Parties(e.Items("actors"));
            var family = Placed(usual, actors, text, evidence);
            var recipients = Parties(e.Items("recipients"));
            var taken = Taken(e, actors, recipients);
            var place = PlaceOf(e.Field("place"));
            string[] anchors = [.. ReportKeys.AnchorsOf(actors.Concat(recipients), place).Distinct()];
            var names = Names(text, sentences.Around(evidence), taken);
            // “They had rallied in the city”: which one, the sentence before says.
            if (names.Length == 0 && sentences.IndexOf(evidence.Start) is > 0 and var at)
                names = Names(text, sentences.All[at - 1], []);
            // “Police arrested 18 people”: whose police, the rest of the story says, or names of which nobody knows whose they are.
            if (anchors.Length < _rules.FewAnchors)
                anchors = [.. anchors.Concat(storyAnchors ??= AnchorsOf(record)).Concat(names.Select(name => $"#{name:x8}")).Distinct().Take(_rules.MostAnchors)];
            // “In the nineties”: nobody can say what else it is.
            if (last.DayNumber - first.DayNumber > _rules.RecalledDays)
                anchors = [];
            storyNames ??= NamesOf(text);
            reports.Add(new()
            {
                Row = id.Row(document), Story = story.Id, Event = id, Outlet = story.Outlet, Published = story.Published, Family = family.Name, Type = type, Status = status,
                Act = Refined(family, ActOf(family, e, text, evidence), text, evidence, sentences.Around(evidence)), Actors = actors, Recipients = recipients, First = first, Last = last, Dated = dated, Known = _days.IsKnown(e, text), Again = Has(_rules.Again, text, Widened(text, evidence, sentence.End, _rules.AgainReach)), Follows = place is null && recipients.TrueForAll(recipient => recipient.Id is null) && Follows(actors, text, Widened(text, evidence, sentence.End, _rules.AgainReach)), Place = place, Anchors = anchors,
                Speakers = Speakers(e.Text("attribution"), attributions), Names = names, Words = Words(family, text, evidence, Widened(text, evidence, BreakAfter(text, evidence, sentence.End), _rules.WordsBehind), taken),
                StoryNames = storyNames, Sentence = sentences.IndexOf(evidence.Start), InTitle = evidence.End <= titleEnd, Figures = [], Counts = _figures.Counts(text, evidence), Evidence = evidence,
            });
        }
        return AddFigures(reports, text, sentences);
    }

    /// <summary>The names of a whole story, as sorted numbers; of a long one a sample that is the same for the same names.</summary>
    public uint[] NamesOf(string text) => [.. Names(text, new(0, text.Length), []).Take(_rules.MostNames)];

    // The most frequent first.
    private static string[] AnchorsOf(JsonElement record)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var e in record.Items("events"))
            Count(Parties(e.Items("actors")).Concat(Parties(e.Items("recipients"))), PlaceOf(e.Field("place")));
        foreach (var attribution in record.Items("attributions"))
            if (Party.Of(attribution.Field("speaker")) is { } speaker)
                Count([speaker], null);
        return [.. counts.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Key)];

        void Count(IEnumerable<Party> parties, ReportPlace? place)
        {
            foreach (var anchor in ReportKeys.AnchorsOf(parties, place))
                counts[anchor] = counts.GetValueOrDefault(anchor) + 1;
        }
    }

    private static List<Party> Parties(JsonElement.ArrayEnumerator actors)
    {
        var parties = new List<Party>();
        foreach (var actor in actors)
            if (Party.Of(actor) is { } party)
                parties.Add(party);
        return parties;
    }

    // The words that name who takes part and when: they are compared as actors and dates, not as words.
    private static List<Span> Taken(JsonElement e, List<Party> actors, List<Party> recipients)
    {
        var taken = new List<Span>();
        if (actors.Exists(a => a.Id is not null))
            Add("actors");
        if (recipients.Exists(r => r.Id is not null))
            Add("recipients");
        foreach (var role in e.Items("spans"))
            if (role.Text("role") == "date" && SpanText.SpanOf(role) is { } date)
                taken.Add(date);
        return taken;

        void Add(string list)
        {
            foreach (var actor in e.Items(list))
                // A town that stands for its state tells more than the state.
                if (actor.Text("id") is not null && !(actor.Text("kind") == "state" && actor.Text("sector") is null) && SpanText.SpanOf(actor.Field("mention")) is { } mention)
                    taken.Add(mention);
        }
    }

    // “Fired tear gas at the crowd” is an assault to one and a coercion to another.
    private IncidentFamily Placed(IncidentFamily usual, List<Party> actors, string text, Span evidence)
    {
        foreach (var placing in _rules.Placed)
            if (placing.From.Contains(usual.Name) && (placing.By.Count == 0 || actors.Exists(actor => actor.Sector is not null && placing.By.Contains(actor.Sector))) && Has(placing.Words, text, evidence) && (placing.With.Count == 0 || Has(placing.With, text, evidence)) && !Has(placing.Not, text, evidence))
                return _rules.Family(placing.Family);
        return usual;
    }

    // “The attackers came before dawn” goes on with the attack; “gunmen also killed” begins another.
    private bool Follows(List<Party> actors, string text, Span stretch) =>
        actors.TrueForAll(actor => actor.Id is null && _rules.Continuing.Exists(start => actor.Name.StartsWith(start, StringComparison.Ordinal))) && !Has(_rules.Others, text, stretch);

    // With the next words of the sentence: “took to the streets again”.
    private static Span Widened(string text, Span evidence, int end, int reach)
    {
        if (end <= evidence.End)
            return evidence;
        var behind = TextWord.Of(text.AsSpan(evidence.End, end - evidence.End));
        return behind.Count == 0 ? evidence : new(evidence.Start, evidence.End + behind[Math.Min(behind.Count, reach) - 1].Span.End);
    }

    private static int BreakAfter(string text, Span evidence, int end) =>
        end > evidence.End && text.AsSpan(evidence.End, end - evidence.End).IndexOfAny(",;:") is >= 0 and var mark ? evidence.End + mark : end;

    private static bool Has(IReadOnlySet<string> stems, string text, Span span)
    {
        if (stems.Count == 0)
            return false;
        foreach (var word in TextWord.Of(text.AsSpan(span.Start, span.Length)))
            if (stems.Contains(Stems.Of(text.Substring(span.Start + word.Span.Start, word.Span.Length).ToLowerInvariant())))
                return true;
        return false;
    }

    private static string? ActOf(IncidentFamily family, JsonElement e, string text, Span evidence)
    {
        foreach (var role in e.Items("spans"))
            if (role.Text("role") == "trigger" && SpanText.SpanOf(role) is { } trigger && trigger.Start >= 0 && trigger.End <= text.Length && ClassIn(trigger) is { } own)
                return own;
        return ClassIn(evidence);

        // “imposed sanctions”: the noun says what the verb does not; words of two classes say nothing.
        string? ClassIn(Span span)
        {
            string? found = null;
            foreach (var word in TextWord.Of(text.AsSpan(span.Start, span.Length)))
                if (family.Acts.TryGetValue(Stems.Of(text.Substring(span.Start + word.Span.Start, word.Span.Length).ToLowerInvariant()), out var name))
                {
                    if (found is not null && found != name)
                        return null;
                    found = name;
                }
            return found;
        }
    }

    // “Rejected the charge” is denied; “rejected the plan” is not. The tool may stand behind the words of the act (“blasted the boat with water cannon”).
    private string? Refined(IncidentFamily family, string? act, string text, Span evidence, Span sentence) =>
        act is not null && _rules.Refined.TryGetValue((family.Name, act), out var refined) && (Has(refined.Beside, text, evidence) || Has(refined.Behind, text, new(evidence.End, Math.Max(evidence.End, sentence.End))))
            ? refined.Becomes
            : act;

    // Of a place that no table has the country is only where the story plays.
    private static ReportPlace? PlaceOf(JsonElement place) => place.Text("name") is { } name
        ? new(name, place.Text("precision") is "unknown" ? null : place.Text("country"), (float?)place.Real("lat"), (float?)place.Real("lon"), place.Text("precision") is "city" or "site")
        : null;

    private static List<string> Speakers(string? attribution, Dictionary<string, JsonElement> all)
    {
        var chain = new List<string>();
        var left = all.Count;
        for (var next = attribution; next is not null && all.TryGetValue(next, out var said) && left-- > 0; next = said.Text("via"))
            chain.Insert(0, Party.Of(said.Field("speaker"))?.Called ?? "?");
        return chain;
    }

    /// <summary>The words written with a capital, as numbers; those of some spans left out.</summary>
    private uint[] Names(string text, Span stretch, List<Span> without)
    {
        var names = new SortedSet<uint>();
        var words = TextWord.Of(text.AsSpan(stretch.Start, stretch.Length));
        for (var i = 0; i < words.Count; i++)
        {
            var span = new Span(words[i].Span.Start + stretch.Start, words[i].Span.End + stretch.Start);
            // “Students marched”: a capital at the beginning of a sentence makes no name, unless another follows.
            if (BeginsSentence(text, span.Start) && !(i + 1 < words.Count && char.IsUpper(text[words[i + 1].Span.Start + stretch.Start])))
                continue;
            if (!char.IsUpper(text[span.Start]) || without.Exists(taken => taken.Start <= span.Start && span.End <= taken.End))
                continue;
            var name = text[span.Start..span.End].ToLowerInvariant();
            if (!_rules.NotNames.Contains(name) && !_rules.NotWords.Contains(name))
                names.Add(Number(name));
        }
        return [.. names];
    }

    private static bool BeginsSentence(string text, int start)
    {
        var before = start - 1;
        while (before >= 0 && (text[before] is ' ' or '"' or '“' or '‘' or '\'' or '(' or '\t'))
            before--;
        return before < 0 || text[before] is '.' or '!' or '?' or ':' or '\n' or '\r';
    }

    private uint[] Words(IncidentFamily family, string text, Span evidence, Span widened, List<Span> without)
    {
        var words = new SortedSet<uint>();
        foreach (var word in TextWord.Of(text.AsSpan(widened.Start, widened.Length)))
        {
            var span = new Span(word.Span.Start + widened.Start, word.Span.End + widened.Start);
            var form = text[span.Start..span.End].ToLowerInvariant();
            if (!_rules.NotWords.Contains(form) && !_rules.NotNames.Contains(form) && !(char.IsUpper(text[span.Start]) && without.Exists(taken => taken.Start <= span.Start && span.End <= taken.End)))
            {
                var act = family.Acts.GetValueOrDefault(Stems.Of(form));
                // Behind the act stands where it was done and to what, no act of its own.
                if (act is null || (!family.IsSpeech && span.Start < evidence.End))
                    words.Add(Number(act ?? form));
            }
        }
        return [.. words];
    }

    // Words of one class are one word.
    internal static uint Number(string word) => (uint)(TextWord.Hash(Stems.Of(word)) >> 32);

    // A figure belongs to the event in whose words it stands, else to the nearest before it in its sentence or the two sentences before, else to the next in its sentence.
    private List<Report> AddFigures(List<Report> reports, string text, SentenceSpans sentences)
    {
        if (reports.Count == 0)
            return reports;
        var found = new List<Figure>?[reports.Count];
        var all = sentences.All;
        for (var s = 0; s < all.Count; s++)
            foreach (var figure in _figures.Read(text, all[s]))
                if (OwnerOf(figure, s) is >= 0 and var owner)
                    (found[owner] ??= []).Add(figure);
        return [.. reports.Select((report, i) => found[i] is { } figures ? report with { Figures = figures } : report)];

        int OwnerOf(Figure figure, int sentence)
        {
            var types = rules.Figures.Kinds.First(kind => kind.Name == figure.Kind).Types;
            int before = -1, behind = -1;
            for (var i = 0; i < reports.Count; i++)
            {
                var evidence = reports[i].Evidence;
                if (!types.Contains(reports[i].Type))
                    continue;
                if (evidence.Start < figure.Words.End && figure.Words.Start < evidence.End)
                    return i;
                var at = sentences.IndexOf(evidence.Start);
                if (evidence.Start <= figure.Words.Start && sentence - at <= 2 && (before < 0 || evidence.Start >= reports[before].Evidence.Start))
                    before = i;
                else if (evidence.Start > figure.Words.Start && at == sentence && behind < 0)
                    behind = i;
            }
            return before >= 0 && sentences.IndexOf(reports[before].Evidence.Start) == sentence || behind < 0 ? before : behind;
        }
    }
}
