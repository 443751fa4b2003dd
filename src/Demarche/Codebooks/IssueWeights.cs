namespace Demarche.Codebooks;

/// <summary>How much the words around and in a position count when its issue is told: the <c>issues</c> of <c>codebook/positions.yaml</c>.</summary>
internal sealed record IssueWeights
{
    /// <summary>What is demanded, refused or threatened.</summary>
    public required float Outcome { get; init; }

    /// <summary>What each step down from it takes away.</summary>
    public required float Deeper { get; init; }

    /// <summary>How many steps a relative clause is.</summary>
    public required float RelativeClause { get; init; }

    /// <summary>What is left of it at the least; and what stands beside it.</summary>
    public required float Least { get; init; }

    /// <summary>The other words of the position.</summary>
    public required float Beside { get; init; }

    /// <summary>What it depends on.</summary>
    public required float Condition { get; init; }

    /// <summary>The word that states it.</summary>
    public required float Trigger { get; init; }

    /// <summary>Who takes it, and towards whom.</summary>
    public required float Side { get; init; }

    /// <summary>A word that only hints at an issue, beside one that names it.</summary>
    public required float Hint { get; init; }

    /// <summary>The same where it is the very thing that the position is about.</summary>
    public required float HeadHint { get; init; }

    /// <summary>What each further word of a term adds.</summary>
    public required float FurtherWord { get; init; }

    /// <summary>A headline, beside the body.</summary>
    public required float Title { get; init; }

    /// <summary>The first two sentences of the body.</summary>
    public required float Lead { get; init; }

    /// <summary>How much the story must say of its first issue for that to count in full.</summary>
    public required float Enough { get; init; }

    /// <summary>The story.</summary>
    public required float Story { get; init; }

    /// <summary>What the story has said up to the position.</summary>
    public required float SoFar { get; init; }

    /// <summary>What is left of the words of its paragraph behind it.</summary>
    public required float Behind { get; init; }

    /// <summary>The paragraph.</summary>
    public required float Paragraph { get; init; }

    /// <summary>The sentence.</summary>
    public required float Sentence { get; init; }

    /// <summary>The position that is answered.</summary>
    public required float Answer { get; init; }

    /// <summary>The position before it in the sentence; half of it in the paragraph.</summary>
    public required float Neighbour { get; init; }

    /// <summary>The share that is left to an issue that only says what is done with a text.</summary>
    public required float Yielding { get; init; }

    /// <summary>The share that is left around a position to an issue that only says how a matter is dealt with.</summary>
    public required float Means { get; init; }

    /// <summary>How much less a hint says that several issues share: the power of their number by which its worth is divided.</summary>
    public required float Shared { get; init; }

    /// <summary>What passages have taught of the words of a position.</summary>
    public required float Votes { get; init; }

    /// <summary>The power to which the likelihood that passages give an issue is taken: their words do not speak independently.</summary>
    public required float VotesSharpness { get; init; }

    /// <summary>The logarithm of the likelihood that it is on none of the issues.</summary>
    public required float VotesLeast { get; init; }

    /// <summary>There: the words of its sentence beside it.</summary>
    public required float VotesSentence { get; init; }

    /// <summary>There: the words of its paragraph beside its sentence.</summary>
    public required float VotesParagraph { get; init; }

    /// <summary>As how many words of what is demanded the whole story counts.</summary>
    public required float VotesStory { get; init; }

    /// <summary>Below this the own words say nothing.</summary>
    public required float LeastOwn { get; init; }

    /// <summary>From this on the words around tell the issue of a position whose own words name something else.</summary>
    public required float LeastAround { get; init; }

    public static IssueWeights Read(YamlNode node)
    {
        node.Allow(
            "outcome",
            "deeper",
            "relative_clause",
            "least",
            "beside",
            "condition",
            "trigger",
            "side",
            "head_hint",
            "hint",
            "further_word",
            "title",
            "lead",
            "enough",
            "story",
            "so_far",
            "behind",
            "paragraph",
            "sentence",
            "answer",
            "neighbour",
            "yielding",
            "means",
            "shared",
            "votes",
            "votes_sharpness",
            "votes_least",
            "votes_sentence",
            "votes_paragraph",
            "votes_story",
            "least_own",
            "least_around");
        return new()
        {
            Outcome = Weight("outcome"),
            Deeper = Weight("deeper"),
            RelativeClause = Weight("relative_clause"),
            Least = Weight("least"),
            Beside = Weight("beside"),
            Condition = Weight("condition"),
            Trigger = Weight("trigger"),
            Side = Weight("side"),
            Hint = Weight("hint"),
            HeadHint = Weight("head_hint"),
            FurtherWord = Weight("further_word"),
            Title = Weight("title"),
            Lead = Weight("lead"),
            Enough = Weight("enough"),
            Story = Weight("story"),
            SoFar = Weight("so_far"),
            Behind = Weight("behind"),
            Paragraph = Weight("paragraph"),
            Sentence = Weight("sentence"),
            Answer = Weight("answer"),
            Neighbour = Weight("neighbour"),
            Yielding = Weight("yielding"),
            Means = Weight("means"),
            Shared = Weight("shared"),
            Votes = Weight("votes"),
            VotesSharpness = Weight("votes_sharpness"),
            VotesLeast = Weight("votes_least"),
            VotesSentence = Weight("votes_sentence"),
            VotesParagraph = Weight("votes_paragraph"),
            VotesStory = Weight("votes_story"),
            LeastOwn = Weight("least_own"),
            LeastAround = Weight("least_around"),
        };

        float Weight(string key) => (float)node.Require(key).Number;
    }
}
