using System.Globalization;
using System.Text;
using System.Text.Json;
using Demarche.Store.Collating;

namespace Demarche.Training.Scoring;

/// <summary>Runs the coder over gold of a layer, scores what comes out, and can write it in the form that other scorers of these data read.</summary>
public sealed class LayerScorer(CoderOptions options)
{
    // Gold of relations and events from outside follows older conventions, which this profile describes; our own (origin “own”) follows the codebook.
    private const string GoldProfile = "plv";

    /// <summary>What can be scored: layers against gold, whole stories against what a reader expects, and the codebook against its own sentences.</summary>
    public static IReadOnlyList<string> Layers { get; } = ["ud", "lemmas", "names", "coreference", "relations", "events", "attributions", "chains", "actors", "status", "positions", "stance", "incidents", "stories", "codebook"];

    /// <summary>A measure, such as <c>las</c> or <c>whole f1</c>, and its value in percent.</summary>
    public sealed record Figure(string Measure, double Value);

    /// <summary>The figures of a layer, the leading one first.</summary>
    /// <param name="Figures">The figures.</param>
    /// <param name="Predictions">What came out, line by line; from <c>chains</c> on, a page that lists what is not met.</param>
    /// <param name="Failures">From <c>chains</c> on: what is not met.</param>
    public sealed record Result(IReadOnlyList<Figure> Figures, string Predictions, IReadOnlyList<string> Failures)
    {
        public Result(IReadOnlyList<Figure> figures, string predictions) : this(figures, predictions, []) { }
    }

    /// <param name="layer">One of <see cref="Layers"/>.</param>
    /// <param name="gold">The gold file; for stories and the codebook, a folder.</param>
    /// <param name="raw">For <c>ud</c>: from raw text rather than from the gold's words.</param>
    /// <param name="split">For <c>attributions</c>: only documents of this split. For <c>relations</c> and <c>events</c>: only the part that is <c>read</c> or <c>unread</c>, as <see cref="UnreadPart"/> says. For <c>ud</c> and <c>lemmas</c>: of the GUM treebank only documents of these genres, with commas between them.</param>
    /// <param name="threads">Threads at work; the result does not depend on it.</param>
    /// <exception cref="ScoreException">The gold cannot be read or does not fit the layer.</exception>
    public Result Score(string layer, string gold, bool raw = false, string? split = null, int threads = 1) => layer switch
    {
        "ud" => Trees(gold, raw, split),
        "lemmas" => Lemmas(gold, split),
        "names" => Names(gold),
        "coreference" => Coreference(gold),
        "relations" => Relations(gold, split, threads),
        "events" => Events(gold, split, threads),
        "attributions" => Attributions(gold, split, threads),
        "chains" => Whole(gold, threads, ChainScorer.Score),
        "actors" => Sentences(gold, Demarche.Layers.Actors, threads, new ActorScorer(GoldNames.ListBeside(gold, "invented-persons.txt")).Score),
        "status" => Sentences(gold, Demarche.Layers.Events, threads, StatusScorer.Score),
        "positions" => Whole(gold, threads, new PositionScorer(GoldNames.Beside(gold, "issues.csv"), GoldNames.Beside(gold, "claims.csv")).Score),
        "stance" => Sentences(gold, Demarche.Layers.Positions, threads, StanceScorer.Score),
        "incidents" => Incidents(gold),
        "stories" => Stories(gold),
        "codebook" => OwnSentences(gold, threads),
        _ => throw new ScoreException($"{layer} is not a layer; write {string.Join(", ", Layers)}"),
    };

    private Result Trees(string path, bool raw, string? genres)
    {
        var gold = LoadTreebank(path, genres);
        List<ConlluSentence> predicted;
        if (raw)
        {
            using var coder = Coder.Load(options);
            predicted = Conllu.FromDocument(coder.Analyse(new Story(TreeScorer.RawText(gold)), Demarche.Layers.Trees, asBody: true));
        }
        else
        {
            predicted = Parse(gold);
        }
        var rows = raw ? TreeScorer.OnRawText(gold, predicted) : TreeScorer.OnGoldWords(gold, predicted);
        return new([.. rows.OrderBy(r => r.Measure == "las" ? 0 : 1).Select(r => new Figure(r.Measure, 100 * r.Score.F1))], Written(predicted));
    }

    private Result Lemmas(string path, string? genres)
    {
        var gold = LoadTreebank(path, genres);
        var predicted = Parse(gold);
        return new([.. LemmaScorer.Score(gold, predicted).Select(r => new Figure(r.Measure, 100 * r.Score.F1))], Written(predicted));
    }

