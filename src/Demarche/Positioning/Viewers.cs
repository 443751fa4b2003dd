using Demarche.Coding;

namespace Demarche.Positioning;

/// <summary>Whose view it is that something is so: “is a trap for Hanoi”, “is a trap, Hanoi said”.</summary>
internal static class Viewers
{
    /// <summary>The one named for whom it is so; else whoever says it; empty where it is the outlet's own word.</summary>
    public static List<Actor> Of(Document document, Frame frame, Attribution? attribution)
    {
        foreach (var oblique in frame.Obliques)
            if (oblique is { Preposition: "for" or "to", Distance: 0 } && Participants.Of(document, oblique.Noun) is { Count: > 0 } named)
                return named;
        return attribution?.Speaker is { } speaker ? [speaker, .. attribution.FurtherSpeakers] : [];
    }
}
