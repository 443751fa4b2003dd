namespace Demarche.Recognizing.Tables;

/// <summary>An office of a state or organization, and who has held it.</summary>
/// <param name="Of">The state or organization, as a number of the pool.</param>
/// <param name="Office">The office, as a number of the pool.</param>
/// <param name="Holders">0 when one holds it at a time, 1 when several do, 2 when so many that the office names nobody.</param>
/// <param name="First">Where its tenures begin.</param>
/// <param name="Count">How many it has.</param>
internal readonly record struct OfficeRow(int Of, int Office, int Holders, int First, int Count)
{
    public const int Several = 1;

    public const int Many = 2;
}
