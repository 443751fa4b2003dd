using Demarche.Attributing;
using Demarche.Codebooks;
using Demarche.Coding;
using Demarche.Parsing;
using Demarche.Positioning;
using Demarche.Reading;
using Demarche.Recognizing;
using Demarche.Resolving;
using Demarche.Tagging;
using Demarche.Tokenizing;

namespace Demarche;

/// <summary>The way of a story through the stages: the table of contents of the library.</summary>
public sealed class Pipeline
{
    private readonly IStage[] _stages;

    internal Pipeline(string codebookDirectory, Codebook codebook, Gazetteer gazetteer, LanguageModel model, SentenceModel sentences, NameModel? names)
    {
        string In(string file) => Path.Combine(codebookDirectory, file);
        var attributions = AttributionRules.Load(In("attribution.yaml"));
        var words = ParsingWords.Load(codebookDirectory);
        Coding = new(codebook, attributions);
        _stages =
        [
            new Layout(PageRules.Load(In("page.yaml"))),
            new Tokenizer(Abbreviations.Load(In("abbreviations.txt"), "codebook/abbreviations.txt"), sentences),
            new Parser(model, Lemmatizer.Load(In("lemmas.csv")), words, new(gazetteer, words)),
            new Recognizer(gazetteer, Calendar.Load(codebookDirectory), names is null ? null : new(names, gazetteer)),
            new Resolver(gazetteer),
            new Attributor(attributions, codebook.Operators.InvertedConditions, words.Small),
            Coding,
            new Positioner(codebook),
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

    internal EventCoder Coding { get; }

    /// <summary>Runs all stages.</summary>
    public Document Run(Story story)
    {
        var document = new Document(story);
        Run(document, Layers.None, Layers.Positions);
        return document;
    }

    /// <summary>Runs the stages after the one that assigns <paramref name="after"/> (all when none), up to and including the one that assigns <paramref name="last"/>.</summary>
    public void Run(Document document, Layers after, Layers last)
    {
        Run([document], after, last);
    }

    /// <summary>The same for several documents together; each becomes what it becomes alone.</summary>
    public void Run(IReadOnlyList<Document> documents, Layers after, Layers last)
    {
        var running = after == Layers.None;
        foreach (var stage in _stages)
        {
            if (running && last == Layers.Tags && stage is Parser parser)
                parser.Tag(documents);
            else if (running)
                stage.Process(documents);
            if ((stage.Assigns & last) != 0)
                return;
            running |= (stage.Assigns & after) != 0;
        }
    }
}
