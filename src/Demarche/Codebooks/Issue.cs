namespace Demarche.Codebooks;

/// <summary>A matter on which positions are taken, with the words that name it.</summary>
/// <param name="Id">As the record writes it, such as <c>nato-enlargement</c>.</param>
/// <param name="Name">As a person reads it.</param>
/// <param name="Definition">What belongs to it, in a sentence.</param>
public sealed record Issue(string Id, string Name, string Definition)
{
    /// <summary>The words that name it.</summary>
    public required IReadOnlyList<IssueTerm> Terms { get; init; }

    /// <summary>True where it only says what is done with a text: it gives way to the issue of the story.</summary>
    public bool Yields { get; init; }

    /// <summary>True for an issue that is itself the end of something: what stops the fighting is for a ceasefire.</summary>
    public bool Ends { get; init; }

    /// <summary>True for a way in which any matter may be dealt with, such as talks: where it is not named by a position's own words, it gives way to the matter.</summary>
    public bool Means { get; init; }

    /// <summary>True for a form that any matter may take: “guarantees that no base is built” are about the base.</summary>
    public bool Carries { get; init; }

    /// <summary>What a position for it amounts to, in plain words.</summary>
    public required string For { get; init; }

    /// <summary>What a position against it amounts to.</summary>
    public required string Against { get; init; }

    /// <summary>Words of its terms that name the side against it: “lift” of “lift the embargo”.</summary>
    public required IReadOnlySet<string> Opposing { get; init; }

    /// <summary>Sentences with a position on it.</summary>
    public required IReadOnlyList<string> Examples { get; init; }

    /// <summary>Sentences whose position is on another issue, or on none of the codebook (<c>none</c>).</summary>
    public required IReadOnlyList<Counterexample> Counterexamples { get; init; }

    /// <summary>The file, as the codebook names it.</summary>
    public required string File { get; init; }

    public required int Line { get; init; }

    /// <summary>Reads a file of issues.</summary>
    public static IEnumerable<Issue> Load(string path, string file)
    {
        foreach (var node in YamlNode.Load(path, file).Allow("about", "issues").Require("issues").Items)
        {
            node.Allow("id", "name", "definition", "for", "against", "opposing", "ends", "terms", "hints", "yields", "means", "carries", "examples", "counterexamples");
            var counterexamples = SentenceList<Counterexample>.Of(node, "counterexamples", Codebook.ReadCounterexample);
            var examples = SentenceList<string>.Of(node, "examples", example => example.Text);
            if (examples.Count == 0 || counterexamples.Count == 0)
                throw node.Error("an issue needs at least one example and one counterexample");
            yield return new(node.Require("id").Text, node.Require("name").Text, node.Require("definition").Text.Trim())
            {
                Ends = node.Find("ends")?.Boolean ?? false,
                Carries = node.Find("carries")?.Boolean ?? false,
                Means = node.Find("means")?.Boolean ?? false,
                Yields = node.Find("yields")?.Boolean ?? false,
                For = node.Require("for").Text.Trim(),
                Against = node.Require("against").Text.Trim(),
                Opposing = (node.Find("opposing")?.Texts ?? []).ToHashSet(StringComparer.OrdinalIgnoreCase),
                Terms = new IssueTerms(node.Require("terms"), node.Find("hints")),
                Examples = examples,
                Counterexamples = counterexamples,
                File = file,
                Line = node.Line,
            };
        }
    }
}
