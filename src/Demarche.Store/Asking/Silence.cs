namespace Demarche.Store.Asking;

/// <summary>A side that has not reacted to what was asked about, though it is addressed to it or it is heard otherwise in these days: it neither acts in it, nor is quoted for it, nor acts or speaks towards whoever is asked about.</summary>
/// <param name="Side">Who is silent.</param>
/// <param name="Otherwise">How many records of these days have it act or speak on other things.</param>
/// <param name="Addressed">How many records of what was asked about are addressed to it.</param>
/// <param name="Latest">The last record in which it is heard, with its words; of one that is not heard at all, the last that is addressed to it.</param>
public sealed record Silence(string Side, int Otherwise, int Addressed, StoredRecord Latest);
