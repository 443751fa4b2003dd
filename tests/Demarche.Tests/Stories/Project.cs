using Demarche.Reading;
using Demarche.Training.Scoring;

namespace Demarche.Tests.Stories;

/// <summary>The project under test: its folders, its stories, and a coder that all story tests share.</summary>
internal static class Project
{
    private static readonly Lazy<Coder> Shared = new(() => Coder.Load(new() { Codebook = In("codebook"), Model = In("models/en/model.bin") }));

    private static readonly Lazy<IReadOnlyList<Story>> Everything = new(ReadStories);

    public static string Root { get; } = Find();

    public static Coder Coder => Shared.Value;

    /// <summary>The samples and the project's own stories.</summary>
    public static IReadOnlyList<Story> Stories => Everything.Value;

    /// <summary>The folder of texts and treebanks that are no part of the project; null where it is absent.</summary>
    public static string? Outside
    {
        get
        {
            var folder = Environment.GetEnvironmentVariable("DEMARCHE_DATA") is { Length: > 0 } given ? given : Path.Combine(Root, "..", "shared");
            return Directory.Exists(Path.Combine(folder, "eval")) ? Path.GetFullPath(folder) : null;
        }
    }

    public const string NoOutside = "the outside data is absent; DEMARCHE_DATA names its folder";

    public static string In(string path) => Path.Combine(Root, path);

    /// <summary>A file of the outside data; the test is skipped where it is absent.</summary>
    public static string OutsideFile(string path)
    {
        Assert.SkipWhen(Outside is null, NoOutside);
        var file = Path.Combine(Outside!, path);
        Assert.SkipUnless(File.Exists(file), $"the outside data has no {path}");
        return file;
    }

    private static List<Story> ReadStories()
    {
        var stories = new List<Story>();
        foreach (var read in new StoryReader().Read([In("samples")]))
        {
            Assert.True(read.Story is not null, read.Error);
            stories.Add(read.Story);
        }
        stories.AddRange(ExpectedStory.LoadFolder(In("eval/own/stories")).Select(story => story.Story));
        return stories;
    }

    private static string Find()
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
            if (File.Exists(Path.Combine(folder, "Demarche.slnx")))
                return folder;
        throw new DirectoryNotFoundException("Demarche.slnx is nowhere above the tests");
    }
}
