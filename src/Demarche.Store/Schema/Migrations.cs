using System.Globalization;
using Demarche.Store.Sql;

namespace Demarche.Store.Schema;

/// <summary>
/// The schema in parts: the files <c>001-….sql</c>, <c>002-….sql</c>, … of this folder. A store's version (SQLite's <c>user_version</c>) is the number of parts it has;
/// opening it for writing runs those that it lacks, in order, in one transaction. To add a part, add the next file; what must be computed rather than said in SQL is computed after <see cref="Run"/> by whoever reads it.
/// </summary>
internal static class Migrations
{
    /// <summary>SQLite's <c>application_id</c> of a store: “Demc”.</summary>
    public const int ApplicationId = 0x44656D63;

    /// <summary>The SQL of each part, the first one first.</summary>
    public static readonly IReadOnlyList<string> Parts = Read();

    /// <summary>The version that this program writes.</summary>
    public static int Latest => Parts.Count;

    /// <summary>Runs the parts that a store of a version lacks. The caller has begun the transaction.</summary>
    public static void Run(Database database, int version)
    {
        for (var part = version; part < Latest; part++)
            database.Execute(Parts[part]);
        database.Execute(string.Create(CultureInfo.InvariantCulture, $"PRAGMA application_id = {ApplicationId}; PRAGMA user_version = {Latest}"));
    }

    private static List<string> Read()
    {
        var assembly = typeof(Migrations).Assembly;
        const string Prefix = "Demarche.Store.Schema.";
        var parts = new List<string>();
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            parts.Add(reader.ReadToEnd());
        }
        return parts;
    }
}
