using System.Text.Json;

namespace Demarche.Training.Scoring;

/// <summary>
/// Acts in sentences alone, each with its status, and what must not come out of them. An expected event is found when an event whose words overlap its passage has one of its
/// types and statuses, its actors and recipients and nobody else who is identified, and is said by whom the gold has
/// (the story itself, which tells what a speaker does by saying it, or a speaker who is not identified, where that is <c>null</c>). Where the gold has several actors and no recipient, the
/// actors may stand on either side. <c>background</c> among the statuses takes an asserted or reported event that lies well before the story.
/// </summary>
internal static class StatusScorer
{
    /// <summary>
    /// <c>all</c> is the share of expectations of both kinds that hold, <c>events</c> of the events expected, <c>not</c> of those that exclude; <c>sentences</c> the share of sentences
    /// in which all hold. <c>type</c> and <c>status</c> ask of the expected events only an event of the type, and of type and status; <c>surplus</c> all but that nobody else takes part.
    /// </summary>
    public static ScoreSheet Score(IReadOnlyList<(JsonElement Gold, Document Document)> sentences)
    {
        var sheet = new ScoreSheet("all", "events", "not", "sentences", "type", "status", "surplus");
        foreach (var (record, document) in sentences)
        {
            var excluded = new HashSet<Event>();
            var good = true;
            foreach (var not in record.Items("not"))
            {
                var words = Passage.Of(document.Text, not.Text("words"), record.Id());
                var wrong = document.Events.Where(e => StoryScorer.ComesFrom(e, words) && new Alternatives(not.Text("type")).Take(e.Type) && HasStatus(e, not.Text("status"))).ToList();
                excluded.UnionWith(wrong);
                Count("not", wrong.Count == 0 ? null : Show(wrong[0]), $"no {not.Text("type")} {not.Text("status")} “{not.Text("words")}”");
            }
            foreach (var expected in record.Items("events"))
            {
                var words = Passage.Of(document.Text, expected.Text("words"), record.Id());
                var near = document.Events.Where(e => StoryScorer.Places(e).Any(words.Overlaps)).ToList();
                var left = near.Where(e => !excluded.Contains(e)).ToList();
                Count("events", StoryScorer.Nearest(left, e => Faults(expected, e, surplus: false), Show, "no event"), $"{expected.Text("type")} {expected.Text("status")} “{expected.Text("words")}”");
                sheet.Count("type", near.Exists(e => new Alternatives(expected.Text("type")).Take(e.Type)));
                sheet.Count("status", left.Exists(e => new Alternatives(expected.Text("type")).Take(e.Type) && HasStatus(e, expected.Text("status"))));
                sheet.Count("surplus", left.Exists(e => Faults(expected, e, surplus: true).Count == 0));
            }
            sheet.Count("sentences", good);

            void Count(string measure, string? fault, string what)
            {
                good &= fault is null;
                sheet.Count("all", fault is null);
                sheet.Count(measure, fault, () => $"{record.Id()}, {what}");
            }
        }
        return sheet;
    }

    private static List<string> Faults(JsonElement expected, Event e, bool surplus)
    {
        var faults = new List<string>();
        if (!new Alternatives(expected.Text("type")).Take(e.Type))
            faults.Add("type");
        if (!HasStatus(e, expected.Text("status")))
            faults.Add("status");
        var actors = Participants(expected, "actors");
        var recipients = Participants(expected, "recipients");
        if (actors.Count > 1 && recipients.Count == 0)
        {
            Hold("actors", actors, [.. e.Actors, .. e.Recipients]);
        }
        else
        {
            Hold("actors", actors, e.Actors);
            Hold("recipients", recipients, e.Recipients);
        }
        var by = new Alternatives(expected.Text("by"));
        var said = StoryScorer.Chain(e.Attribution).ToList();
        // What a speaker does by saying it is asserted: the story tells it, though his words are quoted.
        if (!said.Exists(by.Take) && !(by.MayBeUnknown && (e.Status == EventStatus.Asserted || said.TrueForAll(a => a.Speaker?.Id is null))))
            faults.Add(said.Count == 0 ? "said by nobody" : $"said by {StoryScorer.SpeakerOf(said[0])}");
        return faults;

        void Hold(string role, List<Alternatives> all, IReadOnlyList<Actor> found)
        {
            if (all.Exists(ids => !ids.MayBeUnknown && !found.Any(ids.Take)) || !surplus && found.Any(actor => actor.Id is not null && !all.Exists(ids => ids.Take(actor))))
                faults.Add(role);
        }
    }

    private static List<Alternatives> Participants(JsonElement expected, string role) => [.. expected.Items(role).Select(ids => new Alternatives(ids.GetString()))];

    private static bool HasStatus(Event e, string? statuses)
    {
        var accepted = new Alternatives(statuses);
        return accepted.Take(e.Status.ToString()) || e is { Background: true, Status: EventStatus.Asserted or EventStatus.Reported } && accepted.Take("background");
    }

    private static string Show(Event e) => $"{StoryScorer.Show(e)} ({e.Rule})";
}
