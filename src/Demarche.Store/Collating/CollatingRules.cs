using System.Security.Cryptography;
using Demarche.Codebooks;

namespace Demarche.Store.Collating;

/// <summary><c>codebook/collating.yaml</c>: when stories are copies and events one incident, and how figures are read.</summary>
internal sealed class CollatingRules
{
    public const string FileName = "collating.yaml";

    private static readonly Lazy<CollatingRules> FromProgram = new(() => Load(CodebookFolder.At(null).Base));

    public required CopyRules Copies { get; init; }

    public required IncidentRules Incidents { get; init; }

    public required FigureRules Figures { get; init; }

    /// <summary>The first 12 hexadecimal digits of the file's SHA-256.</summary>
    public required string Version { get; init; }

    /// <summary>The rules that come with the program.</summary>
    public static CollatingRules Shipped => FromProgram.Value;

    /// <summary>The rules of a codebook; those that come with the program where it is null or has none.</summary>
    public static CollatingRules Of(string? codebook) => codebook is not null && File.Exists(Path.Combine(codebook, FileName)) ? Load(codebook) : Shipped;

    /// <summary>Reads the rules of a codebook folder.</summary>
    /// <exception cref="CodebookException">The file is not there or something in it is wrong.</exception>
    public static CollatingRules Load(string codebook)
    {
        var path = Path.Combine(codebook, FileName);
        return Read(YamlNode.Load(path, $"codebook/{FileName}"), Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path)))[..12]);
    }

    public static CollatingRules Read(YamlNode root, string version)
    {
        root.Allow("copies", "incidents", "figures");
        return new()
        {
            Copies = CopyRules.Read(root.Require("copies")),
            Incidents = IncidentRules.Read(root.Require("incidents")),
            Figures = FigureRules.Read(root.Require("figures")),
            Version = version,
        };
    }
}
