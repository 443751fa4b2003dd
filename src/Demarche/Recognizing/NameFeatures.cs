using System.Runtime.InteropServices;
using Demarche.Parsing;

namespace Demarche.Recognizing;

/// <summary>
/// What the tagger of names sees of a word: its letters and shape, its neighbours, its part of speech and place in the tree, what the lists and tables say,
/// and how the same word stands elsewhere in the story (“Mr Weber” in the first sentence tells who “Weber” is in the last). Each feature is a 64-bit hash.
/// Made for one document at a time and used again for the next.
/// </summary>
internal sealed class NameFeatures(Gazetteer gazetteer)
{
    /// <summary>At least as many as a word ever has.</summary>
    public const int Most = 192;

    private const int LongestRun = 16;

    // A sentence of so many words without a capital is written by somebody who uses none.
    private const int LeastSmall = 4;

    private readonly NameLists _lists = gazetteer.Lists;
    private readonly Dictionary<ulong, int> _types = [];
    private readonly List<Elsewhere> _evidence = [];
    private Token[] _tokens = [];
    private Seen[] _seen = [];

    /// <summary>How a word stands in one place, that its other places may learn from.</summary>
    [Flags]
    private enum Evidence : uint
    {
        None = 0,
        AfterTitle = 1 << 0,
        AfterFirstName = 1 << 1,
        BeforeLastName = 1 << 2,
        BeforeOrganizationHead = 1 << 3,
        IsOrganizationHead = 1 << 4,
        BeforeCompanySuffix = 1 << 5,
        AfterLocative = 1 << 6,
        Subject = 1 << 7,
        Possessor = 1 << 8,
        InLongRun = 1 << 9,
        EndsLongRun = 1 << 10,
        CapitalInside = 1 << 11,
        Small = 1 << 12,
        AfterArticle = 1 << 13,
        InPhraseOfPerson = 1 << 14,
        InPhraseOfPlace = 1 << 15,
        InPhraseOfOrganization = 1 << 16,
        Compound = 1 << 17,
        Common = 1 << 18,
    }

    private struct Seen
    {
        public ulong Word;
        public ulong Shape;
        public ulong Tag;
        public int Type;
        public NameHints Hints;
        public NameHints Phrase;
        public NameHints Table;
        public byte PhrasePlace;
        public byte TablePlace;
        public bool Capital;
        public bool Like;
        public bool Mark;
        public int RunFirst;
        public int RunEnd;
        public int First;
        public int End;
        public int Case;
        public bool Shouts;
        public Evidence Evidence;
    }

    private struct Elsewhere
    {
        public Evidence Once;
        public Evidence Twice;
        public int Count;
    }

    /// <summary>Reads a document whose trees are known.</summary>
    public void Read(Document document, FoldedTokens folded)
    {
        _tokens = document.Tokens;
        if (_seen.Length < _tokens.Length)
            _seen = new Seen[Math.Max(_tokens.Length, 2 * _seen.Length)];
        Array.Clear(_seen, 0, _tokens.Length);
        _types.Clear();
        _evidence.Clear();
        foreach (var sentence in document.Sentences)
            if (!sentence.Ignored)
                Read(folded, sentence.First, sentence.End);
        foreach (var sentence in document.Sentences)
            if (!sentence.Ignored)
                for (var t = sentence.First; t < sentence.End; t++)
                    Gather(t);
    }

    /// <summary>True when the token can be part of a name; others are not worth a look.</summary>
    public bool MayBeName(int token)
    {
        ref readonly var seen = ref _seen[token];
        if (seen.Like)
            return true;
        // “University of Prague”, “Marks & Spencer”, “Ban Ki-moon”: what stands between two parts of a name; but “Siemens in Munich” is two.
        return seen.End > 0 && (seen.Hints & NameHints.Locative) == 0 && (seen.Mark || _tokens[token].Form.Length <= 3) && Near(token, -1) && Near(token, 1) || Genitive(token) && Near(token, -1);
    }

    private bool Near(int token, int step) => Like(token, token + step) || Like(token, token + 2 * step);

    private bool Like(int token, int other) => other >= _seen[token].First && other < _seen[token].End && _seen[other].Like;

