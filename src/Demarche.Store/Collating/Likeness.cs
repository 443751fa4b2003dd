using System.Globalization;

namespace Demarche.Store.Collating;

/// <summary>How much speaks for two reports being of one happening.</summary>
internal sealed class Likeness(IncidentRules rules)
{
    private readonly Weights _weights = rules.Evidence;

    /// <summary>What the evidence adds up to; null when the two cannot be one.</summary>
    public double? Of(Report a, Report b)
    {
        if (a.Family != b.Family || a.First > b.Last || b.First > a.Last || Place(a, b) is not { } place)
            return null;
        var family = rules.Family(a.Family);
        if (Sides(family, a, b) is not var (actor, recipient))
            return null;
        if (family.DistinctActs && a.Act is not null && b.Act is not null && a.Act != b.Act)
            return null;

        // Of one sentence all names are in common.
        var names = a.Story == b.Story && a.Sentence == b.Sentence ? null : Share(a.Names, b.Names);
        var words = Share(a.Words, b.Words);
        var story = Share(a.StoryNames, b.StoryNames);
        // Where two use the same kind of word, which type that was taken for (“expelled”: a sanction, a coercion) says nothing.
        var sum = a.Type == b.Type ? _weights.TypeSame : a.Act is not null && a.Act == b.Act ? 0 : _weights.TypeOther;
        if (a.Act is not null && b.Act is not null)
            sum += a.Act == b.Act ? _weights.ActSame : family.Akin.Contains((a.Act, b.Act)) ? _weights.ActAkin : _weights.ActOther;
        sum += _weights.Actor.Of(actor) + _weights.Recipient.Of(recipient) + place + Day(a, b);
        var wording = names is { } n ? n > 0 ? _weights.Names.Of(n) : _weights.Names.None * (a.Story == b.Story ? b.Known ? 0 : 1 : 1 - Elsewhere(a, b)) : 0;
        // That nothing of two words is shared says less than that nothing of ten is.
        wording += words is { } w ? w > 0 ? _weights.Words.Of(w) : _weights.Words.None * Math.Min(1, Math.Min(a.Words.Length, b.Words.Length) / 3.0) : 0;
        if (family.IsSpeech && words is 0)
            sum += _weights.Unsaid;
        sum += SharedFigure(a, b) switch
        {
            null => 0,
            var figure => figure >= _weights.FiguresFrom ? _weights.FiguresLarge : _weights.FiguresSame,
        };
        if (a.Act is not null && a.Act == b.Act && family.Counted.Contains(a.Act) && a.Counts.Count > 0 && b.Counts.Count > 0)
            sum += a.Counts.Intersect(b.Counts).Any() ? _weights.CountSame : _weights.CountOther;
        if (a.Story == b.Story)
            return sum + wording + InOneStory(family, a, b, recipient);
        // “The killing of a protester on Sunday”: the reader has heard of it.
        if (((b.Known && a.Published <= b.Published) || (a.Known && b.Published <= a.Published)) && (!(a.Known && b.Known) || names > 0 || words > 0))
            sum += _weights.Known;
        // “Police again used tear gas”: what was told before is another time.
        if ((b.Again && !a.Again && a.Published < b.Published) || (a.Again && !b.Again && b.Published < a.Published))
            sum += _weights.Again;
        wording += story is { } s ? _weights.Story.Of(s) : 0;
        // Two writers may have no word in common.
        sum += Math.Max(wording, _weights.Wording);

        var anchored = actor >= Alikeness.Side || recipient >= Alikeness.Side || place >= _weights.PlaceSame || names >= _weights.Anchor || words >= _weights.Anchor || story >= _weights.Anchor;
        // That nothing ties them together does not speak against two reports that others join.
        return anchored ? sum : Math.Min(sum, rules.Least);
    }

    // The coder keeps apart what it takes for two acts; but a headline tells the story's own act, and “killing ten” what came of the one before it.
    private double InOneStory(IncidentFamily family, Report a, Report b, Alikeness recipient)
    {
        if (a.Act is not null && b.Act is not null && a.Act != b.Act)
            return _weights.SameStory;
        if (a.InTitle != b.InTitle)
            return _weights.Headline;
        if (family.Continues && b.Follows && !a.Known && (b.Sentence - a.Sentence == 1 || (b.Sentence == a.Sentence && recipient != Alikeness.Conflict)) && (!b.Dated || (a.First == b.First && a.Last == b.Last)))
            return _weights.Continued;
        if (a.Sentence != b.Sentence && b.Known && !family.IsSpeech)
            return _weights.SameStoryKnown;
        return a.Sentence == b.Sentence && (a.Act is null || b.Act is null) && recipient != Alikeness.Conflict ? _weights.SameSentence : _weights.SameStory;
    }