    private static List<ConlluSentence> LoadTreebank(string path, string? genres)
    {
        try
        {
            var gold = Treebank.Load(path, genres?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? []);
            return gold.Count > 0 ? gold : throw new ScoreException($"{path}: no sentences{(genres is null ? "" : $" of the genres {genres}")}");
        }
        catch (TrainingException error)
        {
            throw new ScoreException(error.Message);
        }
    }

    /// <summary>Tags and trees for the gold's own words.</summary>
    private List<ConlluSentence> Parse(List<ConlluSentence> gold)
    {
        using var coder = Coder.Load(options);
        var predicted = new List<ConlluSentence>();
        // Some sentences at a time, as in a story.
        foreach (var part in gold.Chunk(50))
        {
            var document = Conllu.ToDocument(part);
            coder.Analyse(document, Demarche.Layers.Trees);
            predicted.AddRange(Conllu.FromDocument(document));
        }
        for (var i = 0; i < gold.Count; i++)
            predicted[i].Multiwords.AddRange(gold[i].Multiwords.Where(_ => predicted[i].Multiwords.Count == 0));
        return predicted;
    }

    private static string Written(List<ConlluSentence> sentences)
    {
        var writer = new StringWriter { NewLine = "\n" };
        Conllu.Write(writer, sentences);
        return writer.ToString();
    }

    private Result Names(string path)
    {
        var gold = NameGold.Load(path);
        if (gold.Count == 0)
            throw new ScoreException($"{path}: no sentences");

        using var coder = Coder.Load(options);
        var predicted = new Dictionary<string, IReadOnlyList<Name>>(StringComparer.Ordinal);
        var lines = new StringBuilder();
        // Document by document: what a name is, another sentence of the story may tell.
        foreach (var story in gold.GroupBy(g => g.Document, StringComparer.Ordinal))
        {
            var sentences = story.ToList();
            var document = Conllu.ToDocument([.. sentences.Select(g => g.Sentence)]);
            coder.Analyse(document, Demarche.Layers.Names);
            for (var s = 0; s < sentences.Count; s++)
            {
                var place = document.Sentences[s];
                var names = document.Names.Where(name => place.First <= name.First && name.End <= place.End).Select(name => name with { First = name.First - place.First, End = name.End - place.First }).ToList();
                if (!predicted.TryAdd(sentences[s].Id, names))
                    throw new ScoreException($"{path}: the sentence {sentences[s].Id} stands twice");
                lines.Append(CultureInfo.InvariantCulture, $"# sent_id = {sentences[s].Id}\n");
                for (var t = 0; t < place.Count; t++)
                {
                    var name = names.Find(name => name.First <= t && t < name.End);
                    var tag = name is null ? "O" : $"{(name.First == t ? 'B' : 'I')}-{NameGold.TagOf(name.Kind)}";
                    lines.Append(CultureInfo.InvariantCulture, $"{t + 1}\t{document.Tokens[place.First + t].Form}\t{tag}\n");
                }
                lines.Append('\n');
            }
        }
        var figures = new List<Figure>();
        foreach (var row in NameScorer.Score(gold, predicted))
            figures.AddRange([new($"{row.Kind} f1", 100 * row.Score.F1), new($"{row.Kind} precision", 100 * row.Score.Precision), new($"{row.Kind} recall", 100 * row.Score.Recall)]);
        return new(figures, lines.ToString());
    }

    private Result Coreference(string path)
    {
        using var coder = Coder.Load(options);
        List<CoreferenceGold> gold;
        try
        {
            gold = CoreferenceGold.Load(path);
        }
        catch (TrainingException error)
        {
            throw new ScoreException(error.Message);
        }
        var sheet = CoreferenceScorer.Score([.. gold.Select(story =>
        {
            var document = Conllu.ToDocument(story.Sentences);
            coder.Analyse(document, Demarche.Layers.Actors);
            return (story, document);
        })]);
        return new(sheet.Figures, Page($"What is missed in {Path.GetFileName(path)}", sheet.Figures, [("Missed", sheet.Misses)]), sheet.Misses);
    }