    private bool Genitive(int token) => _tokens[token].Form is "'s" or "’s" or "'" or "’";

    private void Read(FoldedTokens folded, int first, int end)
    {
        var shouts = Shouting.In(_tokens, first, end);
        var recased = false;
        var small = end - first >= LeastSmall;
        for (var t = first; t < end; t++)
        {
            recased |= _tokens[t].Recasing != Recasing.None;
            small &= !HasCapital(_tokens[t].Form) || _tokens[t].Form is "I";
        }
        for (var t = first; t < end; t++)
        {
            ref var seen = ref _seen[t];
            var form = _tokens[t].Form;
            (seen.First, seen.End, seen.Shouts, seen.Case) = (first, end, shouts && !recased, -1);
            seen.Word = WordHash(form);
            seen.Shape = ShapeHash(form, _tokens[t].Recasing);
            seen.Tag = Hash(_tokens[t].Xpos);
            seen.Capital = HasCapital(form) && _tokens[t].Recasing != Recasing.Small;
            seen.Mark = form.Length > 0 && !char.IsLetterOrDigit(form[0]);
            var folding = Folding.Hash(form, 0);
            seen.Hints = folding == 0 ? NameHints.None : _lists.Of(folding) & ~(NameHints.Place | NameHints.Organization | NameHints.Thing | NameHints.City | NameHints.Word);
            seen.Type = folding == 0 ? -1 : TypeOf(seen.Word);
        }
        Phrases(folded, first, end, shouts, small);
        for (var t = first; t < end; t++)
        {
            ref var seen = ref _seen[t];
            seen.Like = !seen.Mark && (seen.Capital || _tokens[t].Upos == Upos.PROPN || (seen.Phrase & ~NameHints.Thing) != 0 || small && (seen.Table & ~(NameHints.KnownSurname | NameHints.Demonym)) != 0 || (seen.Hints & NameHints.FirstName) != 0 && _tokens[t].Upos is Upos.NOUN or Upos.X);
            if (_tokens[t].Relation.Universal() == Relation.Case && _tokens[t].Head >= 0 && _tokens[t].Head < end && _tokens[t].Head > t)
                _seen[_tokens[t].Head].Case = t;
        }
        Runs(first, end);
        for (var t = first; t < end; t++)
            if (_seen[t].Type >= 0)
                _seen[t].Evidence = EvidenceAt(t);
    }

    private int TypeOf(ulong word)
    {
        ref var type = ref CollectionsMarshal.GetValueRefOrAddDefault(_types, word, out var known);
        if (!known)
        {
            type = _evidence.Count;
            _evidence.Add(default);
        }
        return type;
    }

    // The longest phrases of the lists and of the tables, from left to right.
    private void Phrases(FoldedTokens folded, int first, int end, bool shouts, bool small)
    {
        for (var t = first; t < end;)
        {
            var (hash, hints, last) = (0UL, NameHints.None, t);
            for (int u = t, words = 0; u < end && words < NameLists.LongestPhrase; u++)
            {
                var next = Folding.Hash(_tokens[u].Form, hash);
                if (next == hash && (u == t || !folded.Joins(u)))
                    break;
                (hash, words) = (next, next == hash ? words : words + 1);
                if ((_lists.Of(hash) & (NameHints.Place | NameHints.Organization | NameHints.Thing | NameHints.City)) is not NameHints.None and var found)
                    (hints, last) = (found, u + 1);
            }
            for (var u = t; u < last; u++)
                (_seen[u].Phrase, _seen[u].PhrasePlace) = (hints, Place(u, t, last));
            t = Math.Max(t + 1, last);
        }
        for (var t = first; t < end;)
        {
            var (last, hints) = gazetteer.Hint(folded, t, end, shouts, small);
            for (var u = t; u < last; u++)
                (_seen[u].Table, _seen[u].TablePlace) = (hints, Place(u, t, last));
            t = Math.Max(t + 1, last);
        }
        for (var t = first; t < end;)
        {
            var last = gazetteer.MatchRole(folded, t, end, static _ => false)?.End ?? t;
            for (var u = t; u < last; u++)
                _seen[u].Hints |= NameHints.Role;
            t = Math.Max(t + 1, last);
        }
    }

