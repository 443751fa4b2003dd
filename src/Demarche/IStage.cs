namespace Demarche;

/// <summary>One step of the analysis: reads the layers it requires, adds those it assigns, keeps nothing between documents, and touches no file, clock or network.</summary>
public interface IStage
{
    Layers Requires { get; }

    Layers Assigns { get; }

    /// <summary>Never throws on any text.</summary>
    void Process(Document document);
}
