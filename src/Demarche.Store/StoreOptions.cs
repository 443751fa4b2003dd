namespace Demarche.Store;

/// <summary>How a store is opened.</summary>
public sealed record StoreOptions
{
    public StoreAccess Access { get; init; } = StoreAccess.Read;

    /// <summary>What time decisions are made at. No clock enters a record.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>How long to wait for another that is writing.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(5);
}