    private static byte Place(int token, int first, int end) => (byte)(end == first + 1 ? 0 : token == first ? 1 : token == end - 1 ? 3 : 2);

    // Words that look like parts of a name, with what joins them.
    private void Runs(int first, int end)
    {
        for (var t = first; t < end;)
        {
            if (!_seen[t].Like)
            {
                t++;
                continue;
            }
            var last = t + 1;
            while (last < end && last < t + LongestRun)
            {
                if (_seen[last].Like)
                    last++;
                else if (last + 1 < end && _seen[last + 1].Like && ((_seen[last].Mark && _tokens[last].Form is "-" or "‐" or "'" or "’" or "&" && !_tokens[last].SpaceBefore) || (_seen[last].Hints & NameHints.Particle) != 0))
                    last += 2;
                else
                    break;
            }
            for (var u = t; u < last; u++)
                (_seen[u].RunFirst, _seen[u].RunEnd) = (t, last);
            t = last;
        }
    }

    private Evidence EvidenceAt(int t)
    {
        ref readonly var seen = ref _seen[t];
        if (!seen.Like || !(seen.Capital || _tokens[t].Upos == Upos.PROPN))
            return _tokens[t].Upos is Upos.NOUN or Upos.VERB or Upos.ADJ ? Evidence.Small | Evidence.Common : Evidence.Small;

        var evidence = Evidence.None;
        var length = seen.RunEnd - seen.RunFirst;
        var before = t > seen.First ? _seen[t - 1].Hints : NameHints.None;
        var after = t + 1 < seen.End ? _seen[t + 1].Hints : NameHints.None;
        if (length > 1)
        {
            evidence |= Evidence.InLongRun;
            if (t == seen.RunEnd - 1)
                evidence |= Evidence.EndsLongRun;
            if (t > seen.RunFirst && (before & NameHints.Title) != 0)
                evidence |= Evidence.AfterTitle;
            if (t > seen.RunFirst && (before & NameHints.FirstName) != 0)
                evidence |= Evidence.AfterFirstName;
            if (t + 1 < seen.RunEnd && (after & NameHints.LastName) != 0)
                evidence |= Evidence.BeforeLastName;
            if (t + 1 < seen.RunEnd && (_seen[seen.RunEnd - 1].Hints & NameHints.OrganizationHead) != 0)
                evidence |= Evidence.BeforeOrganizationHead;
            if (t + 1 == seen.RunEnd && (seen.Hints & NameHints.OrganizationHead) != 0)
                evidence |= Evidence.IsOrganizationHead;
            if (t + 1 < seen.RunEnd && (_seen[seen.RunEnd - 1].Hints & NameHints.CompanySuffix) != 0)
                evidence |= Evidence.BeforeCompanySuffix;
        }
        if (seen.RunFirst > seen.First && (_seen[seen.RunFirst - 1].Hints & NameHints.Locative) != 0)
            evidence |= Evidence.AfterLocative;
        if (seen.RunFirst > seen.First && _tokens[seen.RunFirst - 1].Upos == Upos.DET)
            evidence |= Evidence.AfterArticle;
        evidence |= _tokens[t].Relation switch
        {
            Relation.Nsubj or Relation.NsubjPass or Relation.OblAgent => Evidence.Subject,
            Relation.NmodPoss => Evidence.Possessor,
            Relation.Compound => Evidence.Compound,
            _ => Evidence.None,
        };
        if (t > seen.First && !seen.Shouts && seen.Capital && _tokens[t - 1].Upos != Upos.PUNCT)
            evidence |= Evidence.CapitalInside;
        if (seen.PhrasePlace > 0)
            evidence |= OfPhrase(seen.Phrase);
        if (seen.TablePlace > 0)
            evidence |= OfPhrase(seen.Table);
        return evidence;
    }

    private static Evidence OfPhrase(NameHints hints) =>
        ((hints & NameHints.KnownPerson) != 0 ? Evidence.InPhraseOfPerson : Evidence.None)
        | ((hints & (NameHints.KnownPlace | NameHints.KnownState | NameHints.Place | NameHints.City)) != 0 ? Evidence.InPhraseOfPlace : Evidence.None)
        | ((hints & (NameHints.KnownOrganization | NameHints.Organization)) != 0 ? Evidence.InPhraseOfOrganization : Evidence.None);

