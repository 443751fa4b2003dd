namespace Demarche.Store.Asking;

/// <summary>A story as answers need it: its head, its text and the records that it shows, with decisions applied; text and records hold until the next story is read.</summary>
internal sealed record ShownStory(long DocumentId, string Key, string? Outlet, string? Title, DateOnly? Published, string? Url, ReadOnlyMemory<char> Text, ReadOnlyMemory<byte> Record, long First, long Last);
