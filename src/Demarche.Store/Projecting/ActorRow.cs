using System.Text.Json;

namespace Demarche.Store.Projecting;

/// <summary>An actor as the index keeps it. Sides join a state with its government and armed forces.</summary>
internal readonly record struct ActorRow(string Key, string Name, string? Code, string Kind, string? Country, string? Sector)
{
    /// <summary>Keys of actors that no table knows begin so; those of the tables never do.</summary>
    public const char Unresolved = '~';

    public string Side => ActsForState ? Country! : Key;

    // Key and name tell nearly all apart; the rest is compared.
    public override int GetHashCode() => HashCode.Combine(Key.GetHashCode(StringComparison.Ordinal), Name.GetHashCode(StringComparison.Ordinal));

    public bool Equals(ActorRow other) => Key == other.Key && Name == other.Name && Kind == other.Kind && Code == other.Code && Country == other.Country && Sector == other.Sector;

    private bool ActsForState => Country is not null && (Kind == "state" || Sector is "GOV" or "MIL");

    public static ActorRow? Of(JsonElement actor)
    {
        if (actor.ValueKind != JsonValueKind.Object || actor.Text("name") is not { } name)
            return null;
        var code = actor.Text("id");
        return new(code ?? Unresolved + name.ToLowerInvariant(), name, code, actor.Text("kind") ?? "", actor.Text("country"), actor.Text("sector"));
    }
}
