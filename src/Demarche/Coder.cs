using Demarche.Codebooks;
using Demarche.Coding;
using Demarche.Parsing;
using Demarche.Recognizing;
using Demarche.Tokenizing;

namespace Demarche;

/// <summary>Codes stories. Made once, used for any number of stories and from any number of threads.</summary>
public sealed class Coder : IDisposable
{
    private readonly Pipeline _pipeline;

    private readonly Relater _relater;

    internal Gazetteer Gazetteer { get; }

    private Coder(string codebookDirectory, Codebook codebook, Gazetteer gazetteer, LanguageModel model, SentenceModel sentences, NameModel? names)
    {
        Codebook = codebook;
        Gazetteer = gazetteer;
        Run = new($"demarche {typeof(Coder).Assembly.GetName().Version!.ToString(3)}", $"{model.Hash[..12]}+{sentences.Hash[..12]}{(names is null ? "" : $"+{names.Hash[..12]}")}", codebook.Version);
        _pipeline = new(codebookDirectory, codebook, gazetteer, model, sentences, names);
        _relater = new(codebook, _pipeline.Coding);
    }

    public Codebook Codebook { get; }

    internal Pipeline Pipeline => _pipeline;

    /// <summary>Names program, model and codebook in the records.</summary>
    public Run Run { get; }

    /// <summary>Loads the model and the codebook. What is wrong in a file is a <see cref="CodebookException"/> with file and line.</summary>
    public static Coder Load(CoderOptions? options = null)
    {
        options ??= new();
        var folder = CodebookFolder.At(options.Codebook);
        // The parts know nothing of each other; the codebook takes about as long as all others.
        var shipped = Path.Combine(AppContext.BaseDirectory, "models", "en");
        var modelPath = options.Model ?? Path.Combine(shipped, "model.bin");
        var model = Task.Run(() => LanguageModel.Load(modelPath));
        var gazetteer = Task.Run(() => Gazetteer.Load(folder));
        // Where sentences end stands beside the model; one that was moved without it gets the shipped one.
        var beside = Path.Combine(Path.GetDirectoryName(modelPath) ?? "", SentenceModel.Name);
        var sentences = Task.Run(() => SentenceModel.Load(File.Exists(beside) ? beside : Path.Combine(shipped, SentenceModel.Name)));
        // A model without its model of names beside it finds names by the rules of the codebook alone.
        var namesPath = Path.Combine(Path.GetDirectoryName(modelPath) ?? "", NameModel.FileName);
        var names = Task.Run(() => File.Exists(namesPath) ? NameModel.Load(namesPath) : null);
        var codebook = Codebook.Load(folder, options.Profile);
        return new(folder.Base, codebook, gazetteer.GetAwaiter().GetResult(), model.GetAwaiter().GetResult(), sentences.GetAwaiter().GetResult(), names.GetAwaiter().GetResult());
    }

    /// <summary>Analyses a story. Takes any text and never throws on it.</summary>
    public Document Code(Story story) => _pipeline.Run(story);

    /// <summary>Analyses some stories together: many short ones are read faster so. Each comes out as it does alone.</summary>
    public IReadOnlyList<Document> CodeAll(IReadOnlyList<Story> stories)
    {
        var documents = new Document[stories.Count];
        for (var i = 0; i < documents.Length; i++)
            documents[i] = new(stories[i]);
        _pipeline.Run(documents, Layers.None, Layers.Positions);
        return documents;
    }

    /// <summary>Runs only the stages up to the one that assigns <paramref name="last"/>, for those who need no more.</summary>
    /// <param name="story">The story.</param>
    /// <param name="last">The last layer that is wanted.</param>
    /// <param name="asBody">True when the text is running text without title and leftovers: each paragraph is body.</param>
    public Document Analyse(Story story, Layers last, bool asBody = false)
    {
        var document = new Document(story);
        if (asBody)
            document.TakeAsBody();
        _pipeline.Run(document, asBody ? Layers.Blocks : Layers.None, last);
        return document;
    }

    /// <summary>Analyses a document whose words are given: the stages after tokenizing.</summary>
    public void Analyse(Document tokenized, Layers last) => _pipeline.Run(tokenized, Layers.Tokens, last);

    /// <summary>Says which type of event relates given participants of a sentence; there is always an answer.</summary>
    /// <param name="text">The sentence.</param>
    /// <param name="sources">Where the acting side is mentioned; may be empty.</param>
    /// <param name="targets">Where the other side is mentioned; may be empty.</param>
    public RelationAnswer Relate(string text, IReadOnlyList<Span> sources, IReadOnlyList<Span> targets)
    {
        var document = Analyse(new(text), Layers.Actors, asBody: true);
        Relater.Place(document, sources, targets);
        _pipeline.Run(document, Layers.Actors, Layers.Attributions);
        return _relater.Relate(document);
    }

    public void Dispose()
    {
    }
}
