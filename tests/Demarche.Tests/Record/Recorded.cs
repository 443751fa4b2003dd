using Demarche.Record;

namespace Demarche.Tests.Record;

/// <summary>Documents with every kind of record, made by hand: the words are found by looking them up in the text.</summary>
internal static class Recorded
{
    public static readonly Run Run = new("demarche 0.1.0", "abc123", "def456");

    private const string Text = """
        Lusonia warns Tiberia over dam

        Foreign minister Ana Kovač said on Tuesday that Lusonia would close the river port of Varna if Tiberia fills the reservoir.
        Her office told reporters that Tiberia's envoy had "denied any breach" of the 1994 water treaty.

        Share this story

        Envoy: “no breach” of treaty

        """;

    public static Document Story() => Story(Text);

    public static Document Story(string text, string outlet = "Example Courier")
    {
        var document = new Document(new Story(text.Replace("\r\n", "\n", StringComparison.Ordinal)) { Outlet = outlet, Published = new(2021, 3, 16), Title = "Lusonia warns Tiberia over dam" });
        Span At(string words) => document.Text.IndexOf(words, StringComparison.Ordinal) is >= 0 and var at ? new(at, at + words.Length) : throw new ArgumentException(words);

        var lusonia = new Actor("Lusonia", ActorKind.State) { Id = "LUS", Country = "LUS", Mention = At("Lusonia") };
        var minister = new Actor("Ana Kovač", ActorKind.Person) { Id = "ana-kovac", Country = "LUS", Sector = "GOV", Office = "foreign-minister", Mention = At("Foreign minister Ana Kovač") };
        var office = new Actor("Her office", ActorKind.Organization) { Country = "LUS", Mention = At("Her office") };
        var tiberia = new Actor("Tiberia", ActorKind.State) { Id = "TIB", Country = "TIB", Mention = At("Tiberia fills") with { End = At("Tiberia fills").Start + 7 } };
        var envoy = new Actor("Tiberia's envoy", ActorKind.Person) { Country = "TIB", Anonymous = true, Mention = At("Tiberia's envoy") };

        var said = new Attribution
        {
            Id = "a1", Source = [At("Foreign minister Ana Kovač")], Cue = [At("said")], Content = [At("that Lusonia would close the river port of Varna if Tiberia fills the reservoir")],
            Kind = AttributionKind.Indirect, Speaker = minister, Date = new(2021, 3, 16), Rule = "attribution/say", Confidence = 0.9, Why = "“said” takes its clause as content",
        };
        var told = new Attribution
        {
            Id = "a2", Source = [At("Her office")], Cue = [At("told")], Content = [At("that Tiberia's envoy had \"denied any breach\" of the 1994 water treaty")],
            Kind = AttributionKind.Indirect, Speaker = office, FurtherSpeakers = [lusonia], Medium = "statement", Rule = "attribution/tell", Why = "“told” takes its clause as content",
        };
        var denied = new Attribution
        {
            Id = "a3", Source = [At("Tiberia's envoy")], Cue = [At("denied")], Content = [At("any breach\" of the 1994 water treaty")],
            Kind = AttributionKind.Mixed, Speaker = envoy, Polarity = "denies", Via = told, Rule = "attribution/deny", Confidence = 0.8, Why = "“denied” takes its object as content",
        };
        denied.Repeats.Add(At("“no breach” of treaty"));
        document.Attributions.AddRange([said, told, denied]);

        var threat = new Event
        {
            Id = "e1", Type = "THREATEN", Contexts = ["economic"], Actors = [lusonia], Recipients = [tiberia], Date = new(2021, 3, 16), Status = EventStatus.Asserted,
            Place = new("Varna", "LUS", 43.2, 27.9, "city", At("Varna"), -1) { WherePrecision = 1, Why = "“Varna” is in the tables" },
            Evidence = At("Lusonia would close the river port of Varna if Tiberia fills the reservoir"),
            Spans = [new("trigger", At("close")), new("date", At("on Tuesday")), new("condition", At("if Tiberia fills the reservoir"))],
            Attribution = said, Quad = 3, Score = -4.4, Rule = "threaten/would-close", Confidence = 0.85, Why = "“would close … if …” is a conditional threat",
        };
        threat.Mentions.Add(At("Lusonia warns Tiberia over dam"));
        var denial = new Event
        {
            Id = "e2", Type = "REJECT", Mode = "deny", Actors = [envoy], Recipients = [], Date = new(1994), DateEnd = new(1995), Status = EventStatus.Reported, Background = true, Attribution = told,
            Evidence = At("Tiberia's envoy had \"denied any breach\""), Spans = [new("trigger", At("denied"))], Quad = 3, Cameo = "121", Rule = "reject/deny", Rung = "clause", Why = "“denied” matches reject/deny",
        };
        document.Events.AddRange([threat, denial]);

        document.Positions.Add(new()
        {
            Id = "p1", Actor = lusonia, Issue = "water-sharing", Stance = "threaten", Strength = 3, Addressees = [tiberia], Condition = At("if Tiberia fills the reservoir"),
            Outcome = At("close the river port of Varna"), Date = new(2021, 3), Attribution = said, Evidence = threat.Evidence, Rule = "positions/threat", Confidence = 0.85, Why = "a threat states a position",
        });
        document.Positions.Add(new()
        {
            Id = "p2", Actor = envoy, Issue = "water-sharing", Stance = "deny", Answers = document.Positions[0], Evidence = denial.Evidence, Rule = "positions/denial", Why = "a denial states a position",
        });
        document.Agreements.Add(new()
        {
            Id = "g1", Name = At("1994 water treaty"), Parties = [lusonia, tiberia], Claim = "kept", By = envoy, Attribution = denied, Evidence = At("any breach\" of the 1994 water treaty"),
            Rule = "agreements/breach", Why = "a breach is denied",
        });
        document.Ignored.Add(new(At("Share this story"), "leftover of the page"));
        document.Ignored.Add(new(At("Envoy: “no breach” of treaty"), "pull quote", denied.Content[0]));
        return document;
    }

    /// <summary>What a writer makes of documents.</summary>
    public static string Written(Func<TextWriter, IRecordWriter> writer, params Document[] documents)
    {
        var text = new StringWriter { NewLine = "\n" };
        using (var record = writer(text))
        {
            foreach (var document in documents)
                record.Write(document);
            record.Finish();
        }
        return text.ToString();
    }
}
