namespace Demarche.Store.Collating;

/// <summary>How those who take part in two events go together, the closest last.</summary>
internal enum Alikeness : byte
{
    /// <summary>They belong to two countries: the events are not one.</summary>
    Conflict,

    /// <summary>Two persons of one country.</summary>
    OtherPerson,

    /// <summary>A person, and people of whom only is said what they are.</summary>
    PersonAndGroup,

    /// <summary>Different words, and it is not known whether they mean the same.</summary>
    Unlike,

    /// <summary>One of the events does not say who.</summary>
    Unknown,

    /// <summary>Both act for one state, or one is a member of the other.</summary>
    Side,

    Same,
}
