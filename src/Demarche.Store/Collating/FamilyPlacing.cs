namespace Demarche.Store.Collating;

/// <summary>That an event of some families belongs to another by its words.</summary>
/// <param name="Family">Where it belongs.</param>
/// <param name="From">The families of the types it is taken for.</param>
/// <param name="Words">Stems of words, one of which its own words have.</param>
/// <param name="With">Stems of further words, one of which they have too; any will do when there are none.</param>
/// <param name="Not">Stems of words, none of which they have.</param>
/// <param name="By">Sectors, of one of which an actor is; any will do when there are none.</param>
internal sealed record FamilyPlacing(string Family, IReadOnlySet<string> From, IReadOnlySet<string> Words, IReadOnlySet<string> With, IReadOnlySet<string> Not, IReadOnlySet<string> By);
