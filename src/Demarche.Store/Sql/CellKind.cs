namespace Demarche.Store.Sql;

/// <summary>What a <see cref="Cell"/> holds.</summary>
internal enum CellKind : byte
{
    Nothing,
    Number,
    Real,
    Text,
    Bytes,
}
