using Demarche.Codebooks;
using Demarche.Parsing;

namespace Demarche.Coding;

/// <summary>
/// “Rebels stormed the mission in Osh. … The assault was condemned”: a definite noun that takes up an act of which the story has told adds its words to that event.
/// Alone it would name nobody who acts.
/// </summary>
internal sealed class Resumption(Operators operators)
{
    /// <summary>How many events before it a noun may look through.</summary>
    private const int MaxBack = 24;

    /// <summary>How many words before the noun still stand for the act.</summary>
    private const int LongestPhrase = 24;

    /// <summary>How many letters a noun and its verb begin with alike: “raid” and “raided”, “seizure” and “seized”.</summary>
    private const int Stem = 4;

    /// <summary>“The raid”, “that raid”, “its raid”, “Sunday's raid”; not “a second raid”, “the next raid”, “a raid that was planned”.</summary>
    /// <param name="document">With trees.</param>
    /// <param name="act">The act.</param>
    /// <param name="recorded">What was recorded of it, or null.</param>
    public bool MayTakeUp(Document document, Act act, Event? recorded)
    {
        var match = act.Match;
        if (!match.Frame.Nominal || recorded?.Actors.Count > 0 || act.Replaced || act.Composition.Status is not (null or EventStatus.Asserted or EventStatus.Reported))
            return false;
        var definite = false;
        foreach (var d in document.Tree.Of(match.Trigger))
        {
            ref readonly var token = ref document.Tokens[d];
            if (operators.OtherOnes.Contains(token.Lemma))
                return false;
            definite |= token.Relation == Relation.NmodPoss || token.Relation == Relation.Det && operators.DefiniteDeterminers.Contains(token.Form);
        }
        return definite;
    }

    /// <summary>Adds the places where nouns take up an event to it; what was recorded of such a noun, of whom nobody acts, is then no event of its own.</summary>
    /// <param name="document">With mentions and places.</param>
    /// <param name="events">The events of the story.</param>
    /// <param name="resuming">The acts that <see cref="MayTakeUp"/>, in text order, each with what was recorded of it.</param>
    public void Resume(Document document, List<Event> events, List<(Act Act, Event? Event)> resuming)
    {
        if (resuming.Count == 0)
            return;
        var told = events.FindAll(e => e.Status is EventStatus.Asserted or EventStatus.Reported);
        told.Sort((a, b) => a.Trigger.CompareTo(b.Trigger));
        var before = 0;
        foreach (var (act, own) in resuming)
        {
            while (before < told.Count && told[before].Trigger < act.Match.Trigger)
                before++;
            if (own is not null && !events.Contains(own) || Told(document, told, before, act.Match, own) is not { } e)
                continue;
            Mention(e, own?.Evidence ?? document.SpanOf(Math.Max(document.Tree.LeftEdge(act.Match.Trigger), act.Match.Trigger - LongestPhrase), act.Match.Trigger));
            if (own is null)
                continue;
            foreach (var mention in own.Mentions)
                Mention(e, mention);
            events.Remove(own);
            // What takes it up later takes up what it was.
            told.Remove(own);
        }
    }

    private static void Mention(Event e, Span words)
    {
        if (words.Overlaps(e.Evidence) || e.Mentions.Exists(words.Overlaps))
            return;
        e.Mentions.Add(words);
        e.Mentions.Sort();
    }

    /// <summary>The latest event that the noun may take up, one told by the same word before others; null when there is none.</summary>
    private static Event? Told(Document document, List<Event> told, int before, Match match, Event? own)
    {
        Event? alike = null;
        for (var i = before - 1; i >= Math.Max(0, before - MaxBack); i--)
        {
            // In one sentence both may be told: “a raid on Osh and the raid on Jalal-Abad”.
            if (told[i] == own || own is not null && document.SentenceOf(told[i].Trigger) == document.SentenceOf(own.Trigger) || !MayBe(document, told[i], match))
                continue;
            if (SameStem(document.Tokens[told[i].Trigger].Lemma, document.Tokens[match.Trigger].Lemma))
                return told[i];
            alike ??= told[i];
        }
        return alike;
    }

    private static bool MayBe(Document document, Event e, Match match) =>
        e.Type == match.Type && (e.Mode is null || match.Mode is null || e.Mode == match.Mode) && TakesPart(document, e, match.Actor) && TakesPart(document, e, match.Recipient) && SameDay(document, e, match.Trigger) && SamePlace(document, e, match);

    /// <summary>True where whoever stands beside the noun, if anybody does, is a side of the event, or named in its words.</summary>
    private static bool TakesPart(Document document, Event e, int head)
    {
        if (head < 0 || document.Tokens[head].Upos == Upos.PRON)
            return true;
        // “the bombing of Mekele” is not that of another town of the country.
        if (document.PlaceAt(head) is { Precision: not "country" })
            return Names(document, e, document.Tokens[head].Lemma);
        foreach (var somebody in Participants.Of(document, head, places: true))
            if (e.Actors.Any(somebody.SameSide) || e.Recipients.Any(somebody.SameSide) || e.Place is { Country: { } country } && somebody.Country == country)
                return true;
        return Names(document, e, document.Tokens[head].Lemma);
    }

    private static bool Names(Document document, Event e, string lemma)
    {
        foreach (var span in e.Mentions.Prepend(e.Evidence))
            for (var t = document.FirstTokenFrom(span.Start); t < document.Tokens.Length && document.Tokens[t].Span.End <= span.End; t++)
                if (document.Tokens[t].Lemma.Equals(lemma, StringComparison.OrdinalIgnoreCase))
                    return true;
        return false;
    }

    private static bool SameDay(Document document, Event e, int noun)
    {
        foreach (var d in document.Tree.Of(noun))
            if (e.Date is { } date && document.TimeAt(d) is { IsRelative: false } time && !time.Date.Compatible(date))
                return false;
        return true;
    }

    private static bool SamePlace(Document document, Event e, Match match)
    {
        foreach (var oblique in match.Frame.Obliques)
            if (document.PlaceAt(oblique.Noun) is { } there && e.Place is { } place && there.Name != place.Name && there.Country != place.Country)
                return false;
        return true;
    }

    private static bool SameStem(string a, string b) => a.Length >= Stem && b.Length >= Stem && a.AsSpan(0, Stem).Equals(b.AsSpan(0, Stem), StringComparison.OrdinalIgnoreCase);
}