    private Result Relations(string path, string? part, int threads)
    {
        var gold = UnreadPart.Of(JsonLines.Read(path), path, part);
        if (gold.Count == 0)
            throw new ScoreException($"{path}: nothing in it is {part}");
        using var coder = Coder.Load(ForGold(gold));
        var answers = Each(gold, threads, record =>
            coder.Relate(record.Text("sentence") ?? throw new ScoreException($"{path}: {record.Id()} has no sentence"), Participants(record, "source"), Participants(record, "target")));
        var predicted = gold.Zip(answers).ToDictionary(pair => pair.First.Id(), pair => (string?)Roots.Of(pair.Second.Type), StringComparer.Ordinal);
        var reports = RelationScorer.Score(gold, predicted);
        List<Figure> figures = [new("root macro-f1", 100 * reports["root"].MacroF1), new("root accuracy", 100 * reports["root"].Accuracy)];
        foreach (var level in (ReadOnlySpan<string>)["quad", "quad_from_root", "binary"])
            figures.AddRange([new($"{level} macro-f1", 100 * reports[level].MacroF1), new($"{level} accuracy", 100 * reports[level].Accuracy)]);
        if (part is not null)
        {
            var pairs = gold.Zip(answers).Select(pair => (Roots.Of(pair.First.Text("root")), Roots.Of(pair.Second.Type))).ToList();
            var (low, high) = Bootstrap.Interval(pairs.Count, sample => ClassReport.Of([.. sample.Select(i => pairs[i])]).MacroF1OfMany);
            figures.AddRange([new("root macro-f1 of ten or more", 100 * reports["root"].MacroF1OfMany), new("… at least", 100 * low), new("… at most", 100 * high)]);
        }
        figures.AddRange(reports["root"].Classes.Select(c => new Figure($"f1 {c.Class}", 100 * c.Score.F1)));
        return new(figures, Lines(gold.Select((record, i) => new { id = record.Id(), root = Roots.Of(answers[i].Type), rule = answers[i].Rule, rung = answers[i].Rung })));
    }

    private static List<Span> Participants(JsonElement record, string side)
    {
        var spans = record.SpansOf($"{side}_spans");
        if (spans.Count == 0 && record.SpanOf($"{side}_span") is { } first)
            spans.Add(first);
        return spans;
    }

    private Result Events(string path, string? part, int threads)
    {
        var gold = UnreadPart.Of(JsonLines.Read(path), path, part);
        if (gold.Count == 0)
            throw new ScoreException($"{path}: nothing in it is {part}");
        using var coder = Coder.Load(ForGold(gold));
        var found = Each(gold, threads, record => Predict(coder, record));
        var predictions = found.SelectMany(p => p).ToList();
        var all = EventScorer.Score(gold, predictions);
        var primary = EventScorer.Score(gold, predictions, primary: true);
        var figures = new List<Figure> { new("primary all f1", 100 * primary[2].Score.F1), new("primary all recall", 100 * primary[2].Score.Recall), new("all recall", 100 * all[2].Score.Recall) };
        foreach (var level in all)
            figures.AddRange([new($"{level.Name} precision", 100 * level.Score.Precision), new($"{level.Name} f1", 100 * level.Score.F1), new($"{level.Name} macro-f1", 100 * level.MacroF1)]);
        return new(figures, Lines(predictions.Select(p => new { id = p.Id, root = p.Root, source_span = Pair(p.Source), target_span = Pair(p.Target) })));
    }

    /// <summary>Asserted and reported events, that of the main clause first; a dyad each.</summary>
    private static List<EventScorer.Prediction> Predict(Coder coder, JsonElement record)
    {
        var document = coder.Analyse(new(record.Text("sentence") ?? ""), Demarche.Layers.Events, asBody: true);
        var predictions = new List<EventScorer.Prediction>();
        foreach (var e in document.Events.Where(e => e.Status is EventStatus.Asserted or EventStatus.Reported).OrderBy(e => DepthOf(document, e.Trigger)).ThenBy(e => e.Trigger))
        {
            var actors = Spans("actor");
            var recipients = Spans("recipient");
            if (recipients.Count == 0 && e.Actors.Count > 1)
                (actors, recipients) = ([actors[0]], [.. actors.Skip(1)]);
            foreach (var actor in actors.Cast<Span?>().DefaultIfEmpty())
                foreach (var recipient in recipients.Cast<Span?>().DefaultIfEmpty())
                    predictions.Add(new(record.Id(), e.Type, actor, recipient));

            List<Span> Spans(string role) => [.. e.Spans.Where(s => s.Role == role).Select(s => NameFor(document, s.Span))];
        }
        return predictions;
    }

