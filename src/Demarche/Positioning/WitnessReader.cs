namespace Demarche.Positioning;

/// <summary>Tells whose word a position rests on: the actor's own, that of a friend or foe in the story, or the outlet's.</summary>
internal sealed class WitnessReader(Document document)
{
    private const int Hostile = 3;

    public Witness Of(Actor actor, Stand stand)
    {
        if (stand.Attribution is not { } attribution)
            return IsAccount(stand) ? Witness.Outlet : Witness.Actor;
        if (attribution.Speaker is not { } speaker)
            return Witness.Other;
        if (speaker.SameSide(actor) || attribution.FurtherSpeakers.Any(actor.SameSide))
            return Witness.Actor;
        if (speaker.Members.Contains(actor.Country ?? "") || actor.Members.Contains(speaker.Country ?? ""))
            return Witness.Friend;
        var (friendly, hostile) = (0, 0);
        foreach (var e in document.Events)
        {
            if (e.Status is not (EventStatus.Asserted or EventStatus.Reported) || !(Between(e, speaker, actor) || Between(e, actor, speaker)))
                continue;
            if (e.Quad >= Hostile)
                hostile++;
            else if (e.Quad > 0)
                friendly++;
        }
        return hostile > friendly ? Witness.Foe : friendly > 0 ? Witness.Friend : Witness.Other;
    }

    /// <summary>
    /// “is a red line for Russia”, “is against an exit”, “Rabat will not sign”: what a side is said to be or to have, and what it will do, is told of it. Who rejects, demands
    /// or calls something a mistake says so himself.
    /// </summary>
    private bool IsAccount(Stand stand) => stand.Kind == StandKind.Statement || document.Tree.Dependent(stand.Trigger, Relation.Cop) >= 0;

    private static bool Between(Event e, Actor one, Actor other) => e.Actors.Any(one.SameSide) && e.Recipients.Any(other.SameSide);
}
