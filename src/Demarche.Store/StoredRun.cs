namespace Demarche.Store;

/// <summary>A run whose documents a store holds.</summary>
/// <param name="Number">What it is called in the store.</param>
/// <param name="Run">Program, model and codebook.</param>
/// <param name="Stories">How many stories it coded.</param>
/// <param name="Shown">Of how many its records are the ones that answer.</param>
/// <param name="InUse">True when it was chosen; without a choice the newest run of each story is shown.</param>
public sealed record StoredRun(long Number, Run Run, long Stories, long Shown, bool InUse);