    /// <summary>For a pronoun, the words of the sentence that name whom it means: the gold marks those.</summary>
    private static Span NameFor(Document document, Span span)
    {
        if (document.Mentions.FirstOrDefault(m => m.Kind == MentionKind.Pronoun && m.Actor.Mention == span) is not { } pronoun)
            return span;
        var names = document.Mentions.Where(m => m.Kind is MentionKind.Name or MentionKind.Description && m.Actor.Is(pronoun.Actor)).ToList();
        return (names.LastOrDefault(m => m.First < pronoun.First) ?? names.FirstOrDefault())?.Actor.Mention ?? span;
    }

    private static int DepthOf(Document document, int token)
    {
        var depth = 0;
        for (var t = document.Tokens[token].Head; t >= 0; t = document.Tokens[t].Head)
            depth++;
        return depth;
    }

    private Result Attributions(string path, string? split, int threads)
    {
        var gold = JsonLines.Read(path);
        if (split is not null)
            gold.RemoveAll(record => record.Text("split") != split);
        if (gold.Count == 0)
            throw new ScoreException($"{path}: no document of the split {split}");
        using var coder = Coder.Load(options);
        var found = Each(gold, threads, record =>
        {
            return coder.Analyse(new Story(record.Text("text") ?? "") { Published = record.Day("date"), Title = record.Text("title") }, Demarche.Layers.Attributions);
        });
        var classes = new CueClasses(options.Codebook ?? Path.Combine(AppContext.BaseDirectory, "codebook"));
        var documents = gold.Zip(found).ToDictionary(pair => pair.First.Id(), pair => pair.Second, StringComparer.Ordinal);
        var predicted = gold.Zip(found).ToDictionary(
            pair => pair.First.Id(),
            pair => (IReadOnlyList<AttributionScorer.Spans>)[.. pair.Second.Attributions.Select(a => new AttributionScorer.Spans(a.Source, a.Cue, a.Content) { CueClass = classes.Of(pair.Second, a.Cue) })],
            StringComparer.Ordinal);
        var rows = AttributionScorer.Score(gold, predicted, (id, cue) => classes.Of(documents[id], cue));
        return new(
            [.. rows.OrderBy(r => r.Measure == "whole" ? 0 : 1).Select(r => new Figure($"{r.Measure} {r.Role} f1", 100 * r.Score.F1))],
            Lines(gold.Zip(found).Select(pair => new
            {
                id = pair.First.Id(),
                attributions = pair.Second.Attributions.Select(a => new { source = Pairs(a.Source), cue = Pairs(a.Cue), content = Pairs(a.Content) }),
            })));
    }

    /// <summary>Whole stories, read as they come.</summary>
    private Result Whole(string path, int threads, Func<IReadOnlyList<(JsonElement, Document)>, ScoreSheet> score) => Against(path, threads, (coder, story) => coder.Code(story), score);

    /// <summary>Sentences and headlines alone.</summary>
    private Result Sentences(string path, Demarche.Layers last, int threads, Func<IReadOnlyList<(JsonElement, Document)>, ScoreSheet> score) =>
        Against(path, threads, (coder, story) => coder.Analyse(story, last, asBody: true), score);

    private Result Against(string path, int threads, Func<Coder, Story, Document> analyse, Func<IReadOnlyList<(JsonElement, Document)>, ScoreSheet> score)
    {
        var gold = JsonLines.Read(path);
        using var coder = Coder.Load(options);
        var documents = Each(gold, threads, record =>
            analyse(coder, new(record.Text("text") ?? throw new ScoreException($"{path}: {record.Id()} has no text")) { Published = record.Day("published"), Outlet = record.Text("outlet") }));
        var sheet = score([.. gold.Zip(documents)]);
        return new(sheet.Figures, Page($"What is missed in {Path.GetFileName(path)}", sheet.Figures, [("Missed", sheet.Misses)]), sheet.Misses);
    }

    private Result Incidents(string path)
    {
        using var coder = Coder.Load(options);
        var sheet = new IncidentScorer(CollatingRules.Load(coder.Codebook.Directory), coder.Run).Score(JsonLines.Read(path), coder.Code);
        return new(sheet.Figures, Page($"What is missed in {Path.GetFileName(path)}", sheet.Figures, [("Missed", sheet.Misses)]), sheet.Misses);
    }

