namespace Demarche;

/// <summary>What a name names, in the three classes of the field's gold data.</summary>
public enum NameKind : byte
{
    Person,
    Place,
    Organization,
}
