namespace Demarche.Store.Asking;

/// <summary>A stance that differs from the one before it.</summary>
/// <param name="Day">Since when; null when nobody says.</param>
/// <param name="Stance">demand, refuse, ….</param>
/// <param name="Record">The first record of it, by its address.</param>
public sealed record PositionStep(DateOnly? Day, string Stance, string Record);
