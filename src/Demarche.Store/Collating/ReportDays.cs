using System.Text.Json;
using Demarche.Store.Packing;
using Demarche.Store.Projecting;

namespace Demarche.Store.Collating;

/// <summary>The days on which an event of a record may have taken place.</summary>
internal sealed class ReportDays(CollatingRules rules)
{
    private readonly IncidentRules _rules = rules.Incidents;

    /// <summary>The first and the last day, and whether words say so; null when nothing is known of when.</summary>
    /// <param name="e">The event.</param>
    /// <param name="all">All events of its story.</param>
    /// <param name="published">The day of the story.</param>
    /// <param name="text">Its text.</param>
    /// <param name="sentence">Where the event's sentence stands.</param>
    public (DateOnly First, DateOnly Last, bool Dated)? Of(JsonElement e, JsonElement.ArrayEnumerator all, DateOnly? published, string text, Span sentence)
    {
        var dated = Dated(e);
        var trigger = TriggerOf(e, text);
        // “On Friday, eight days after the bombing”: counted from the day of what is told before it in the sentence.
        if (trigger is { } word && OffsetBefore(text, new(sentence.Start, Math.Max(sentence.Start, word.Start))) is var (place, days, about) && (dated is null || HasDayOf(e, all, sentence, place)) && (Main(all, sentence, place) ?? (published is { } of ? (of, of) : null)) is var (from, to))
        {
            return (Back(from, days + about), Back(to, Math.Max(0, days - about)), true);
        }
        if (dated is var (first, last))
        {
            // Weeks are counted loosely: “three weeks ago” and “a fortnight ago” may be two days off.
            var loose = last.DayNumber - first.DayNumber == 6 || IsWeeksAgo(e, text) ? _rules.LooseDays : 0;
            return (Back(first, loose), last.AddDays(loose), true);
        }
        if (published is not { } day)
            return null;
        var back = e.IsTrue("background") ? _rules.RecalledDays : IsBefore(trigger, text) ? _rules.BeforeDays : _rules.UndatedDays;
        return (Back(day, back), day, false);
    }

    private static DateOnly Back(DateOnly day, int days) => day.DayNumber >= days ? day.AddDays(-days) : DateOnly.MinValue;

    private static (DateOnly First, DateOnly Last)? Dated(JsonElement e) =>
        PartialDate.TryParse(e.Text("date"), out var date)
            ? (date.Earliest, PartialDate.TryParse(e.Text("date_end"), out var end) && end.Latest > date.Latest ? end.Latest : date.Latest)
            : null;

    private bool IsWeeksAgo(JsonElement e, string text)
    {
        if (SpanOf(e, "date", text) is not { } date)
            return false;
        var words = TextWord.Of(text.AsSpan(date.Start, date.Length)).ConvertAll(word => text.Substring(date.Start + word.Span.Start, word.Span.Length).ToLowerInvariant());
        return words.Exists(_rules.Ago.Contains) && words.Exists(word => _rules.OffsetUnits.TryGetValue(word, out var unit) && unit >= 7);
    }

    private static Span? TriggerOf(JsonElement e, string text) => SpanOf(e, "trigger", text);

    private static Span? SpanOf(JsonElement e, string name, string text)
    {
        foreach (var role in e.Items("spans"))
            if (role.Text("role") == name && SpanText.SpanOf(role) is { Start: >= 0 } trigger && trigger.End <= text.Length)
                return trigger;
        return null;
    }

    // The first event of the sentence that stands before a place of the text and has a day of its own.
    private static (DateOnly First, DateOnly Last)? Main(JsonElement.ArrayEnumerator all, Span sentence, int place)
    {
        foreach (var other in all)
            if (SpanText.SpanOf(other.Field("evidence")) is { } evidence && evidence.Start >= sentence.Start && evidence.Start < place && Dated(other) is { } day)
                return day;
        return null;
    }

    // The day that stands with the main clause was taken for that of the event behind “after”.
    private static bool HasDayOf(JsonElement e, JsonElement.ArrayEnumerator all, Span sentence, int place) =>
        SpanText.SpanOf(e.Field("evidence")) is { } own && (own.Start < place || (Main(all, sentence, place) is { } main && Dated(e) == main));

    // “A day after”, “eight days after”, right before the event, without a comma between.
    private (int Place, int Days, int About)? OffsetBefore(string text, Span stretch)
    {
        var words = TextWord.Of(text.AsSpan(stretch.Start, stretch.Length)).ConvertAll(word => (word.Span.Start, Word: text.Substring(stretch.Start + word.Span.Start, word.Span.Length).ToLowerInvariant()));
        for (var i = words.Count - 1; i >= 2 && words.Count - i <= _rules.OffsetReach; i--)
        {
            if (!_rules.After.Contains(words[i].Word) || !_rules.OffsetUnits.TryGetValue(words[i - 1].Word, out var unit))
                continue;
            if (HasBreak(words[i].Start, stretch.Length))
                return null;
            var number = HasBreak(words[i - 2].Start, words[i - 1].Start) ? 0
                : words[i - 2].Word is "a" or "one" ? 1
                : rules.Figures.Numbers.TryGetValue(words[i - 2].Word, out var value) ? (int)value
                : int.TryParse(words[i - 2].Word, out var digits) ? digits : 0;
            // “Days after”: a few. “A week” is about a week.
            return number is 0 ? (stretch.Start + words[i - 1].Start, _rules.FewUnits * unit, _rules.FewUnits * unit)
                : number is > 0 and < 100 ? (stretch.Start + words[i - 2].Start, number * unit, Math.Min(number * unit / 5, 10)) : null;
        }
        return null;

        bool HasBreak(int from, int to) => text.AsSpan(stretch.Start + from, to - from).IndexOfAny(",;:") >= 0;
    }

    /// <summary>True when the words take an event for known: by those before it (“the expulsion”, “had seized”), or because somebody's or some day's it is (“Friday's raid”).</summary>
    public bool IsKnown(JsonElement e, string text) => e.IsTrue("background") || (TriggerOf(e, text) is { } trigger && (IsBefore(trigger, text) || IsOwned(trigger, text)));

    private static bool IsOwned(Span trigger, string text)
    {
        var before = text.AsSpan(0, trigger.Start).TrimEnd();
        return before.EndsWith("'s") || before.EndsWith("’s");
    }

    // “Its navy had seized the vessel”; “the expulsion”, of which the reader has heard; “the gas attack on Douma”.
    private bool IsBefore(Span? trigger, string text)
    {
        if (trigger is not { Start: > 0 } word)
            return false;
        var from = Math.Max(0, word.Start - 32);
        var words = TextWord.Of(text.AsSpan(from, word.Start - from)).ConvertAll(before => text.Substring(from + before.Span.Start, before.Span.Length).ToLowerInvariant());
        if (words.Count > 0 && _rules.BeforeNouns.Contains(words[^1]))
            return true;
        var behind = TextWord.Of(text.AsSpan(word.End, Math.Min(16, text.Length - word.End)));
        if (words.Count > 1 && _rules.BeforeNouns.Contains(words[^2]) && behind.Count > 0 && _rules.BehindNouns.Contains(text.Substring(word.End + behind[0].Span.Start, behind[0].Span.Length)))
            return true;
        return words.Skip(words.Count - 2).Any(_rules.BeforeVerbs.Contains);
    }
}
