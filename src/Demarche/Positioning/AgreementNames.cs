using Demarche.Codebooks;
using Demarche.Coding;

namespace Demarche.Positioning;

/// <summary>Finds the names of agreements: those of the tables, and by rule those that are in no table.</summary>
internal sealed class AgreementNames
{
    private readonly Dictionary<string, List<(string[] Words, string Id)>> _byFirst = new(StringComparer.OrdinalIgnoreCase);
    private readonly AgreementRules _rules;

    public AgreementNames(AgreementRules rules)
    {
        _rules = rules;
        foreach (var (name, id) in rules.Names)
        {
            var words = name.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries);
            if (!_byFirst.TryGetValue(words[0], out var list))
                _byFirst[words[0]] = list = [];
            list.Add((words, id));
        }
        // The longest name wins.
        foreach (var list in _byFirst.Values)
            list.Sort((a, b) => b.Words.Length.CompareTo(a.Words.Length));
    }

    /// <summary>The known agreements that the story names, in text order.</summary>
    public List<NamedAgreement> Find(Document document)
    {
        var found = new List<NamedAgreement>();
        for (var t = 0; t < document.Tokens.Length; t++)
        {
            // A name begins with a capital.
            if (document.Tokens[t].Upos == Upos.PUNCT || char.IsLower(document.Tokens[t].Form[0]) || !_byFirst.TryGetValue(document.Tokens[t].Form, out var names))
                continue;
            foreach (var (words, id) in names)
            {
                var last = EndOf(document, t, words);
                if (last < 0)
                    continue;
                found.Add(new(t, last, id));
                t = last;
                break;
            }
        }
        return found;
    }

    private static int EndOf(Document document, int token, string[] words)
    {
        var tokens = document.Tokens;
        // “START” is a treaty, “Start” is not.
        if (words.Length == 1 && !tokens[token].Form.Equals(words[0], StringComparison.Ordinal))
            return -1;
        var at = token;
        for (var i = 1; i < words.Length; i++)
        {
            at++;
            while (at < tokens.Length && tokens[at].Form is "-" or "–" or "the")
                at++;
            if (at >= tokens.Length || !tokens[at].Form.Equals(words[i], StringComparison.OrdinalIgnoreCase) && !(i == words.Length - 1 && SameNoun(tokens[at], words[i])))
                return -1;
        }
        return at;
    }

    /// <summary>“agreements” for “agreement”: the last word of a name may stand in the other number.</summary>
    private static bool SameNoun(in Token token, string word) => token.Upos is Upos.NOUN or Upos.PROPN && token.Form.TrimEnd('s', 'S').Equals(word.TrimEnd('s', 'S'), StringComparison.OrdinalIgnoreCase);

    /// <summary>“the Minsk agreements”, “the 2015 Declaration of Principles”, “the truce signed in Doha”: the name of which a noun is the head, without its article.</summary>
    public Span NameOf(Document document, int head)
    {
        int first = head, last = head;
        foreach (var d in document.Tree.Of(head))
        {
            var relation = document.Tokens[d].Relation;
            if (document.Tokens[d].Upos == Upos.PRON)
                continue;
            if (d < head && relation is Relation.Compound or Relation.Amod or Relation.Nummod or Relation.NmodPoss or Relation.Flat or Relation.NmodDesc)
                first = Math.Min(first, document.Tree.LeftEdge(d));
            else if (d == last + 1 && relation is Relation.Nummod or Relation.Flat or Relation.Compound or Relation.NmodDesc)
                last = document.Tree.RightEdge(d);
            else if (d > head && relation == Relation.Nmod && document.Tree.LeftEdge(d) == last + 1 && BelongsToName(document, d))
                last = Phrase.Extent(document, d).Last;
        }
        if (first == head && last == head && MadeWhere(document, head) is > 0 and var end)
            last = end;
        return document.SpanOf(Math.Min(first, head), last);
    }

    /// <summary>“of 1953”, “of Argyle”, “on the Law of the Sea”, “on Trade”: capitals or a date.</summary>
    private static bool BelongsToName(Document document, int noun)
    {
        if (document.Tree.RightEdge(noun) - document.Tree.LeftEdge(noun) > 10)
            return false;
        return FrameReader.Preposition(document, noun) switch
        {
            "of" => char.IsUpper(document.Tokens[noun].Form[0]) || document.TimeAt(noun) is not null || char.IsDigit(document.Tokens[noun].Form[0]),
            "on" or "for" or "between" => char.IsUpper(document.Tokens[noun].Form[0]) && document.TimeAt(noun) is null,
            _ => false,
        };
    }

    /// <summary>The last token of the participle and the phrase that say which agreement it is; −1 when none do.</summary>
    private int MadeWhere(Document document, int head)
    {
        foreach (var d in document.Tree.Of(head))
        {
            if (d <= head || document.Tokens[d].Relation != Relation.Acl || !_rules.MadeBy.Contains(document.Tokens[d].Lemma))
                continue;
            // “signed in Doha”, without what was done later or how it was broken.
            var last = d;
            foreach (var phrase in document.Tree.Of(d))
                if (phrase > d && document.Tokens[phrase].Relation.Universal() is Relation.Obl or Relation.Obj or Relation.Advmod)
                    last = Math.Max(last, Phrase.Extent(document, phrase).Last);
            return last - head <= 12 ? last : d;
        }
        return -1;
    }
}
