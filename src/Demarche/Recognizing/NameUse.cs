namespace Demarche.Recognizing;

/// <summary>In what way a text names an actor.</summary>
internal enum NameUse : byte
{
    /// <summary>Its name, or a variant of it.</summary>
    Name,

    /// <summary>The adjective of nationality or the people: “Russian”, “Russians”.</summary>
    Demonym,

    /// <summary>The capital, which stands for the government: “Moscow”.</summary>
    Capital,

    /// <summary>A building, street or ministry that stands for the government: “the Kremlin”.</summary>
    Seat,

    /// <summary>Letters: “NATO”.</summary>
    Abbreviation,

    /// <summary>A person's last name.</summary>
    Surname,

    /// <summary>A place on the map and nothing more.</summary>
    Place,
}
