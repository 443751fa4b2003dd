namespace Demarche.Recognizing.Tables;

/// <summary>A text that can mean an actor or a place.</summary>
/// <param name="Text">The text, as a number of the pool.</param>
/// <param name="Use">In what way it names.</param>
/// <param name="Actor">The row of the actor; −1 for a place.</param>
/// <param name="Place">The row of the place; −1 for an actor.</param>
/// <param name="From">The day before which it is not meant, <see cref="PackedDate">packed</see>.</param>
/// <param name="To">The day after which it is not meant.</param>
/// <param name="FirstCasing">Where the casings of its pieces begin.</param>
/// <param name="Pieces">How many pieces it has.</param>
internal readonly record struct NameRow(int Text, int Use, int Actor, int Place, int From, int To, int FirstCasing, int Pieces);
