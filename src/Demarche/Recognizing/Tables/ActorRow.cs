namespace Demarche.Recognizing.Tables;

/// <summary>An actor, with texts as numbers of the pool; −1 where there is none.</summary>
/// <param name="Id">The identifier.</param>
/// <param name="Name">The usual name.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Country">ISO 3166 alpha-3.</param>
/// <param name="Sector">A code of <c>sectors.yaml</c>.</param>
/// <param name="From">The day before which it is not meant, <see cref="PackedDate">packed</see>.</param>
/// <param name="To">The day after which it is not meant.</param>
/// <param name="FirstMember">Where its members begin.</param>
/// <param name="Members">How many it has.</param>
internal readonly record struct ActorRow(int Id, int Name, int Kind, int Country, int Sector, int From, int To, int FirstMember, int Members);
