namespace Demarche;

/// <summary>Whose word it is that somebody takes a position.</summary>
public enum Witness
{
    /// <summary>The story itself says so: “a red line for Russia”.</summary>
    Outlet,

    /// <summary>The actor's own words, or his act of speech.</summary>
    Actor,

    /// <summary>Somebody who is on the actor's side in the story.</summary>
    Friend,

    /// <summary>Somebody who accuses, threatens or fights him in the story.</summary>
    Foe,

    /// <summary>Somebody else.</summary>
    Other,
}
