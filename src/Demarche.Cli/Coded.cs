using Demarche.Reading;

namespace Demarche.Cli;

/// <summary>A story that was coded, or why it could not be.</summary>
internal sealed record Coded(ReadResult Read, Document? Document, string? Error);