    /// <summary>The evidence in words: “same actor (RUS); both on 2022-03-01; same place (Kharkiv)”.</summary>
    public List<string> Why(Report a, Report b)
    {
        var why = new List<string>();
        var family = rules.Family(a.Family);
        if (Sides(family, a, b) is var (actor, recipient))
        {
            var crossed = IsCrossed(family, a, b);
            Say("actor", actor, a.Actors, crossed ? b.Recipients : b.Actors);
            Say("recipient", recipient, a.Recipients, crossed ? b.Actors : b.Recipients);
        }
        if (a.Act is not null && a.Act == b.Act)
            why.Add($"same kind of act ({a.Act})");
        var (first, last) = (Later(a.First, b.First), a.Last < b.Last ? a.Last : b.Last);
        var days = first == last ? Day(first) : $"{Day(first)} to {Day(last)}";
        why.Add(a.Dated && b.Dated ? first == last ? $"both on {days}" : $"both may be of {days}" : $"{(a.Dated || b.Dated ? "only one is dated; " : "")}both may be of {days}");
        if (Place(a, b) >= _weights.PlaceSame)
            why.Add($"same place ({(a.Place ?? b.Place)!.Name})");
        if (a.Figures.FirstOrDefault(f => b.Figures.Any(g => AreSame(f, g))) is { } figure)
            why.Add($"same figure ({figure.Kind}: {figure.Best?.ToString(CultureInfo.InvariantCulture)})");
        if (Share(a.Names, b.Names) is > 0 and var names)
            why.Add($"names in common ({Percent(names)})");
        if (Share(a.Words, b.Words) is > 0 and var words)
            why.Add($"words in common ({Percent(words)})");
        if (a.Story != b.Story && Share(a.StoryNames, b.StoryNames) is > 0 and var story)
            why.Add($"names of the whole stories in common ({Percent(story)})");
        return why;

        void Say(string role, Alikeness alikeness, IReadOnlyList<Party> x, IReadOnlyList<Party> y)
        {
            if (alikeness < Alikeness.Side)
                return;
            var (p, q) = Closest(x, y)!.Value;
            why.Add(alikeness == Alikeness.Same ? $"same {role} ({p.Called})" : $"{role} of one side ({p.Called}, {q.Called})");
        }
    }

    /// <summary>True when one report has those act whom the other has for recipients.</summary>
    public bool AreTurned(Report a, Report b) => a.Actors.Count > 0 && b.Actors.Count > 0 && IsCrossed(rules.Family(a.Family), a, b) && Compare(a.Actors, b.Actors) == Alikeness.Conflict && rules.Family(a.Family).LooseRecipients;

    /// <summary>True when both say where, and it is not one place.</summary>
    public bool AreElsewhere(Report a, Report b) => Place(a, b) is null;

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{100 * share:0} %");

    private static DateOnly Later(DateOnly a, DateOnly b) => a > b ? a : b;

    private double Day(Report a, Report b)
    {
        if (!a.Dated || !b.Dated)
            return (a.Published is { } x && b.Published is { } y && Math.Abs(x.DayNumber - y.DayNumber) <= 1 ? _weights.DayNear : _weights.DayOpen) + (MeetLate(a, b) ? _weights.DayLate : 0);
        return a.First == b.First && a.Last == b.Last && a.First == a.Last ? _weights.DaySame : _weights.DayMeets;
    }

    // News without a day is of the last days; that it is older has to be made up for.
    private bool MeetLate(Report a, Report b) => (a.Last < b.Last ? a.Last : b.Last) < Later(LikelyFirst(a), LikelyFirst(b));

    private DateOnly LikelyFirst(Report report) =>
        !report.Dated && report.Last.DayNumber - report.First.DayNumber == rules.UndatedDays ? report.Last.AddDays(-rules.LikelyDays) : report.First;

