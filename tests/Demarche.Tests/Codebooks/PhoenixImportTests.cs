using Demarche.Codebooks;
using Demarche.Tests.Cli;
using Demarche.Tests.Stories;
using Command = Demarche.Tests.Cli.Run;

namespace Demarche.Tests.Codebooks;

public sealed class PhoenixImportTests
{
    private const string Actors = """
        # Made up for the test.
        RUFUS_FIREFLY_ [BOLELI] [BOLGOV 20010806-20050609]
        +R._T._FIREFLY_
        	[BOLOPP >20100101]	# after his return
        LEAGUE_OF_SYLVANIA_ [BOLREB <951231]
        +SYLVANIAN_LEAGUE
        BANK_OF_SYLVANIA_ [BOLBUS]
        TARIJITA_
        	[BOL]
        GHOST_OF_LAKE_POOPO_ [---]
        LLSB_ [IGOSAM]
        """;

    private const string Agents = """
        !PERSON! = MAN, WOMAN
        LLAMA_HERD!PERSON! [~AGR]
        HARBOUR_MASTER {HARBOUR_MASTERS} [~GOV]
        MINISTER_OF_LLAMAS [~GOV]
        SALT_FLAT_MILITIA {} [REB~]
        PRESIDENT [~GOV]
        """;

    [Theory]
    [InlineData("[BOLELI] [BOLGOV 20010806-20050609]", "2001-08-05", "BOLELI")]
    [InlineData("[BOLELI] [BOLGOV 20010806-20050609]", "2001-08-06", "BOLGOV")]
    [InlineData("[BOLELI] [BOLGOV 20010806-20050609]", "2005-06-09", "BOLGOV")]
    [InlineData("[BOLELI] [BOLGOV 20010806-20050609]", "2005-06-10", "BOLELI")]
    [InlineData("[BOLGOV 010806-050609] [BOLOPP]", "2003-01-01", "BOLGOV")]
    [InlineData("[BOLGOV 850806-890805]", "1990-01-01", null)]
    [InlineData("[BOLGOV <951231]", "1995-12-30", "BOLGOV")]
    [InlineData("[BOLGOV <951231]", "1995-12-31", null)]
    [InlineData("[BOLGOV >951231]", "1995-12-31", "BOLGOV")]
    [InlineData("[BOLGOV >951231]", "1995-12-30", null)]
    [InlineData("[BOLGOV 20010000-20010000]", "2001-12-31", "BOLGOV")]
    [InlineData("[BOLGOV 300101-300102]", "2030-01-01", "BOLGOV")]
    [InlineData("[BOLGOV 310101-310102]", "1931-01-01", "BOLGOV")]
    [InlineData("[BOLGOV 20010101-20051231] [BOLMIL 20030101-20071231]", "2004-01-01", "BOLGOV")]
    [InlineData("[BOLGOV 20010101-20051231] [BOLMIL 20030101-20071231]", "2006-01-01", "BOLMIL")]
    public void A_dated_code_that_holds_wins_and_one_without_a_date_is_the_default(string codes, string day, string? code)
    {
        var findings = new List<Finding>();
        var actor = Assert.Single(new PhoenixReader(findings).Actors("a", [$"RUFUS_FIREFLY_ {codes}"]));
        Assert.Empty(findings);
        var on = DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(code, actor.Timeline().Where(c => (c.From is null || c.From <= on) && (c.To is null || on <= c.To)).Select(c => c.Code).SingleOrDefault());
    }

