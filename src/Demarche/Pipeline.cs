using Demarche.Codebooks;
using Demarche.Coding;

namespace Demarche;

/// <summary>The way of a story through the stages: the table of contents of the library.</summary>
public sealed class Pipeline
{
    private readonly IStage[] _stages;

    internal Pipeline(Codebook codebook)
    {
        _stages =
        [
            new EventCoder(codebook),
        ];
        var present = Layers.None;
        foreach (var stage in _stages)
        {
            if ((stage.Requires & ~present) is not Layers.None and var missing)
                throw new InvalidOperationException($"{stage.GetType().Name} needs {missing}, which no earlier stage gives");
            present |= stage.Assigns;
        }
    }

    /// <summary>The stages in the order in which they run.</summary>
    public IReadOnlyList<IStage> Stages => _stages;

    /// <summary>Runs the stages up to, and including, the one that assigns <paramref name="last"/>.</summary>
    public Document Run(Story story, Layers last = Layers.Positions)
    {
        var document = new Document(story);
        foreach (var stage in _stages)
        {
            stage.Process(document);
            if ((stage.Assigns & last) != 0)
                break;
        }
        return document;
    }
}
