using System.Text.Json;

namespace Demarche.Store.Projecting;

/// <summary>Gathers who takes part in a record, each once in a role.</summary>
internal sealed class Parts
{
    private readonly List<(ActorRow Actor, PartRole Role)> _all = [];

    public IReadOnlyList<(ActorRow Actor, PartRole Role)> All => _all;

    public void Add(JsonElement actor, PartRole role)
    {
        if (ActorRow.Of(actor) is { } row)
            Add(row, role);
    }

    public void Add(JsonElement.ArrayEnumerator actors, PartRole role)
    {
        foreach (var actor in actors)
            Add(actor, role);
    }

    public void Add(ActorRow actor, PartRole role)
    {
        if (!_all.Contains((actor, role)))
            _all.Add((actor, role));
    }

    /// <summary>True when this is who acts, or acts for the same state.</summary>
    public bool Acts(ActorRow other) => _all.Any(part => part.Role == PartRole.Actor && part.Actor.Side == other.Side);
}
