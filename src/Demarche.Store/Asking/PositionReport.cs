namespace Demarche.Store.Asking;

/// <summary>One of two stances that are in conflict.</summary>
/// <param name="Stance">demand, refuse, ….</param>
/// <param name="Outlet">Which outlet reports it.</param>
/// <param name="Record">A record of it, by its address.</param>
public sealed record PositionReport(string Stance, string? Outlet, string Record);
