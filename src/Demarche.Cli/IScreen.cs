namespace Demarche.Cli;

/// <summary>Takes lines that fit its width.</summary>
internal interface IScreen
{
    int Width { get; }

    void WriteLine(IReadOnlyList<Words> line);
}
