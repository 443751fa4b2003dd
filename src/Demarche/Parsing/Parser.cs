using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using Demarche.Tagging;

namespace Demarche.Parsing;

/// <summary>
/// Gives each word its part of speech, its dictionary form, its head and its relation. Tags and trees come from one network and so are one stage.
/// Sentences that are to be ignored stay without a tree.
/// </summary>
/// <param name="model">The network.</param>
/// <param name="lemmatizer">Finds dictionary forms.</param>
/// <param name="words">By which trees are put right.</param>
/// <param name="headlines">Reads the capitals of headlines; null takes them as they stand.</param>
internal sealed class Parser(LanguageModel model, Lemmatizer lemmatizer, ParsingWords words, HeadlineCase? headlines = null) : IStage
{
    /// <summary>The most words that are read as one sentence; what is longer is read in parts, so that time and memory grow with the text and not with its square.</summary>
    private const int LongestRun = 200;

    /// <summary>Words whose lemmas are kept from story to story; when there are more, all are forgotten.</summary>
    private const int MostLemmas = 8192;

    private readonly ConcurrentBag<Kept> _idle = [];

    public Layers Requires => Layers.Tokens;

    public Layers Assigns => Layers.Tags | Layers.Trees;

    public void Process(Document document) => Process([document]);

    public void Process(IReadOnlyList<Document> documents) => Process(documents, tagsOnly: false);

    /// <summary>Tags and lemmas without trees, for who needs no more; a modal that is a name (“May said”) stays a modal.</summary>
    public void Tag(IReadOnlyList<Document> documents) => Process(documents, tagsOnly: true);

    private void Process(IReadOnlyList<Document> documents, bool tagsOnly)
    {
        var kept = _idle.TryTake(out var idle) ? idle : new(words);
        kept.Runs.Clear();
        foreach (var document in documents)
            foreach (var sentence in document.Sentences)
                if (sentence.Ignored)
                    LeaveOut(document.Tokens.AsSpan(sentence.First, sentence.Count));
                else
                    Cut(document.Tokens, sentence, headlines?.Read(document, sentence), kept.Runs);
        Annotate(kept.Runs, tagsOnly);
        foreach (var document in documents)
        {
            if (!tagsOnly)
                Complete(document, kept.Tree);
            foreach (var sentence in document.Sentences)
                if (!sentence.Ignored)
                    foreach (ref var token in document.Tokens.AsSpan(sentence.First, sentence.Count))
                        token.Lemma = LemmaOf(token, kept.Lemmas);
            if (!tagsOnly)
                document.Tree = new(document.Tokens);
        }
        kept.Runs.Clear();
        _idle.Add(kept);
    }

    private static void Complete(Document document, OpenTree tree)
    {
        var tokens = document.Tokens;
        TreeMender.Mend(tree, tokens, document.Sentences);
        foreach (var sentence in document.Sentences)
            if (!sentence.Ignored && sentence.Count > LongestRun)
                JoinParts(tokens, sentence);
    }

    private string LemmaOf(in Token token, Dictionary<(string Form, Upos Upos, string Xpos), string> lemmas)
    {
        if (lemmas.TryGetValue((token.Form, token.Upos, token.Xpos), out var lemma))
            return lemma;
        lemma = lemmatizer.LemmaOf(token.Form, token.Upos, token.Xpos);
        if (lemmas.Count == MostLemmas)
            lemmas.Clear();
        lemmas.Add((token.Form, token.Upos, token.Xpos), lemma);
        return lemma;
    }

    private void Annotate(List<TokenRun> runs, bool tagsOnly)
    {
        // A run's result does not depend on what else is read with it; lengths are sorted only for speed.
        runs.Sort((a, b) => b.Count.CompareTo(a.Count));
        var workspace = model.Rent();
        var sorted = CollectionsMarshal.AsSpan(runs);
        while (sorted.Length > 0)
        {
            var (taken, tokens) = (0, 0);
            while (taken < sorted.Length && (tokens == 0 || tokens + sorted[taken].Count <= Workspace.TokensAtOnce))
                tokens += sorted[taken++].Count;
            workspace.Annotate(sorted[..taken], tagsOnly);
            sorted = sorted[taken..];
        }
        model.Return(workspace);
    }

    private static void LeaveOut(Span<Token> tokens)
    {
        foreach (ref var token in tokens)
        {
            token.Head = -1;
            token.Relation = Relation.Dep;
            token.Xpos = "";
            token.Lemma = token.Form.ToLowerInvariant();
        }
    }

    // A long sentence is cut behind the last punctuation mark of the second half of each part, where there is one.
    private static void Cut(Token[] tokens, Sentence sentence, string[]? forms, List<TokenRun> runs)
    {
        var first = sentence.First;
        if (forms is not null && sentence.Count <= LongestRun)
        {
            runs.Add(new(tokens, first, sentence.End, forms));
            return;
        }
        while (sentence.End - first > LongestRun)
        {
            var end = first + LongestRun;
            for (var t = end - 1; t > first + LongestRun / 2; t--)
                if (tokens[t].Form is "," or ";" or ":" or "." or "—" or "–" or "!" or "?")
                {
                    end = t + 1;
                    break;
                }
            runs.Add(new(tokens, first, end));
            first = end;
        }
        if (first < sentence.End)
            runs.Add(new(tokens, first, sentence.End));
    }

    // The parts of a long sentence have a root each; the later ones are hung beside the first.
    private static void JoinParts(Token[] tokens, Sentence sentence)
    {
        var root = -1;
        for (var t = sentence.First; t < sentence.End; t++)
        {
            if (tokens[t].Head >= 0)
                continue;
            if (root < 0)
                root = t;
            else
            {
                tokens[t].Head = root;
                tokens[t].Relation = Relation.Parataxis;
            }
        }
    }

    /// <summary>What one thread works with, kept for the next story.</summary>
    private sealed class Kept(ParsingWords words)
    {
        public OpenTree Tree { get; } = new(words);

        public List<TokenRun> Runs { get; } = [];

        public Dictionary<(string Form, Upos Upos, string Xpos), string> Lemmas { get; } = [];
    }
}
