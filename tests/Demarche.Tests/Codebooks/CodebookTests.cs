using Demarche.Codebooks;
using Demarche.Coding;
using Demarche.Tests.Stories;

namespace Demarche.Tests.Codebooks;

/// <summary>What the codebook that ships must hold.</summary>
public sealed class CodebookTests
{
    private static readonly Codebook Codebook = Codebook.Load(Project.In("codebook"));

    private static readonly CsvTable Actors = CsvTable.Load(Project.In("codebook/actors/actors.csv"), "actors.csv", "id", "name", "kind", "country", "sector", "from", "to");

    private static readonly CsvTable Names = CsvTable.Load(Project.In("codebook/actors/names.csv"), "names.csv", "actor", "name", "use", "from", "to");

    private static readonly CsvTable Offices = CsvTable.Load(Project.In("codebook/actors/offices.csv"), "offices.csv", "person", "of", "office", "sector", "from", "to", "source");

    public static TheoryData<string> Types => [.. Codebook.Types.Select(type => type.Name)];

    [Fact]
    public void Has_the_sixteen_types() =>
        Assert.Equal(
            "ACCUSE AGREE AID ASSAULT COERCE CONCEDE CONSULT COOPERATE MOBILIZE PROTEST REJECT REQUEST RETREAT SANCTION SUPPORT THREATEN",
            string.Join(' ', Codebook.Types.Select(type => type.Name).Order(StringComparer.Ordinal)));

    [Theory]
    [MemberData(nameof(Types))]
    public void A_type_has_fifteen_patterns_with_head_words_of_their_own(string type)
    {
        var used = new HashSet<string>(StringComparer.Ordinal);
        var own = Codebook.Type(type)!.Patterns.Count(pattern => pattern.Forms.SelectMany(Heads).Where(used.Add).ToList().Count > 0);
        Assert.True(own >= 15, $"{own} patterns with another head word");
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void A_type_is_defined_and_told_from_others(string type) => Assert.True(Codebook.Type(type)!.Definition.Length > 40);

    [Theory]
    [MemberData(nameof(Types))]
    public void A_pattern_has_a_sentence_that_it_takes_and_one_that_it_leaves(string type) =>
        Assert.All(Codebook.Type(type)!.Patterns, pattern =>
        {
            Assert.NotEmpty(pattern.Examples);
            Assert.NotEmpty(pattern.Counterexamples);
            Assert.All(pattern.Examples, example => Assert.True(example.Actors.Count + example.Recipients.Count > 0, $"{pattern.File}:{example.Line}: marks nobody"));
            Assert.All(pattern.Counterexamples, c => Assert.True(c.Type is null || Codebook.Type(c.Type) is not null, $"{pattern.File}:{c.Line}: {c.Type} is not a type"));
        });

    [Fact]
    public void All_profiles_load()
    {
        foreach (var file in Directory.Exists(Project.In("codebook/profiles")) ? Directory.GetFiles(Project.In("codebook/profiles"), "*.yaml") : [])
            Codebook.Load(Project.In("codebook"), Path.GetFileNameWithoutExtension(file));
    }

    [Fact]
    public void Knows_all_states_with_their_people_and_their_capitals()
    {
        var states = Ids("state");
        Assert.True(states.Count >= 190, $"{states.Count} states");
        Assert.All(states, state => Assert.Matches("^[A-Z]{3}$", state));
        foreach (var use in (string[])["demonym", "capital"])
        {
            var with = Names.Rows.Where(row => row["use"] == use).Select(row => row["actor"]).ToHashSet(StringComparer.Ordinal);
            Assert.True(states.Count(with.Contains) >= 190, $"{states.Count(with.Contains)} states with a {use}; without: {string.Join(' ', states.Where(state => !with.Contains(state)))}");
        }
    }

    [Fact]
    public void Knows_organizations_by_their_short_names()
    {
        var organizations = Actors.Rows.Where(row => row["kind"] == "organization" && row["sector"] == "IGO").Select(row => row["id"]).ToHashSet(StringComparer.Ordinal);
        Assert.True(organizations.Count >= 40, $"{organizations.Count} organizations");
        Assert.Superset(new HashSet<string> { "NATO", "EU", "UN", "OSCE", "AU" }, organizations);
        Assert.Contains("WEST", Ids("region"));
    }

    [Fact]
    public void Knows_holders_of_office_with_dates()
    {
        var holders = Offices.Rows.Where(row => row["from"].Length > 0).Select(row => row["person"]).ToHashSet(StringComparer.Ordinal);
        Assert.True(holders.Count >= 150, $"{holders.Count} persons");
        Assert.Subset(Ids("person"), holders);
    }

    private static HashSet<string> Ids(string kind) => [.. Actors.Rows.Where(row => row["kind"] == kind).Select(row => row["id"])];

    private static IEnumerable<string> Heads(Form form) => form.Triggers.Concat(form.TriggerClasses.Select(lexicon => $"{{{lexicon.Name}}}"));
}