    // Null when they are two places.
    private double? Place(Report a, Report b)
    {
        if (a.Place is not { } x || b.Place is not { } y)
            // “The Boulkessi camp”: the coder takes it for no place, but it names the one of the other report.
            return (a.Place is { IsPoint: true } its && its.IsNamedIn(b.Names)) || (b.Place is { IsPoint: true } other && other.IsNamedIn(a.Names)) ? _weights.PlaceSame : 0;
        if (x.Name == y.Name && x.Country == y.Country)
            return x.IsPoint ? _weights.PlaceSame : _weights.PlaceCountry;
        if (x.Country is not null && y.Country is not null && x.Country != y.Country)
            return null;
        if (x.IsPoint && y.IsPoint)
            return x.DistanceTo(y) is { } km && km <= rules.NearKm ? _weights.PlaceSame : null;
        return x.Country is not null && x.Country == y.Country ? _weights.PlaceCountry : 0;
    }

    private (Alikeness Actor, Alikeness Recipient)? Sides(IncidentFamily family, Report a, Report b)
    {
        var mutual = IsMutual(family, a, b);
        var best = IsCrossed(family, a, b)
            ? (Compare(a.Actors, b.Recipients, mutual), Compare(a.Recipients, b.Actors, mutual))
            : (Compare(a.Actors, b.Actors, mutual), Compare(a.Recipients, b.Recipients, mutual));
        return best.Item1 == Alikeness.Conflict || (best.Item2 == Alikeness.Conflict && !family.LooseRecipients) ? null : best;
    }

    private bool IsCrossed(IncidentFamily family, Report a, Report b) =>
        IsMutual(family, a, b) && Value(Compare(a.Actors, b.Recipients), Compare(a.Recipients, b.Actors)) > Value(Compare(a.Actors, b.Actors), Compare(a.Recipients, b.Recipients));

    private static bool IsMutual(IncidentFamily family, Report a, Report b) => a.Act is not null && a.Act == b.Act && family.Mutual.Contains(a.Act);

    private double Value(Alikeness actor, Alikeness recipient) => _weights.Actor.Of(actor) + _weights.Recipient.Of(recipient);

    private Alikeness Compare(IReadOnlyList<Party> a, IReadOnlyList<Party> b, bool isMutual = false)
    {
        if (a.Count == 0 || b.Count == 0)
            return Alikeness.Unknown;
        var best = Alikeness.Conflict;
        foreach (var x in a)
            foreach (var y in b)
                if (x.Compare(y, rules, isMutual) is var alikeness && alikeness > best)
                    best = alikeness;
        // “Hassan and Ibrahim, two of the six who were arrested”: several who are named may be the politicians of another report.
        return best == Alikeness.PersonAndGroup && (a.Count > 1 || b.Count > 1) ? Alikeness.Unlike : best;
    }

    private (Party, Party)? Closest(IReadOnlyList<Party> a, IReadOnlyList<Party> b)
    {
        (Party, Party)? closest = null;
        var best = Alikeness.Conflict;
        foreach (var x in a)
            foreach (var y in b)
                if (x.Compare(y, rules) is var alikeness && (closest is null || alikeness > best))
                    (closest, best) = ((x, y), alikeness);
        return closest;
    }

    // The largest.
    private static long? SharedFigure(Report a, Report b)
    {
        long? shared = null;
        foreach (var f in a.Figures)
            foreach (var g in b.Figures)
                if (AreSame(f, g) && (shared is null || f.Best > shared))
                    shared = f.Best;
        return shared;
    }

    private static bool AreSame(Figure a, Figure b) => a.Kind == b.Kind && a.Best is not null && a.Best == b.Best;

    // Of names that the sentences do not share, the part that stands elsewhere in the other's story: the first report names the victim a sentence later.
    private static double Elsewhere(Report a, Report b) =>
        (double)(SortedSets.Shared<uint>(a.Names, b.StoryNames) + SortedSets.Shared<uint>(b.Names, a.StoryNames)) / (a.Names.Length + b.Names.Length);

    /// <summary>The share of two sorted sets that is common (Dice); null when one is empty.</summary>
    private static double? Share(uint[] a, uint[] b)
    {
        if (a.Length == 0 || b.Length == 0)
            return null;
        return 2.0 * SortedSets.Shared<uint>(a, b) / (a.Length + b.Length);
    }
}
