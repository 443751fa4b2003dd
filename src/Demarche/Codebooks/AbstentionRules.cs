namespace Demarche.Codebooks;

/// <summary><c>abstain</c> in <c>codebook/operators.yaml</c>: what an act must have to be recorded.</summary>
public sealed class AbstentionRules
{
    /// <summary>What an act is that was not made: where little is known of its sides it is left out.</summary>
    public required IReadOnlySet<EventStatus> Unmade { get; init; }

    /// <summary>Types of acts with two sides, both of which must be known.</summary>
    public required IReadOnlySet<string> TwoSides { get; init; }

    /// <summary>Words of acts that are one only where it is known of both sides who they are: an “interview” with a colleague, not with a newspaper.</summary>
    public required IReadOnlySet<string> BothKnown { get; init; }

    /// <summary>Types of acts that are told of their victims alone: “eighty people were killed”.</summary>
    public required IReadOnlySet<string> VictimsAlone { get; init; }

    /// <summary>Types of acts that the active voice may tell though nobody is named who does them: “a blast killing ten”.</summary>
    public required IReadOnlySet<string> DoerUnsaid { get; init; }

    /// <summary>Nouns for somebody who is nobody in particular: “people are bullied”.</summary>
    public required IReadOnlySet<string> Anybody { get; init; }

    /// <summary>Types of acts that are told of their place alone: “riots broke out in Osh”.</summary>
    public required IReadOnlySet<string> Placed { get; init; }

    /// <summary>Sectors of persons who act for a state.</summary>
    public required IReadOnlySet<string> ForStates { get; init; }

    /// <summary>Nouns for a part of those who were asked in a poll.</summary>
    public required IReadOnlySet<string> Shares { get; init; }

    /// <summary>Nouns for a poll: who tells what people think.</summary>
    public required IReadOnlySet<string> Polls { get; init; }

    /// <summary>Kinds of places that are a part of a country, which somebody may visit at home.</summary>
    public required IReadOnlySet<string> Parts { get; init; }

    /// <summary>Types of acts that a group nobody knows does, though it is not said to whom: “thousands marched”.</summary>
    public required IReadOnlySet<string> Alone { get; init; }

    /// <summary>Types of acts that are done to nobody, so that who is to do them is enough: “said he would step down”.</summary>
    public required IReadOnlySet<string> OneSided { get; init; }

    /// <summary>Sectors that say of somebody no more than that he is one of the people.</summary>
    public required IReadOnlySet<string> Nobodies { get; init; }

    /// <summary>Classes of nouns for people of whom it must be known who they are, or to whom they do it; a body that the story speaks of (“the alliance”) may act alone.</summary>
    public required IReadOnlyList<Lexicon> Strangers { get; init; }

    /// <summary>Types of acts that a report on a game tells in the same words.</summary>
    public required IReadOnlySet<string> Played { get; init; }

    /// <summary>Classes of nouns for games and their parts.</summary>
    public required IReadOnlyList<Lexicon> Contests { get; init; }

    /// <summary>Classes of nouns for stories and pictures, in which nothing is done: “in the film”.</summary>
    public required IReadOnlyList<Lexicon> Depictions { get; init; }

    /// <summary>Types of acts that are told of in a campaign in words of force.</summary>
    public required IReadOnlySet<string> Figurative { get; init; }

    /// <summary>Classes of nouns in which a campaign is told.</summary>
    public required IReadOnlyList<Lexicon> Campaigns { get; init; }

    /// <summary>Classes of words that show force in earnest: who bears arms, arms, and what they do.</summary>
    public required IReadOnlyList<Lexicon> Force { get; init; }

    internal static AbstentionRules Read(YamlNode node, Func<YamlNode, IReadOnlyList<Lexicon>> classes)
    {
        node.Allow("figurative", "campaigns", "force", "played", "contests", "depictions", "unmade", "two_sides", "both_known", "victims_alone", "doer_unsaid", "anybody", "placed", "for_states", "polls", "shares", "parts", "alone", "one_sided", "nobodies", "strangers");
        return new()
        {
            Unmade = node.Require("unmade").Items.Select(Operators.Status).ToHashSet(),
            Played = node.Require("played").Texts.ToHashSet(StringComparer.Ordinal),
            Figurative = node.Require("figurative").Texts.ToHashSet(StringComparer.Ordinal),
            Campaigns = classes(node.Require("campaigns")),
            Force = classes(node.Require("force")),
            Contests = classes(node.Require("contests")),
            Depictions = classes(node.Require("depictions")),
            TwoSides = node.Require("two_sides").Texts.ToHashSet(StringComparer.Ordinal),
            BothKnown = node.Require("both_known").Texts.ToHashSet(StringComparer.Ordinal),
            VictimsAlone = node.Require("victims_alone").Texts.ToHashSet(StringComparer.Ordinal),
            DoerUnsaid = node.Require("doer_unsaid").Texts.ToHashSet(StringComparer.Ordinal),
            Anybody = node.Require("anybody").Texts.ToHashSet(StringComparer.Ordinal),
            Placed = node.Require("placed").Texts.ToHashSet(StringComparer.Ordinal),
            OneSided = node.Require("one_sided").Texts.ToHashSet(StringComparer.Ordinal),
            Alone = node.Require("alone").Texts.ToHashSet(StringComparer.Ordinal),
            Strangers = classes(node.Require("strangers")),
            Nobodies = node.Require("nobodies").Texts.ToHashSet(StringComparer.Ordinal),
            Parts = node.Require("parts").Texts.ToHashSet(StringComparer.Ordinal),
            Polls = node.Require("polls").Texts.ToHashSet(StringComparer.Ordinal),
            Shares = node.Require("shares").Texts.ToHashSet(StringComparer.Ordinal),
            ForStates = node.Require("for_states").Texts.ToHashSet(StringComparer.Ordinal),
        };
    }
}
