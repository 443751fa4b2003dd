namespace Demarche;

/// <summary>What kind of actor: the record writes the name in lower case.</summary>
public enum ActorKind : byte
{
    State,
    Organization,
    Person,
    Group,
    Region,
}
