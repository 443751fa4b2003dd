using Demarche.Reading;

namespace Demarche.Bench;

/// <summary>The project's own folders, and what is read from them.</summary>
internal static class Project
{
    public static string Root { get; } = Find();

    public static string Codebook { get; } = Path.Combine(Root, "codebook");

    public static string Model { get; } = Path.Combine(Root, "models", "en", "model.bin");

    public static CoderOptions Options { get; } = new() { Codebook = Codebook, Model = Model };

    public static Pipeline LoadPipeline() => Coder.Load(Options).Pipeline;

    /// <summary>The stories under the paths; the project's samples and own stories when there is none.</summary>
    public static List<Story> Stories(string[] paths)
    {
        var stories = new List<Story>();
        string[] own = [Path.Combine(Root, "samples"), Path.Combine(Root, "eval", "own", "stories")];
        foreach (var read in new StoryReader().Read(paths.Length > 0 ? paths : own))
            if (read.Story is { } story)
                stories.Add(story);
        return stories;
    }

    private static string Find()
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
            if (File.Exists(Path.Combine(folder, "Demarche.slnx")))
                return folder;
        throw new DirectoryNotFoundException("Demarche.slnx is nowhere above the program");
    }
}
