using Demarche.Codebooks.Compiled;

namespace Demarche.Codebooks;

/// <summary>All that can be wrong in a codebook without a story: one part after the other, each with what it found in its own files.</summary>
public static class CodebookCheck
{
    // A part reads the files that it checks and knows no other part.
    private static readonly Func<CodebookFolder, IEnumerable<Finding>>[] Parts = [folder => new ActorTables(folder).Check(), AgreementTables.Check, Patterns, Constructions, Compiled];

    /// <summary>Checks a codebook or a layer; the codebook that comes with the program when null.</summary>
    public static IReadOnlyList<Finding> Run(string? directory)
    {
        var folder = CodebookFolder.At(directory);
        return [.. Parts.SelectMany(part => part(folder))];
    }

    /// <summary>Patterns, lexicons, operators, issues: reading stops at the first thing that is wrong.</summary>
    private static IEnumerable<Finding> Patterns(CodebookFolder folder) => Read(() => Codebook.Load(folder, null));

    private static IEnumerable<Finding> Constructions(CodebookFolder folder) => Read(() => ReviewedParse.Load(folder.Base));

    /// <summary>What lies compiled beside the program; where it cannot be read, each start reads all files.</summary>
    private static IEnumerable<Finding> Compiled(CodebookFolder folder) =>
        CompiledCodebook.Fault is { } fault && File.Exists(CompiledCodebook.ShippedPath) ? [new(CompiledCodebook.Name, 0, fault) { IsWarning = true }] : [];

    private static IEnumerable<Finding> Read(Action read)
    {
        try
        {
            read();
            return [];
        }
        catch (CodebookException error)
        {
            return [Finding.Of(error)];
        }
    }
}
