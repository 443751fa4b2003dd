namespace Demarche;

/// <summary>One step of the analysis: reads the layers it requires, adds those it assigns, keeps nothing between documents, and touches no file, clock or network.</summary>
public interface IStage
{
    Layers Requires { get; }

    Layers Assigns { get; }

    /// <summary>Never throws on any text.</summary>
    void Process(Document document);

    /// <summary>The same for several documents, which stages that are faster on many sentences take together; what comes out for each is what comes out for it alone.</summary>
    void Process(IReadOnlyList<Document> documents)
    {
        foreach (var document in documents)
            Process(document);
    }
}