    [Theory]
    [InlineData("actors", "+SYNONYM_", "a synonym (+) follows the name that it stands for")]
    [InlineData("actors", "\t[BOL]", "a code follows the name that it belongs to")]
    [InlineData("actors", "LLAMA_ [BOLGOV", "the code has no end")]
    [InlineData("actors", "LLAMA_ []", "the code is empty")]
    [InlineData("actors", "LLAMA_ [BOLGOV 2001]", "“2001” is no restriction of a date; write <YYYYMMDD, >YYYYMMDD or YYYYMMDD-YYYYMMDD")]
    [InlineData("actors", "LLAMA_ [BOLGOV >20011301]", "“>20011301” is no restriction")]
    [InlineData("actors", "LLAMA_ [BOLGOV 20050101-20010101]", "“20050101-20010101” is no restriction")]
    [InlineData("agents", "LLAMA", "the code is missing")]
    [InlineData("agents", "LLAMA [~]", "the code is empty")]
    [InlineData("agents", "LLAMA {LLAMAE [~AGR]", "the plural has no end")]
    [InlineData("agents", "LLAMA_!FOLK! [~AGR]", "the set !FOLK! is not there")]
    [InlineData("agents", "[~AGR]", "the phrase is empty")]
    public void A_broken_line_is_reported_and_the_rest_is_read(string kind, string line, string message)
    {
        var findings = new List<Finding>();
        var reader = new PhoenixReader(findings);
        var read = kind == "actors" ? reader.Actors("own.actors.txt", ["# own", line, "OTHER_ [BOL]"]).Count(a => a.Names[0] == "OTHER") : reader.Agents("own.actors.txt", ["# own", line, "OTHER [~GOV]"]).Count(a => a.Phrases[0] == "OTHER");
        Assert.Equal(1, read);
        Assert.StartsWith($"own.actors.txt:2: {message}", findings[0].ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\uD800[\uDC00]+\t{!!}")]
    [InlineData("[[[[[ ]]]]] <<>> --- !A! = !A!")]
    [InlineData("+[+[+")]
    [InlineData("!A! = !A! !A!")]
    [InlineData("X [A <00000000] [B >99999999] [C 00000000-99999999]")]
    public void Reads_any_text(string line)
    {
        var reader = new PhoenixReader([]);
        foreach (var actor in reader.Actors("a", [line, line, "\t" + line, "+" + line]))
            actor.Timeline();
        reader.Agents("a", ["!A! = !A!, B", line, line + " [~GOV]", "!A! [~GOV]"]);
    }

    [Fact]
    public void Makes_a_layer_that_is_in_order_and_codes_by_it()
    {
        using var folder = new Folder();
        folder.File("own.actors.txt", Actors);
        folder.File("own.agents.txt", Agents);
        folder.File("own.verbs.txt", "--- ABANDON [070] ---\n");
        var layer = Path.Combine(folder.Path, "layer");
        var run = Command.Of("codebook", "import-phoenix", folder.Path, "--out", layer);
        Assert.Equal((0, ""), (run.Status, run.Error));
        Assert.Contains("own.verbs.txt is not read", run.Output, StringComparison.Ordinal);
        Assert.Equal("0 errors, 0 warnings\n", Command.Of("codebook", "check", "--codebook", layer).Output);
        Assert.DoesNotContain("president", File.ReadAllText(Path.Combine(layer, "sectors.yaml")), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("ghost", File.ReadAllText(Path.Combine(layer, "actors", "names.csv")), StringComparison.OrdinalIgnoreCase);

        using var coder = Coder.Load(new() { Codebook = layer, Model = Project.In("models/en/model.bin") });
        Assert.Equal("Rufus Firefly|Person|BOL|GOV", Who(coder, "Rufus Firefly met the Chilean ambassador in Lima.", new(2003, 1, 1), "Rufus"));
        Assert.Equal("Rufus Firefly|Person|BOL|ELI", Who(coder, "Rufus Firefly met the Chilean ambassador in Lima.", new(1999, 1, 1), "Rufus"));
        Assert.Equal("Rufus Firefly|Person|BOL|OPP", Who(coder, "R. T. Firefly met the Chilean ambassador in Lima.", new(2012, 1, 1), "Firefly"));
        Assert.Equal("League of Sylvania|Group|BOL|REB", Who(coder, "The Sylvanian League attacked a Chilean post.", new(1994, 1, 1), "League"));
        Assert.Equal("Bank of Sylvania|Organization|BOL|BUS", Who(coder, "The Bank of Sylvania sued Chile.", null, "Bank"));
        // What the codebook below knows stays as it is.
        Assert.Equal("Chile|State|CHL|GOV", Who(coder, "Chile condemned the Bank of Sylvania.", null, "Chile"));
        Assert.NotEqual(Project.Coder.Run.Codebook, coder.Run.Codebook);
    }

    [Fact]
    public void A_layer_says_what_a_name_means_in_this_dossier()
    {
        using var folder = new Folder();
        Directory.CreateDirectory(Path.Combine(folder.Path, "actors"));
        folder.File("actors/actors.csv", "id,name,kind,country,sector,from,to\nOurCommission,Truce Commission,organization,,IGO,,\n");
        folder.File("actors/names.csv", "actor,name,use,from,to\nOurCommission,Geneva,name,,\n");
        using var coder = Coder.Load(new() { Codebook = folder.Path, Model = Project.In("models/en/model.bin") });
        Assert.Equal("Truce Commission|Organization||IGO", Who(coder, "Geneva accused Chile of breaking the truce.", null, "Geneva"));
        Assert.Equal("Chile|State|CHL|GOV", Who(coder, "Geneva accused Chile of breaking the truce.", null, "Chile"));
    }

    private static string Who(Coder coder, string text, DateOnly? published, string word)
    {
        var document = coder.Analyse(new(text) { Published = published }, Layers.Actors, asBody: true);
        var mention = document.Mentions.First(mention => document.Words(document.SpanOf(mention.First, mention.End - 1)).Contains(word, StringComparison.Ordinal));
        return $"{mention.Actor.Name}|{mention.Actor.Kind}|{mention.Actor.Country}|{mention.Actor.Sector}";
    }
}
