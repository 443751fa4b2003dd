namespace Demarche.Tests.Record;

/// <summary>The files of the working copy that the tests run in.</summary>
internal static class Repository
{
    public static string Path(params string[] parts) => System.IO.Path.Combine([Root, .. parts]);

    private static readonly string Root = Find(AppContext.BaseDirectory);

    private static string Find(string directory) =>
        File.Exists(System.IO.Path.Combine(directory, "Demarche.slnx")) ? directory : Find(System.IO.Path.GetDirectoryName(directory.TrimEnd('/', '\\')) ?? throw new InvalidOperationException("no Demarche.slnx above the tests"));
}
