namespace Demarche.Store.Collating;

/// <summary>Types of events that may tell of one happening.</summary>
/// <param name="Name">As <c>collating.yaml</c> calls it.</param>
/// <param name="Types">Its types.</param>
/// <param name="Join">What the evidence must add up to.</param>
/// <param name="Mutual">Classes of acts in which the sides may change places from report to report: “A met B” and “B received A”.</param>
/// <param name="LooseRecipients">True when recipients of two countries do not keep reports apart: those hit and where it hit are both taken for the recipient.</param>
/// <param name="IsSpeech">True when only what is said tells two acts apart: the word for the act itself is then no word in common.</param>
/// <param name="DistinctActs">True when acts of two classes are two happenings, whatever else they have in common: a visit is not the talks that it was for.</param>
/// <param name="Counted">Classes of acts of which all reports give one number: six are expelled, and a report of 25 is of another time. How many were killed, reports tell differently.</param>
/// <param name="Continues">True when a story goes on telling of an act without saying so: “ten people were hurt”.</param>
/// <param name="Akin">Pairs of classes of acts, in either order, that writers use for one: what one calls seizing a church another calls storming it.</param>
/// <param name="Acts">The class of each word (stem) for the act.</param>
internal sealed record IncidentFamily(string Name, IReadOnlyList<string> Types, double Join, IReadOnlyList<string> Mutual, bool LooseRecipients, bool IsSpeech, bool DistinctActs, IReadOnlyList<string> Counted, bool Continues, IReadOnlySet<(string, string)> Akin, IReadOnlyDictionary<string, string> Acts);
