using Demarche.Codebooks;

namespace Demarche.Store.Collating;

/// <summary>What each finding speaks for or against two reports being of one incident: <c>evidence</c> in <c>collating.yaml</c>.</summary>
internal sealed class Weights
{
    public required double TypeSame { get; init; }
    public required double TypeOther { get; init; }
    public required double ActSame { get; init; }
    public required double ActAkin { get; init; }
    public required double ActOther { get; init; }
    public required Sides Actor { get; init; }
    public required Sides Recipient { get; init; }
    public required double DaySame { get; init; }
    public required double DayMeets { get; init; }
    public required double DayNear { get; init; }
    public required double DayOpen { get; init; }
    public required double DayLate { get; init; }
    public required double PlaceSame { get; init; }
    public required double PlaceCountry { get; init; }
    public required Scale Names { get; init; }
    public required Scale Words { get; init; }
    public required Scale Story { get; init; }
    public required double Wording { get; init; }
    public required double Anchor { get; init; }
    public required double FiguresSame { get; init; }
    public required double FiguresLarge { get; init; }
    public required double FiguresFrom { get; init; }
    public required double CountSame { get; init; }
    public required double CountOther { get; init; }
    public required double SameStory { get; init; }
    public required double SameSentence { get; init; }
    public required double Headline { get; init; }
    public required double Continued { get; init; }
    public required double Known { get; init; }
    public required double SameStoryKnown { get; init; }
    public required double Again { get; init; }
    public required double Unsaid { get; init; }

    public static Weights Read(YamlNode node)
    {
        node.Allow("type", "act", "actor", "recipient", "day", "place", "names", "words", "story", "wording", "anchor", "figures", "count", "same_story", "same_sentence", "headline", "continued", "known", "same_story_known", "again", "unsaid");
        var type = node.Require("type").Allow("same", "other");
        var act = node.Require("act").Allow("same", "akin", "other");
        var day = node.Require("day").Allow("same", "meets", "near", "open", "late");
        var place = node.Require("place").Allow("same", "country");
        var figures = node.Require("figures").Allow("same", "large", "from");
        var count = node.Require("count").Allow("same", "other");
        return new()
        {
            TypeSame = type.Require("same").Number, TypeOther = type.Require("other").Number,
            ActSame = act.Require("same").Number, ActAkin = act.Require("akin").Number, ActOther = act.Require("other").Number,
            Actor = Sides.Read(node.Require("actor")), Recipient = Sides.Read(node.Require("recipient")),
            DaySame = day.Require("same").Number, DayMeets = day.Require("meets").Number, DayNear = day.Require("near").Number, DayOpen = day.Require("open").Number, DayLate = day.Require("late").Number,
            PlaceSame = place.Require("same").Number, PlaceCountry = place.Require("country").Number,
            Names = Scale.Read(node.Require("names")), Words = Scale.Read(node.Require("words")), Story = Scale.Read(node.Require("story")),
            Wording = node.Require("wording").Allow("least").Require("least").Number,
            Anchor = node.Require("anchor").Number,
            FiguresSame = figures.Require("same").Number, FiguresLarge = figures.Require("large").Number, FiguresFrom = figures.Require("from").Number,
            CountSame = count.Require("same").Number, CountOther = count.Require("other").Number,
            SameStory = node.Require("same_story").Number,
            SameSentence = node.Require("same_sentence").Number,
            Headline = node.Require("headline").Number,
            Continued = node.Require("continued").Number,
            Known = node.Require("known").Number,
            SameStoryKnown = node.Require("same_story_known").Number,
            Again = node.Require("again").Number,
            Unsaid = node.Require("unsaid").Number,
        };
    }

    /// <summary>What those who take part add.</summary>
    internal sealed record Sides(double Same, double Side, double Unlike, double Group, double OtherPerson, double Conflict)
    {
        public static Sides Read(YamlNode node)
        {
            node.Allow("same", "side", "unlike", "group", "other_person", "conflict");
            return new(node.Require("same").Number, node.Require("side").Number, node.Require("unlike").Number, node.Require("group").Number, node.Require("other_person").Number, node.Require("conflict").Number);
        }

        public double Of(Alikeness alikeness) => alikeness switch
        {
            Alikeness.Same => Same,
            Alikeness.Side => Side,
            Alikeness.Unlike => Unlike,
            Alikeness.PersonAndGroup => Group,
            Alikeness.OtherPerson => OtherPerson,
            Alikeness.Conflict => Conflict,
            _ => 0,
        };
    }

    /// <summary>What words add: from none shared to all.</summary>
    internal sealed record Scale(double None, double All)
    {
        public static Scale Read(YamlNode node)
        {
            node.Allow("none", "all");
            return new(node.Require("none").Number, node.Require("all").Number);
        }

        public double Of(double share) => share <= 0 ? None : share * All;
    }
}
