namespace Demarche.Recognizing;

/// <summary>How a place stands among those that share its name, or its name among other words.</summary>
internal enum PlaceStanding : byte
{
    /// <summary>One of its name.</summary>
    None,

    /// <summary>The capital of a state.</summary>
    Capital,

    /// <summary>Meant where nothing speaks for another of the name: Barcelona in Spain.</summary>
    First,

    /// <summary>Also a common word or a person's name, and a place only where the words around it say so: “in Nice”, “Van province”.</summary>
    Located,
}
