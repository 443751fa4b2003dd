namespace Demarche.Store.Asking;

/// <summary>A side that is heard otherwise in these days, and has not reacted to what was asked about.</summary>
/// <param name="Side">Who is silent.</param>
/// <param name="Otherwise">How many records of these days have it act or speak on other things.</param>
/// <param name="Latest">The last of them, with its words.</param>
public sealed record Silence(string Side, int Otherwise, StoredRecord Latest);
