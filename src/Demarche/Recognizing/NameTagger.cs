using System.Collections.Concurrent;
using System.Runtime.Intrinsics;

namespace Demarche.Recognizing;

/// <summary>
/// Marks names of persons, places and organizations by a linear model over chains of tags, trained on text in which they are marked.
/// It counts in whole numbers, so that the same text has the same names on every machine. Safe for any number of threads.
/// </summary>
internal sealed class NameTagger(NameModel model, Gazetteer gazetteer)
{
    private readonly ConcurrentBag<Work> _idle = [];

    /// <summary>Adds the names of a document whose trees are known, in text order.</summary>
    public void Tag(Document document, FoldedTokens folded, List<Name> names)
    {
        if (!_idle.TryTake(out var work))
            work = new(gazetteer);
        work.Features.Read(document, folded);
        foreach (var sentence in document.Sentences)
            if (!sentence.Ignored)
                Tag(work, sentence, names);
        _idle.Add(work);
    }

    private void Tag(Work work, Sentence sentence, List<Name> names)
    {
        work.Reserve(sentence.Count);
        Span<ulong> features = stackalloc ulong[NameFeatures.Most];
        Span<int> best = stackalloc int[NameModel.Tags];
        Span<int> next = stackalloc int[NameModel.Tags];
        var last = NameModel.Start;
        for (var t = sentence.First; t < sentence.End; t++)
        {
            var back = work.Back.AsSpan((t - sentence.First) * NameModel.Tags, NameModel.Tags);
            var may = work.Features.MayBeName(t);
            var scores = Vector128<short>.Zero;
            if (may)
                scores = model.Score(features[..work.Features.Of(t, features).Count]);
            for (var tag = 0; tag < NameModel.Tags; tag++)
            {
                next[tag] = Impossible;
                if (!may && tag > 0)
                    continue;
                if (t == sentence.First)
                {
                    if (NameModel.Follows(NameModel.Start, tag))
                        next[tag] = model.Transition(NameModel.Start, tag) + scores[tag];
                    continue;
                }
                for (var before = 0; before < NameModel.Tags; before++)
                {
                    if (best[before] == Impossible || !NameModel.Follows(before, tag))
                        continue;
                    var score = best[before] + model.Transition(before, tag) + scores[tag];
                    if (score <= next[tag])
                        continue;
                    next[tag] = score;
                    back[tag] = (byte)before;
                }
            }
            next.CopyTo(best);
        }
        last = 0;
        for (var tag = 1; tag < NameModel.Tags; tag++)
            if (best[tag] > best[last])
                last = tag;
        var from = names.Count;
        for (var (t, end) = (sentence.End - 1, sentence.End); t >= sentence.First; t--)
        {
            if (NameModel.KindOf(last) is { } kind && NameModel.Begins(last))
                names.Add(new(t, end, kind));
            if (last == 0 || NameModel.Begins(last))
                end = t;
            last = work.Back[(t - sentence.First) * NameModel.Tags + last];
        }
        names.Reverse(from, names.Count - from);
    }

    private const int Impossible = int.MinValue;

    private sealed class Work(Gazetteer gazetteer)
    {
        public NameFeatures Features { get; } = new(gazetteer);

        public byte[] Back = [];

        public void Reserve(int tokens)
        {
            if (Back.Length < tokens * NameModel.Tags)
                Back = new byte[Math.Max(tokens * NameModel.Tags, 2 * Back.Length)];
        }
    }
}