    private void Gather(int t)
    {
        if (_seen[t].Type < 0)
            return;
        ref var elsewhere = ref CollectionsMarshal.AsSpan(_evidence)[_seen[t].Type];
        elsewhere.Twice |= elsewhere.Once & _seen[t].Evidence;
        elsewhere.Once |= _seen[t].Evidence;
        elsewhere.Count++;
    }

    // How the word stands in its other places.
    private Evidence ElsewhereOf(int t)
    {
        if (_seen[t].Type < 0)
            return Evidence.None;
        var elsewhere = _evidence[_seen[t].Type];
        return elsewhere.Twice | (elsewhere.Once & ~_seen[t].Evidence);
    }

    /// <summary>Fills <paramref name="features"/>; those before the first number are of the word's own letters, those before the second of its tags and tree.</summary>
    /// <returns>The count of all, and the two numbers.</returns>
    public (int Count, int Letters, int Tags) Of(int t, Span<ulong> features)
    {
        var to = new Sink(features);
        ref readonly var seen = ref _seen[t];
        var form = _tokens[t].Form.AsSpan();

        // The word.
        to.Add(1, seen.Word);
        to.Add(2, FormHash(form, _tokens[t].Recasing));
        to.Add(3, Before(t, 1).Word, seen.Word);
        to.Add(4, seen.Word, After(t, 1).Word);
        for (var n = 1; n <= 4 && n <= form.Length; n++)
            to.Add(4 + (uint)n, LowerHash(form[^n..]), seen.Capital ? 1UL : 0);
        for (var n = 2; n <= 4 && n <= form.Length; n++)
            to.Add(8 + (uint)n, LowerHash(form[..n]), seen.Capital ? 1UL : 0);
        var letters = to.Count;

        // Tags and tree.
        ref readonly var token = ref _tokens[t];
        var head = token.Head >= seen.First && token.Head < seen.End ? token.Head : -1;
        var (tag, tagBefore, tagAfter) = (seen.Tag, TagOf(t, -1), TagOf(t, 1));
        to.Add(20, (ulong)token.Upos);
        to.Add(21, tag);
        to.Add(22, tagBefore);
        to.Add(23, tagAfter);
        to.Add(24, tagBefore, tag);
        to.Add(25, tag, tagAfter);
        to.Add(26, tagBefore * 1000003 + tagAfter, tag);
        to.Add(27, TagOf(t, -2), tagBefore);
        to.Add(28, TagOf(t, 2), tagAfter);
        to.Add(30, (ulong)token.Relation, tag);
        to.Add(31, (ulong)token.Relation, head < 0 ? 0 : _seen[head].Word);
        to.Add(32, (ulong)token.Relation, head < 0 ? 0 : _seen[head].Tag);
        var top = TopOf(t);
        to.Add(33, (ulong)_tokens[top].Relation, top == t ? 1UL : 0);
        if (_tokens[top].Head >= seen.First && _tokens[top].Head < seen.End)
            to.Add(34, (ulong)_tokens[top].Relation, _seen[_tokens[top].Head].Word);
        to.Add(35, _seen[top].Case < 0 ? 0 : _seen[_seen[top].Case].Word, (ulong)_tokens[top].Relation);
        var tags = to.Count;

        // Shapes and neighbours.
        to.Add(0, 0);
        to.Add(40, seen.Shape, t == seen.First ? 1UL : 0);
        to.Add(41, Before(t, 1).Shape, seen.Shape);
        to.Add(42, seen.Shape, After(t, 1).Shape);
        to.Add(43, Before(t, 1).Shape * 31 + seen.Shape, After(t, 1).Shape);
        to.Add(44, Before(t, 1).Word);
        to.Add(45, After(t, 1).Word);
        to.Add(46, Before(t, 2).Word);
        to.Add(47, After(t, 2).Word);
        to.Add(48, Before(t, 2).Word, Before(t, 1).Word);
        to.Add(49, After(t, 1).Word, After(t, 2).Word);
        to.Add(50, t == seen.First ? 1UL : 0, seen.Shouts ? 1UL : 0, seen.Capital ? 1UL : 0);
        if (t > seen.First)
            to.Add(51, LowerHash(Suffix(t - 1)));
        if (t + 1 < seen.End)
            to.Add(52, LowerHash(Suffix(t + 1)));

        // The run of capitals it stands in.
        if (seen.Like)
        {
            var length = Math.Min(seen.RunEnd - seen.RunFirst, 5);
            var place = t == seen.RunFirst ? 0UL : t == seen.RunEnd - 1 ? 2UL : 1UL;
            ref readonly var last = ref _seen[seen.RunEnd - 1];
            ref readonly var start = ref _seen[seen.RunFirst];
            to.Add(60, (ulong)length, place);
            to.Add(61, last.Word, place);
            to.Add(62, start.Word, place);
            to.Add(63, seen.RunFirst > seen.First ? _seen[seen.RunFirst - 1].Word : 0, place);
            to.Add(64, seen.RunEnd < seen.End ? _seen[seen.RunEnd].Word : 0, place);
            to.Add(65, (ulong)(last.Hints & Telling), place, (ulong)length);
            to.Add(66, (ulong)(start.Hints & Telling), place, (ulong)length);
            to.Add(67, (ulong)(start.Hints & Telling), (ulong)(last.Hints & Telling), place);
            to.Add(68, seen.RunEnd - seen.RunFirst == seen.End - seen.First ? 1UL : 0, (ulong)length);
        }

        // Lists and tables.
        Bits(ref to, 70, (uint)seen.Hints, seen.Capital ? 1UL : 0);
        Bits(ref to, 71, (uint)Before(t, 1).Hints, seen.Capital ? 1UL : 0);
        Bits(ref to, 72, (uint)After(t, 1).Hints, seen.Capital ? 1UL : 0);
        to.Add(73, (ulong)(seen.Hints & Telling), (ulong)(After(t, 1).Hints & Telling), (ulong)(Before(t, 1).Hints & Telling));
        to.Add(74, (ulong)(Before(t, 1).Hints & Telling), (ulong)(seen.Hints & Telling));
        var phrase = ((ulong)seen.Phrase << 3) | seen.PhrasePlace;
        var table = ((ulong)seen.Table << 3) | seen.TablePlace;
        to.Add(75, phrase, seen.Capital ? 1UL : 0);
        to.Add(76, table, seen.Capital ? 1UL : 0);
        to.Add(77, phrase, table);
        Bits(ref to, 78, (uint)seen.Phrase, seen.PhrasePlace, seen.Capital ? 1UL : 0);
        Bits(ref to, 79, (uint)seen.Table, seen.TablePlace);
        to.Add(80, (ulong)seen.Phrase | (ulong)seen.Table, (ulong)(seen.Hints & Telling), tag);
        to.Add(81, ((ulong)After(t, 1).Phrase << 3) | After(t, 1).PhrasePlace);
        to.Add(82, ((ulong)Before(t, 1).Phrase << 3) | Before(t, 1).PhrasePlace);
        to.Add(83, ((ulong)After(t, 1).Table << 3) | After(t, 1).TablePlace);
        to.Add(84, ((ulong)Before(t, 1).Table << 3) | Before(t, 1).TablePlace);
        to.Add(85, (ulong)seen.Phrase | (ulong)seen.Table, Before(t, 1).Word);

        // The same word elsewhere in the story.
        var elsewhere = ElsewhereOf(t);
        Bits(ref to, 90, (uint)elsewhere, seen.Capital ? 1UL : 0);
        if (seen.Like && seen.RunEnd - 1 > t)
            Bits(ref to, 91, (uint)ElsewhereOf(seen.RunEnd - 1));
        if (t > seen.First && _seen[t - 1].Like)
            Bits(ref to, 92, (uint)ElsewhereOf(t - 1));
        return (to.Count, letters, tags);
    }

