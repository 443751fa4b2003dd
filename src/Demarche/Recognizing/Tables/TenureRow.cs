namespace Demarche.Recognizing.Tables;

/// <summary>This person held this office from this day to that; texts are numbers of the pool, −1 where there is none.</summary>
/// <param name="Person">The row of the person.</param>
/// <param name="Of">The state or organization.</param>
/// <param name="Office">The office.</param>
/// <param name="Sector">A code of <c>sectors.yaml</c>.</param>
/// <param name="From">The first day, <see cref="PackedDate">packed</see>.</param>
/// <param name="To">The last day.</param>
internal readonly record struct TenureRow(int Person, int Of, int Office, int Sector, int From, int To)
{
    /// <param name="day">A whole date, packed.</param>
    public bool Covers(int day) => From <= day && (To == 0 || day <= PackedDate.Latest(To));
}