    private Result Stories(string folder)
    {
        using var coder = Coder.Load(options);
        var outcomes = ExpectedStory.LoadFolder(folder).SelectMany(story => StoryScorer.Check(story, coder.Code(story.Story))).ToList();
        var figures = new List<Figure> { new("all", Share(outcomes)) };
        figures.AddRange(outcomes.GroupBy(o => o.Story.Set, StringComparer.Ordinal).Select(g => new Figure(g.Key, Share([.. g]))));
        figures.AddRange(outcomes.GroupBy(o => o.Expectation.Expect, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => new Figure($"expect {g.Key}", Share([.. g]))));
        figures.AddRange(outcomes.GroupBy(o => o.Story.Name, StringComparer.Ordinal).Select(g => new Figure(g.Key, Share([.. g]))));
        var read = outcomes.Where(o => !o.Story.Unread).ToList();
        var page = Page("What the stories miss", figures, read.GroupBy(o => o.Story.Name, StringComparer.Ordinal).Select(g => (g.Key, g.Where(o => !o.Met).Select(o => o.ToString()))));
        return new(figures, page, [.. read.Where(o => !o.Met).Select(o => o.ToString())]);

        static double Share(List<StoryScorer.Outcome> outcomes) => 100.0 * outcomes.Count(o => o.Met) / outcomes.Count;
    }

    private Result OwnSentences(string folder, int threads)
    {
        using var coder = Coder.Load(options with { Codebook = folder });
        var report = ExampleChecker.Check(coder, threads);
        var figures = new List<Figure> { new("all", report.AllShare), new("examples", report.ExampleShare), new("counterexamples", report.CounterexampleShare) };
        figures.AddRange(coder.Codebook.Types.Select(type => new Figure(type.Name, report.ShareOf(type))));
        var positions = PositionExamples.Check(coder, threads);
        figures.AddRange(positions.GroupBy(o => o.Kind, StringComparer.Ordinal).Select(g => new Figure(g.Key, 100.0 * g.Count(o => o.Fault is null) / g.Count())));
        var parses = ConstructionChecker.Check(coder, threads);
        if (parses.Count > 0)
            figures.Add(new("constructions", 100.0 * parses.Count(o => o.ComesOut) / parses.Count));
        var failures = report.Failures.Select(f => (f.Pattern.File, Words: f.ToString())).Concat(positions.Where(o => o.Fault is not null).Select(o => (o.File, Words: o.ToString())))
            .Concat(parses.Where(o => o.Fault is not null).Select(o => (o.Parse.File, Words: o.ToString()))).ToList();
        var page = Page("What the codebook's sentences miss", figures, failures.GroupBy(f => f.File, StringComparer.Ordinal).Select(g => (g.Key, g.Select(f => f.Words))));
        return new(figures, page, [.. failures.Select(f => f.Words)]);
    }

    private static string Page(string title, IReadOnlyList<Figure> figures, IEnumerable<(string Part, IEnumerable<string> Failures)> parts)
    {
        var page = new StringBuilder($"# {title}\n\n| share that holds | percent |\n|---|---|\n");
        foreach (var figure in figures)
            page.Append(CultureInfo.InvariantCulture, $"| {figure.Measure} | {figure.Value:0.0} |\n");
        foreach (var (part, failures) in parts)
            page.Append(CultureInfo.InvariantCulture, $"\n## {part}\n{string.Concat(failures.Select(failure => $"- {failure.ReplaceLineEndings(" ")}\n"))}");
        return page.ToString();
    }

    private CoderOptions ForGold(List<JsonElement> gold)
    {
        if (gold[0].Text("origin") == "own")
            return options;
        var codebook = options.Codebook ?? Path.Combine(AppContext.BaseDirectory, "codebook");
        return options.Profile is null && File.Exists(Path.Combine(codebook, "profiles", $"{GoldProfile}.yaml")) ? options with { Profile = GoldProfile } : options;
    }

    private static T[] Each<T>(List<JsonElement> gold, int threads, Func<JsonElement, T> run)
    {
        var results = new T[gold.Count];
        try
        {
            Parallel.For(0, gold.Count, new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, threads) }, i => results[i] = run(gold[i]));
        }
        // What is wrong in the gold is said as it would be on one thread.
        catch (AggregateException several) when (several.InnerExceptions.OfType<ScoreException>().FirstOrDefault() is { } wrong)
        {
            throw new ScoreException(wrong.Message);
        }
        return results;
    }

    private static int[]? Pair(Span? span) => span is { } s ? [s.Start, s.End] : null;

    private static IEnumerable<int[]> Pairs(IReadOnlyList<Span> spans) => spans.OrderBy(s => s.Start).Select(s => new[] { s.Start, s.End });

    private static string Lines<T>(IEnumerable<T> records) => string.Concat(records.Select(record => JsonSerializer.Serialize(record) + "\n"));
}