    // What a word is, rather than what it may stand beside.
    private const NameHints Telling = NameHints.FirstName | NameHints.LastName | NameHints.Title | NameHints.OrganizationHead | NameHints.CompanySuffix | NameHints.PlaceHead
        | NameHints.PlaceStart | NameHints.ThingHead | NameHints.NoName | NameHints.Particle | NameHints.Role;

    private static void Bits(ref Sink to, uint template, uint bits, ulong more = 0, ulong other = 0)
    {
        for (; bits != 0; bits &= bits - 1)
            to.Add(template, (ulong)System.Numerics.BitOperations.TrailingZeroCount(bits), more, other);
    }

    private ref readonly Seen Before(int t, int steps) => ref t - steps >= _seen[t].First ? ref _seen[t - steps] : ref _border;

    private ref readonly Seen After(int t, int steps) => ref t + steps < _seen[t].End ? ref _seen[t + steps] : ref _border;

    // What stands before the first and behind the last word of a sentence.
    private Seen _border = new() { Word = 3, Shape = 3, Tag = 1, Type = -1 };

    private ulong TagOf(int t, int step) => step < 0 ? Before(t, -step).Tag : After(t, step).Tag;

    private ReadOnlySpan<char> Suffix(int t)
    {
        var form = _tokens[t].Form.AsSpan();
        return form[Math.Max(0, form.Length - 3)..];
    }

