using System.Globalization;
using Demarche.Reading;

namespace Demarche.Store.Collating;

/// <summary>Makes of the reports of one incident what is shown of it.</summary>
/// <param name="rules">The rules under which they were joined.</param>
/// <param name="textOf">The text of a story.</param>
/// <param name="firstOf">The first story with a story's text: itself, or the one it is a copy of.</param>
/// <param name="outletOf">The outlet of a story.</param>
/// <param name="nameOf">What somebody is called in answers, by id or by the words of the mention in small letters.</param>
/// <param name="ties">What people decided.</param>
internal sealed class IncidentBuilder(IncidentRules rules, Func<string, string> textOf, Func<string, string> firstOf, Func<string, string?> outletOf, Func<string, string> nameOf, IReadOnlyList<Tie> ties)
{
    private readonly Likeness _likeness = new(rules);

    /// <param name="members">The reports, in their order.</param>
    /// <param name="beside">The other events of the same stories, among which denials are looked for.</param>
    public Incident Build(IReadOnlyList<Report> members, IReadOnlyList<Report> beside)
    {
        var origins = members.ToDictionary(member => member, member => firstOf(member.Story));
        var denials = Denials(members, beside);
        var figures = Figures(members, origins);
        // The days on which all may lie; of those that only a decision brought together, all days.
        var (first, last) = (members.Max(member => member.First), members.Min(member => member.Last));
        if (first > last)
            (first, last) = (members.Min(member => member.First), members.Max(member => member.Last));
        return new()
        {
            Id = IdOf(members[0]),
            Types = Ranked(members, origins, member => [member.Type]),
            First = first,
            Last = last,
            Dated = members.Any(member => member.Dated),
            Actors = Ranked(members, origins, member => member.Actors.Select(actor => nameOf(actor.Called))),
            Recipients = Ranked(members, origins, member => member.Recipients.Select(recipient => nameOf(recipient.Called))),
            // A city before the country in which it lies.
            Place = (string[])[.. Ranked(members, origins, member => member.Place is { IsPoint: true } place ? [place.Name] : []), .. Ranked(members, origins, member => member.Place is { } place ? [place.Name] : [])] is [var place, ..] ? place : null,
            Reports = [.. members.Select(member => Show(member, members, origins))],
            Independent = origins.Values.Distinct().Count(),
            Outlets = origins.Values.Distinct().Select(outletOf).Distinct().Count(),
            AssertedBy = Distinct(members.Where(member => member.Status == "asserted").Select(member => member.Outlet ?? "?")),
            SaidBy = Distinct(members.Where(member => member.Status is "reported" or "planned").SelectMany(member => member.Speakers.TakeLast(1)).Select(nameOf)),
            DeniedBy = denials,
            Figures = figures,
            Disputed = Disputes(members, denials, figures),
        };
    }

    public static string IdOf(Report first) => $"{first.Story}/{first.Event}";

    private IncidentReport Show(Report member, IReadOnlyList<Report> members, Dictionary<Report, string> origins) => new(
        member.Story, member.Event, member.Outlet, member.Published, origins[member] == member.Story ? null : origins[member], member.Type, member.Status, [.. member.Speakers.Select(nameOf)], member.Evidence, Words(member, member.Evidence), Joined(member, members));

    // The report it is most like; of several the first.
    private string? Joined(Report member, IReadOnlyList<Report> members)
    {
        foreach (var tie in ties)
            if (tie.IsSame && (tie.A == member.Row || tie.B == member.Row) && members.FirstOrDefault(other => other != member && (other.Row == tie.A || other.Row == tie.B)) is { } decided)
                return string.Create(CultureInfo.InvariantCulture, $"as {IdOf(decided)}: decision {tie.Decision}");
        Report? closest = null;
        var most = double.MinValue;
        foreach (var other in members)
            if (other != member && Of(member, other) is { } likeness && likeness > most)
                (closest, most) = (other, likeness);
        if (closest is null)
            return null;
        var (a, b) = Report.Compare(member, closest) < 0 ? (member, closest) : (closest, member);
        return $"as {IdOf(closest)}: {string.Join("; ", _likeness.Why(a, b))}";
    }

    private double? Of(Report a, Report b) => Report.Compare(a, b) < 0 ? _likeness.Of(a, b) : _likeness.Of(b, a);

