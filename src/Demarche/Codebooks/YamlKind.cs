namespace Demarche.Codebooks;

/// <summary>What a value of a YAML file is.</summary>
internal enum YamlKind : byte
{
    Text,
    List,
    Map,
}