    // The word through which the name hangs in the tree.
    private int TopOf(int t)
    {
        var top = t;
        for (var steps = 0; steps < LongestRun; steps++)
        {
            var head = _tokens[top].Head;
            if (_tokens[top].Relation.Universal() is not (Relation.Flat or Relation.Compound) || head < _seen[t].First || head >= _seen[t].End || !_seen[head].Like)
                break;
            top = head;
        }
        return top;
    }

    private static bool HasCapital(string form)
    {
        foreach (var c in form)
            if (char.IsUpper(c))
                return true;
        return false;
    }

    private static ulong WordHash(ReadOnlySpan<char> form)
    {
        var hash = Start;
        foreach (var c in form)
            hash = (hash ^ (char.IsDigit(c) ? '0' : c is '’' ? '\'' : char.ToLowerInvariant(c))) * Prime;
        return hash;
    }

    private static ulong LowerHash(ReadOnlySpan<char> form) => WordHash(form);

    private static ulong Hash(ReadOnlySpan<char> form)
    {
        var hash = Start;
        foreach (var c in form)
            hash = (hash ^ c) * Prime;
        return hash;
    }

    private static ulong FormHash(ReadOnlySpan<char> form, Recasing recasing)
    {
        if (recasing == Recasing.None)
            return Hash(form);
        var hash = Start;
        foreach (var c in form)
        {
            hash = (hash ^ (recasing == Recasing.Small ? char.ToLowerInvariant(c) : c)) * Prime;
            recasing = Recasing.Small;
        }
        return hash;
    }

    // “McCain” is XxXx: of equal signs in a row two are kept.
    private static ulong ShapeHash(ReadOnlySpan<char> form, Recasing recasing)
    {
        var hash = Start;
        var (last, repeats, length, first) = ('\0', 0, 0, true);
        foreach (var c in form)
        {
            var kind = char.IsUpper(c) && (recasing == Recasing.None || recasing == Recasing.Capital && first) ? 'X' : char.IsLetter(c) || char.IsSurrogate(c) ? 'x' : char.IsDigit(c) ? '0' : c;
            first = false;
            repeats = kind == last ? repeats + 1 : 0;
            last = kind;
            if (repeats >= 2)
                continue;
            hash = (hash ^ kind) * Prime;
            if (++length == 10)
                break;
        }
        return hash;
    }

    private const ulong Start = 14695981039346656037UL;

    private const ulong Prime = 1099511628211UL;

    private ref struct Sink(Span<ulong> features)
    {
        private readonly Span<ulong> _features = features;

        public int Count { get; private set; }

        public void Add(uint template, ulong a, ulong b = 0, ulong c = 0)
        {
            if (Count == _features.Length)
                return;
            var hash = (a + template * 0x9E3779B97F4A7C15UL) * 0xD6E8FEB86659FD93UL;
            hash = (hash ^ (hash >> 32) ^ b) * 0xD6E8FEB86659FD93UL;
            hash = (hash ^ (hash >> 29) ^ c) * 0x94D049BB133111EBUL;
            _features[Count++] = hash ^ (hash >> 32);
        }
    }
}
