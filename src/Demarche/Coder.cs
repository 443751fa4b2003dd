using Demarche.Codebooks;

namespace Demarche;

/// <summary>Codes stories. Made once, used for any number of stories and from any number of threads.</summary>
public sealed class Coder : IDisposable
{
    private readonly Pipeline _pipeline;

    private Coder(Codebook codebook, Run run)
    {
        Codebook = codebook;
        Run = run;
        _pipeline = new(codebook);
    }

    public Codebook Codebook { get; }

    /// <summary>Names program, model and codebook in the records.</summary>
    public Run Run { get; }

    /// <summary>Loads the model and the codebook. What is wrong in a file is a <see cref="CodebookException"/> with file and line.</summary>
    public static Coder Load(CoderOptions? options = null)
    {
        options ??= new();
        var codebook = Codebook.Load(options.Codebook ?? Path.Combine(AppContext.BaseDirectory, "codebook"), options.Profile);
        var version = typeof(Coder).Assembly.GetName().Version!;
        return new(codebook, new($"demarche {version.ToString(3)}", "none", codebook.Version));
    }

    /// <summary>Analyses a story. Takes any text and never throws on it.</summary>
    public Document Code(Story story) => _pipeline.Run(story);

    public void Dispose()
    {
    }
}
