using Demarche.Codebooks;
using Demarche.Coding;
using Demarche.Positioning;

namespace Demarche.Bench;

/// <summary>What each part of reading positions takes a token.</summary>
internal static class PositionBench
{
    private const int Runs = 20;

    public static int Run(string[] paths)
    {
        var pipeline = Project.LoadPipeline();
        var documents = Project.Stories(paths).ConvertAll(story => new Document(story));
        var tokens = 0;
        foreach (var document in documents)
        {
            foreach (var stage in pipeline.Stages)
                if (stage is not Positioner)
                    stage.Process(document);
            tokens += document.Tokens.Length;
        }

        var codebook = Coder.Load(Project.Options).Codebook;
        var numbers = new WordNumbers();
        var stances = new StanceReader(codebook, numbers);
        var issues = new IssueReader(codebook, numbers);
        var agreements = new AgreementReader(codebook, numbers);
        var (verdicts, statements, phrases) = (new VerdictReader(codebook, numbers), new StatementReader(codebook), new PhraseReader(codebook, numbers));
        var (ofStances, ofClaims) = (new PatternMatcher(codebook, codebook.Positions.Patterns, codebook.Compiled?.Stances), new PatternMatcher(codebook, codebook.Agreements.Claims, codebook.Compiled?.Claims, things: true));
        var words = documents.ToDictionary(document => document, numbers.Of);
        var named = documents.ToDictionary(document => document, agreements.Named);
        var claims = documents.ToDictionary(document => document, document => agreements.Read(document, words[document], named[document]));
        var positioner = new Positioner(codebook);

        Clock.Print($"{documents.Count} stories, {tokens} tokens, best of {Runs} runs");
        Time("numbers of words", document => numbers.Of(document));
        Time("names of agreements", document => agreements.Named(document));
        Time("patterns of claims", document => ofClaims.Find(document));
        Time("claims", document => agreements.Read(document, words[document], named[document]));
        Time("patterns of stances", document => ofStances.Find(document));
        Time("set phrases", document => phrases.Read(document, words[document], []));
        Time("verdicts", document => verdicts.Read(document, words[document], []));
        Time("statements", document => statements.Read(document, []));
        Time("stances", document => stances.Read(document, words[document], claims[document]));
        Time("terms of issues", document => issues.Terms(document, words[document]));
        Time("all", positioner.Process);
        return 0;

        void Time(string part, Action<Document> read)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            foreach (var document in documents)
                Read(document, read);
            var bytes = GC.GetAllocatedBytesForCurrentThread() - before;
            // The first runs are those in which the runtime compiles.
            Clock.Best(Runs, () => documents.ForEach(document => Read(document, read)));
            Thread.Sleep(500);
            var seconds = Clock.Best(Runs, () => documents.ForEach(document => Read(document, read)));
            Clock.Print($"{part,-20} {seconds / tokens * 1e6,6:0.00} µs a token  {bytes / (double)tokens,6:0} bytes a token");
        }
    }

    // What the parts add to a document would make each run slower than the one before.
    private static void Read(Document document, Action<Document> read)
    {
        document.Positions.Clear();
        document.Agreements.Clear();
        document.Considered.Clear();
        read(document);
    }
}