    private List<IncidentDenial> Denials(IReadOnlyList<Report> members, IReadOnlyList<Report> beside)
    {
        var denials = new List<IncidentDenial>();
        foreach (var member in members)
            if (member.Status == "denied")
                denials.Add(new(Teller(member), Words(member, member.Evidence), member.Story, member.Event));
        // “Saudi Arabia denied any part in the raid”, in a story that tells of the raid as Saudi.
        foreach (var report in beside)
        {
            if (report.Type != "REJECT" && report.Type != "ACCUSE" || !TextWord.Of(Words(report, report.Evidence)).Exists(word => rules.Denials.Contains(Stems.Of(word.Span.Of(Words(report, report.Evidence)).ToString().ToLowerInvariant()))))
                continue;
            if (members.Any(member => member.Story == report.Story && member.Actors.Any(actor => report.Actors.Any(denier => denier.Compare(actor, rules) >= Alikeness.Side))))
                denials.Add(new(string.Join(", ", report.Actors.Select(actor => nameOf(actor.Called))), Words(report, report.Evidence), report.Story, report.Event));
        }
        return denials;
    }

    private List<IncidentFigure> Figures(IReadOnlyList<Report> members, Dictionary<Report, string> origins)
    {
        var figures = new List<IncidentFigure>();
        foreach (var kind in members.SelectMany(member => member.Figures.Select(figure => figure.Kind)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            var given = members.SelectMany(member => member.Figures.Where(figure => figure.Kind == kind).Select(figure => (Member: member, Figure: figure))).ToList();
            var numbers = given.SelectMany(x => (long?[])[x.Figure.Low, x.Figure.Best, x.Figure.High]).OfType<long>().ToList();
            var best = given.Where(x => x.Figure.Best is not null)
                .GroupBy(x => x.Figure.Best!.Value)
                .OrderByDescending(group => group.Select(x => origins[x.Member]).Distinct().Count())
                .ThenByDescending(group => group.Max(x => x.Member.Published ?? DateOnly.MinValue))
                .ThenByDescending(group => group.Key)
                .Select(group => (long?)group.Key)
                .FirstOrDefault();
            figures.Add(new(kind, numbers.Count > 0 ? numbers.Min() : null, best, given.Exists(x => x.Figure.Best is not null || x.Figure.High is not null) ? numbers.Max() : null,
                [.. given.Select(x => new FigureAccount(x.Figure.Low, x.Figure.Best, x.Figure.High, Words(x.Member, x.Figure.Words), x.Figure.Words, x.Member.Story, x.Member.Outlet, [.. x.Member.Speakers.Select(nameOf)]))]));
        }
        return figures;
    }

    private List<string> Disputes(IReadOnlyList<Report> members, List<IncidentDenial> denials, List<IncidentFigure> figures)
    {
        var disputes = new List<string>();
        if (denials.Count > 0 && members.Any(member => member.Status != "denied"))
            disputes.Add($"whether it took place: told by {Tellers(members.Where(member => member.Status != "denied"))}, denied by {string.Join(", ", Distinct(denials.Select(denial => denial.By)))}");
        // Told with the sides turned round.
        for (var i = 1; i < members.Count; i++)
            if (_likeness.AreTurned(members[0], members[i]))
            {
                disputes.Add($"who did it to whom: {Side(members[0])} ({Tellers([members[0]])}), {Side(members[i])} ({Tellers([members[i]])})");
                break;
            }
        foreach (var figure in figures.Where(figure => figure.IsDisputed))
            disputes.Add($"how many {figure.Kind}: {string.Join(", ", figure.Accounts.Select(account => $"“{account.Words}” ({string.Join(", ", account.Speakers.Append(account.Outlet ?? "?").Distinct())})").Distinct())}");
        return disputes;
    }

    private string Side(Report report) => $"{string.Join(", ", report.Actors.Select(a => nameOf(a.Called)))} → {string.Join(", ", report.Recipients.Select(r => nameOf(r.Called)))}";

    private string Tellers(IEnumerable<Report> members) => string.Join(", ", Distinct(members.Select(Teller)));

    private string Teller(Report member) => member.Speakers.Count > 0 ? nameOf(member.Speakers[^1]) : member.Outlet ?? "?";

    // Copies of one text have one voice.
    private static IReadOnlyList<string> Ranked(IReadOnlyList<Report> members, Dictionary<Report, string> origins, Func<Report, IEnumerable<string>> values) =>
        [.. members.SelectMany(member => values(member).Select(value => (value, origin: origins[member]))).Distinct().GroupBy(x => x.value, StringComparer.Ordinal)
            .OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal).Select(group => group.Key)];

    private static List<string> Distinct(IEnumerable<string> values) => [.. values.Distinct(StringComparer.Ordinal)];

    private string Words(Report report, Span span) => span.Of(textOf(report.Story)).ToString();
}
