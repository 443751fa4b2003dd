using Demarche.Codebooks;
using Demarche.Coding;
using Demarche.Parsing;

namespace Demarche.Positioning;

/// <summary>Finds the words on which a position depends: “if …”, “provided that …”, “should … begin”, “only with …”.</summary>
internal sealed class ConditionReader
{
    private readonly Operators _operators;
    private readonly PositionRules _rules;
    private readonly ConditionExtent _extent;
    private readonly Dictionary<string, List<string[]>> _byFirst = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _obliging;

    public ConditionReader(Operators operators, PositionRules rules)
    {
        (_operators, _rules, _extent) = (operators, rules, new(rules));
        foreach (var phrase in rules.Conditions)
        {
            if (!_byFirst.TryGetValue(phrase[0], out var phrases))
                _byFirst[phrase[0]] = phrases = [];
            phrases.Add(phrase);
        }
        // “in case of” before “in case”.
        foreach (var phrases in _byFirst.Values)
            phrases.Sort((a, b) => b.Length.CompareTo(a.Length));
        _obliging = rules.Statements.Where(rule => rule.Stance == "demand").SelectMany(rule => rule.Auxiliaries).ToHashSet(StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The condition of what a position says, in its exact words; null when there is none.</summary>
    public Span? Of(Document document, Stand stand)
    {
        var (trigger, outcome) = (stand.Trigger, stand.Outcome);
        var tokens = document.Tokens;
        // An event may rest on the auxiliary: what it depends on hangs on the verb.
        if (tokens[trigger].Relation.Universal() is Relation.Aux or Relation.Cop && tokens[trigger].Head >= 0)
            trigger = tokens[trigger].Head;
        var sentence = document.SentenceOf(trigger);
        var top = TopOf(document, trigger);
        for (var t = sentence.First; t < sentence.End; t++)
        {
            var head = StartsAt(document, t, out var phrase);
            if (head < 0 || head == trigger || head == outcome || !MayBeOf(document, phrase, head, stand) || IsOfAnother(document, head, trigger) || IsOfFirst(document, t, trigger) || IsParted(document, t, trigger) || IsSetOff(document, t, phrase, head))
                continue;
            if (!Bears(document, t, head, trigger, outcome, top, stand.Attribution?.CueHead ?? -1) && !(t == First(document, sentence) && document.Tokens[head].Head is >= 0 and var governor && document.Tree.Dominates(governor, trigger)))
                continue;
            var last = _extent.LastOf(document, (t, t + phrase.AsSpan().Count(' ')), head, LastBefore(document, stand, t, head), stand);
            // Only what belongs to the position: its trigger does not stand in its own condition.
            if (trigger >= t && trigger <= last)
                continue;
            return document.SpanOf(Opening(phrase, t, last), last);
        }
        return stand.Stance is "offer" or "commit" or "support" ? First(document, trigger) : null;
    }

    /// <summary>“An incursion would mean war”: what a threat answers, where it is the subject of the words; null where that is no act.</summary>
    public Span? OfSubject(Document document, Stand stand)
    {
        foreach (var verb in (ReadOnlySpan<int>)[stand.Trigger, stand.Outcome])
        {
            // “fighting could resume”: what comes about is the threat itself.
            if (verb < 0 || _rules.ComingAbout.Holds(document, verb))
                continue;
            foreach (var d in document.Tree.Of(verb))
                if (d < verb && document.Tokens[d] is { Upos: Upos.NOUN } && document.Tokens[d].Relation.Universal() == Relation.Nsubj && document.MentionAt(d) is null && IsAct(document, d))
                    return document.SpanOf(document.Tree.LeftEdge(d), document.Tree.RightEdge(d));
        }
        return null;
    }

    private bool IsAct(Document document, int noun)
    {
        foreach (var wrong in _rules.Wrongs)
            if (wrong.Holds(document, noun))
                return true;
        return _rules.Provoking.Holds(document, noun);
    }

    /// <summary>“in exchange for the islands”, “once they have left”, “will free them if they leave”: what is asked for is given for something.</summary>
    /// <param name="document">The story.</param>
    /// <param name="condition">What it depends on.</param>
    /// <param name="verb">What is done then.</param>
    public bool IsPrice(Document document, Span condition, int verb)
    {
        var first = document.FirstTokenFrom(condition.Start);
        if (_rules.Offering.Contains(document.Tokens[first].Form) || (_rules.Granting.Contains(document.Tokens[first].Form) || first + 1 < document.Tokens.Length && _rules.Granting.Contains($"{document.Tokens[first].Form} {document.Tokens[first + 1].Form}")) && (_rules.Giving.Contains(document.Tokens[verb].Lemma) || _rules.Gift.Hold(document, verb)))
            return true;
        return first > 2 && document.Tokens[first - 1].Form == "for" && document.Tokens[first - 2].Lemma is "exchange" or "return" && document.Tokens[first - 3].Form.Equals("in", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>What one does with what one says that one will do when something happens: threatens, offers, or null where the words do not tell.</summary>
    /// <param name="document">The story.</param>
    /// <param name="condition">What it depends on.</param>
    /// <param name="verb">What is done then.</param>
    public string? Answered(Document document, Span condition, int verb)
    {
        var head = -1;
        for (var t = document.FirstTokenFrom(condition.Start); t < document.Tokens.Length && document.Tokens[t].Span.Start < condition.End; t++)
            if (document.Tokens[t].Upos == Upos.VERB && document.Tokens[t].Head is var over && (over < 0 || !condition.Contains(document.Tokens[over].Span)))
                head = t;
        if (head < 0)
            return null;
        var lemma = document.Tree.Dependent(head, Relation.CompoundPrt) is >= 0 and var particle ? $"{document.Tokens[head].Lemma}_{document.Tokens[particle].Lemma}" : document.Tokens[head].Lemma;
        var negated = Negation.Of(document, head, _operators) is not null;
        var gift = _rules.Giving.Contains(document.Tokens[verb].Lemma) || _rules.Gift.Hold(document, verb);
        if (_rules.Provoked.Contains(lemma) && !negated || _rules.Rewarded.Contains(lemma) && negated)
            return gift ? null : "threaten";
        return _rules.Rewarded.Contains(lemma) ? "offer" : null;
    }

    /// <summary>True where a condition begins: “barring a miracle” forbids none.</summary>
    public bool Opens(Document document, int token) => document.Tokens[token].Xpos == "VBG" && StartsAt(document, token, out _) >= 0;

    /// <summary>“If they insist, the minister said, we will not stand idle”: who says so is no part of it; the last token before him.</summary>
    private static int LastBefore(Document document, Stand stand, int first, int head)
    {
        var last = document.Tokens.Length;
        // The verb of the condition itself cannot say the rest.
        if (stand.Attribution?.CueHead == head)
            return last;
        foreach (var span in (IEnumerable<Span>)[.. stand.Attribution?.Source ?? [], .. stand.Attribution?.Cue ?? []])
            if (document.FirstTokenFrom(span.Start) is var token && token > first)
                last = Math.Min(last, token - 1);
        return last;
    }

    /// <summary>True where a conjunction may open a condition of the position: “without” only of what is denied, “when” only of what is still to come.</summary>
    private bool MayBeOf(Document document, string phrase, int head, Stand stand)
    {
        // “decided without it” names who is left out.
        // “will not sit by while our officers are killed” says when.
        if (stand.Stance == "threaten" && _rules.Contrasting.Contains(phrase))
            return false;
        // “must be freed before any soldier is exchanged”
        if (_rules.OfDemanded.Contains(phrase) && stand.Stance == "demand" && document.Tokens[head] is { Upos: Upos.VERB, Xpos: not "VBG" } && !(document.Tokens[head].Xpos == "VBD" && document.Tokens[stand.Trigger].Xpos == "VBD" && stand.Kind != StandKind.Statement))
            return true;
        if (_rules.OfDenied.Contains(phrase) && (document.Tokens[head].Upos == Upos.PRON && document.Tokens[head].Xpos == "PRP" || !IsDenied(document, stand)))
            return false;
        if (!_rules.Coming.Contains(phrase))
            return true;
        // “ruled out laying down arms before the force went”: what is denied until then, in whatever tense.
        if (_rules.OfDenied.Contains(phrase) && stand.Outcome >= 0 && document.Tokens[stand.Outcome].Upos is Upos.VERB or Upos.AUX && document.Tokens[head] is { Upos: Upos.VERB, Xpos: not "VBG" } && document.Tree.Dominates(stand.Outcome, head) && !VerbGroup.Of(document, stand.Outcome).IsAnterior)
            return true;
        // “ruled out a truce before the army had gone back”; not “protested that it had not been asked before they signed”
        if (_rules.OfDenied.Contains(phrase) && document.Tokens[head] is { Upos: Upos.VERB, Xpos: not "VBG" } && document.Tree.Dominates(stand.Trigger, head) && !(stand.Outcome >= 0 && VerbGroup.Of(document, stand.Outcome).IsAnterior))
            return true;
        ref readonly var token = ref document.Tokens[head];
        return (token.Upos is Upos.VERB or Upos.AUX || document.Tree.Dependent(head, Relation.Cop) >= 0 || document.Tree.Dependent(head, Relation.AuxPass) >= 0) && token.Xpos != "VBG" && IsToCome(document, head, stand);
    }

    /// <summary>“rejected it and vowed to march until he goes”: what hangs on a verb joined to the position's, with a tense or subject of its own, belongs to that verb.</summary>
    private static bool IsOfAnother(Document document, int condition, int trigger)
    {
        var tokens = document.Tokens;
        for (var t = tokens[condition].Head; t >= 0 && t != trigger; t = tokens[t].Head)
            // “asked for time, days after they had agreed to shut it until he left”: what hangs in a clause of its own is that clause's.
            if (tokens[t].Relation == Relation.Advcl && tokens[t].Upos == Upos.VERB && tokens[t].Xpos != "VBG" && document.Tree.Dependent(t, Relation.Mark) >= 0 && document.Tree.Dependent(t, Relation.Nsubj) >= 0)
                return true;
            else if (tokens[t] is { Relation: Relation.Conj, Upos: Upos.VERB, Head: >= 0 and var first } && t > trigger && (first == trigger || tokens[first] is { Relation: Relation.Parataxis, Head: var over } && over == trigger)
                && (tokens[t].Xpos is "VBD" or "VBZ" or "VBP" || document.Tree.Dependent(t, Relation.Nsubj) >= 0 || VerbGroup.Of(document, t).Modal >= 0))
                return true;
        return false;
    }

    /// <summary>“charged it with raids while it talked, and asked for help”: what stands between two joined verbs belongs to the first, unless it stands right behind “and”.</summary>
    private static bool IsOfFirst(Document document, int condition, int trigger)
    {
        if (document.Tokens[trigger] is not { Relation: Relation.Conj, Upos: Upos.VERB, Head: >= 0 and var first } || condition < first || condition > trigger)
            return false;
        var and = document.Tree.Dependent(trigger, Relation.Cc);
        return and > condition || and < 0 && document.Tree.LeftEdge(trigger) > condition;
    }

    /// <summary>“asked that he be taken in; Madrid is willing, so long as he leaves again”: a semicolon stands between.</summary>
    private static bool IsParted(Document document, int condition, int trigger)
    {
        for (var t = Math.Min(condition, trigger); t < Math.Max(condition, trigger); t++)
            if (document.Tokens[t].Form == ";")
                return true;
        return false;
    }

    /// <summary>“said it would go on, after Washington left the pact”: behind a comma the past says when it was said.</summary>
    private bool IsSetOff(Document document, int token, string phrase, int head) =>
        _rules.Coming.Contains(phrase) && IsBehindComma(document, token) && document.Tokens[head].Xpos == "VBD";

    private bool IsDenied(Document document, Stand stand) =>
        stand.Stance is "refuse" or "oppose" || Negation.Of(document, stand.Trigger, _operators) is not null || stand.Outcome >= 0 && Negation.Of(document, stand.Outcome, _operators) is { } no && !_rules.OfDenied.Contains(no);

    /// <summary>“will reopen it when they leave”, “promised it as soon as they have left”; not “refused it when they came”.</summary>
    private static bool IsToCome(Document document, int condition, Stand stand)
    {
        var tokens = document.Tokens;
        // “when it opened” may be said of the past and, under “would”, of what is to come.
        var past = tokens[condition].Xpos == "VBD" || VerbGroup.Of(document, condition).Finite is >= 0 and var finite && tokens[finite].Xpos == "VBD";
        // “was ready to lift it as soon as they left”
        if (stand.Stance is "offer" or "commit" && (document.Tree.Dependent(stand.Trigger, Relation.Cop) >= 0 || document.Tree.Dependent(stand.Trigger, Relation.AuxPass) >= 0))
            return true;
        foreach (var head in (ReadOnlySpan<int>)[stand.Trigger, stand.Outcome])
        {
            if (head < 0)
                continue;
            foreach (var d in document.Tree.Of(head))
                if (tokens[d].Xpos == "MD" || tokens[d].Xpos == "TO" && d < head && tokens[d].Relation == Relation.Mark)
                    return !past || tokens[d].Form.Equals("would", StringComparison.OrdinalIgnoreCase);
        }
        return !past;
    }

    /// <summary>“…, but the weapons must first be removed”: what must be done before, without its conjunction, in the same sentence; null when nothing must.</summary>
    private Span? First(Document document, int trigger)
    {
        var tokens = document.Tokens;
        var sentence = document.SentenceOf(trigger);
        for (var t = sentence.First; t < sentence.End; t++)
        {
            if (!_rules.First.Contains(tokens[t].Form) || tokens[t].Head is not (>= 0 and var verb) || tokens[t].Relation.Universal() != Relation.Advmod)
                continue;
            // Of “must first be removed” the tree may hang the adverb on the auxiliary.
            if (tokens[verb].Upos == Upos.AUX && tokens[verb].Head >= 0)
                verb = tokens[verb].Head;
            var top = tokens[verb] is { Relation: Relation.Xcomp, Head: >= 0 and var over } ? over : verb;
            if (!IsObliged(document, top) && !IsObliged(document, verb))
                continue;
            var (first, last) = (document.Tree.LeftEdge(top), document.Tree.RightEdge(top));
            while (first < last && tokens[first].Upos is Upos.CCONJ or Upos.PUNCT or Upos.SCONJ)
                first++;
            while (last > first && tokens[last].Upos == Upos.PUNCT)
                last--;
            if (trigger < first || trigger > last)
                return document.SpanOf(first, last);
        }
        return null;
    }

    private bool IsObliged(Document document, int verb)
    {
        if (_obliging.Contains(document.Tokens[verb].Form))
            return true;
        foreach (var d in document.Tree.Of(verb))
            if (document.Tokens[d].Relation.Universal() == Relation.Aux && _obliging.Contains(document.Tokens[d].Form))
                return true;
        return false;
    }

    /// <summary>“Tokyo offered a loan. The offer was tied to reforms”: what the same or the next sentence makes it depend on; null where it does not.</summary>
    public Span? Back(Document document, Stand stand)
    {
        var tokens = document.Tokens;
        var index = document.IndexOfSentence(stand.Trigger);
        var next = index + 1 < document.Sentences.Count && !document.Sentences[index + 1].Ignored ? document.Sentences[index + 1] : document.Sentences[index];
        var named = -1;
        for (var t = stand.Trigger + 1; t < next.End; t++)
        {
            if (tokens[t].Upos == Upos.NOUN && _rules.Back.Nouns.Contains(tokens[t].Lemma) && document.Tree.Dependent(t, Relation.Det) is >= 0 and var article && tokens[article].Form.ToLowerInvariant() is "the" or "this" or "that")
                named = t;
            if (named < 0 || t - named > 8)
                continue;
            foreach (var words in _rules.Back.Words)
                if (Stands(document, t, words) && t + words.Length < next.End && HeadBehind(document, t + words.Length, next.End) is >= 0 and var head)
                    return document.SpanOf(t + words.Length, _extent.LastOf(document, (t + words.Length - 1, t + words.Length - 1), head, next.End, stand));
        }
        return null;
    }

    /// <summary>The noun whose phrase begins at a token; −1 where none does.</summary>
    private static int HeadBehind(Document document, int first, int end)
    {
        for (var t = first; t < end; t++)
            if (document.Tokens[t].Upos is Upos.NOUN or Upos.PROPN && document.Tree.LeftEdge(t) <= first)
                return t;
        return -1;
    }

    /// <summary>The only condition of a sentence, wherever the tree hangs it, unless it stands in a relative clause before the trigger; null when there are none or several.</summary>
    public Span? Alone(Document document, Stand stand)
    {
        Span? only = null;
        var trigger = stand.Trigger;
        var sentence = document.SentenceOf(trigger);
        for (var t = sentence.First; t < sentence.End; t++)
        {
            var head = StartsAt(document, t, out var phrase);
            if (head < 0 || head == trigger || !MayBeOf(document, phrase, head, stand) || IsParted(document, t, trigger))
                continue;
            var last = _extent.LastOf(document, (t, t + phrase.AsSpan().Count(' ')), head, LastBefore(document, stand, t, head), stand);
            if (trigger >= t && trigger <= last || InRelativeClause(document, head))
                continue;
            if (only is not null)
                return null;
            only = document.SpanOf(Opening(phrase, t, last), last);
            t = last;
        }
        return only;
    }

    /// <summary>Where the condition itself begins: “conditional on the release” is the release.</summary>
    private int Opening(string phrase, int token, int last)
    {
        var after = token + phrase.AsSpan().Count(' ') + 1;
        return after <= last && _rules.Bare.Contains(phrase) ? after : token;
    }

    private static bool InRelativeClause(Document document, int token)
    {
        for (var t = token; t >= 0; t = document.Tokens[t].Head)
            if (document.Tokens[t].Relation == Relation.AclRelcl)
                return true;
        return false;
    }

    private static int First(Document document, Sentence sentence)
    {
        var first = sentence.First;
        while (first < sentence.End && document.Tokens[first].Upos is Upos.PUNCT or Upos.CCONJ)
            first++;
        return first;
    }

    /// <summary>The head of the clause or phrase that a condition opened at this token has; −1 when none opens here.</summary>
    private int StartsAt(Document document, int token, out string opening)
    {
        var tokens = document.Tokens;
        opening = "";
        if (!_byFirst.TryGetValue(tokens[token].Form, out var phrases))
            return Inverted(document, token);
        foreach (var phrase in phrases)
        {
            if (!Stands(document, token, phrase))
                continue;
            opening = phrase.Length == 1 ? phrase[0] : string.Join(' ', phrase);
            // “once more”
            if (token + phrase.Length < tokens.Length && _rules.Closing.Contains(tokens[token + phrase.Length].Form))
                return -1;
            var dated = _rules.Dated.Contains(opening);
            // “five days after he had left” tells when.
            if (token > 0 && _rules.Coming.Contains(phrase[0]) && document.TimeAt(token - 1) is not null | tokens[token - 1] is { Upos: Upos.NOUN, Relation: Relation.OblUnmarked })
                return -1;
            // “act as if it were in force”
            if (token > 0 && phrase[0].Equals("if", StringComparison.OrdinalIgnoreCase) && tokens[token - 1].Form.Equals("as", StringComparison.OrdinalIgnoreCase))
                return -1;
            // “at the moment the gate fell”
            if (token > 0 && phrase.Length > 1 && tokens[token].Upos == Upos.DET && tokens[token - 1].Upos == Upos.ADP)
                return -1;
            // “at once”
            if (token > 0 && tokens[token - 1] is { Relation: Relation.Case } leads && leads.Head == token)
                return -1;
            // “, while others wait” sets against, “while others wait” says how long.
            if (_rules.Contrasting.Contains(phrase[0]) && IsBehindComma(document, token))
                return -1;
            var last = token + phrase.Length - 1;
            var clausal = _rules.Clausal.Contains(phrase[^1]);
            // “will go on providing police” says what is provided, “providing they leave” on what condition.
            if (phrase.Length == 1 && tokens[token].Upos == Upos.VERB && document.Tree.Dependent(token, Relation.Nsubj) < 0 && document.Tree.Dependent(token, Relation.Aux) < 0 && clausal && VerbBehind(document, last, -1) is >= 0 and var behind)
                return behind;
            // “failing an answer” opens its clause; “laws barring foreigners” does not.
            if (phrase.Length == 1 && tokens[token].Upos == Upos.VERB && document.Tree.Dependent(token, Relation.Obj) >= 0 && (clausal || token > document.SentenceOf(token).First && tokens[token - 1].Upos != Upos.PUNCT))
                return -1;
            if (last + 1 >= tokens.Length || dated && document.TimeAt(last + 1) is not null || IsAside(document, last + 1))
                return -1;
            // “until Friday”, “until now”: a date is no condition.
            // The clause hangs over its conjunction, a noun over its preposition; of “on condition that”, over the last word.
            for (var t = last; t >= token; t--)
            {
                var head = tokens[t].Head;
                if (tokens[t].Relation is Relation.Mark or Relation.Case or Relation.Advmod or Relation.Fixed && head > last)
                {
                    // “for as long as negotiations last”: the tree may hang the conjunction on the subject.
                    if (tokens[head].Relation.Universal() == Relation.Nsubj && tokens[head].Head > head)
                        head = tokens[head].Head;
                    else if (clausal)
                        head = VerbBehind(document, last, head);
                    // “once more accused”: no clause, whose subject would stand behind the conjunction.
                    if (clausal && head > last && tokens[t].Relation == Relation.Advmod && tokens[head] is { Upos: Upos.VERB, Xpos: "VBD" or "VBZ" or "VBP" } && !IsNamedBetween(document, last, head))
                        return -1;
                    // “deal only with Madrid”, “without the Council”: a party is no condition.
                    if (tokens[head].Upos == Upos.PROPN && tokens[t].Relation == Relation.Case && document.Tree.Dependent(head, Relation.Nsubj) < 0 && document.MentionAt(head) is { Actor: not null })
                        return -1;
                    return !(dated && document.TimeAt(head) is not null) && (tokens[head].Upos != Upos.ADV || document.Tree.Dependent(head, Relation.Cop) >= 0) && !IsAside(document, head) ? head : -1;
                }
                // “the moment the general is gone”: the clause, not the noun that it hangs on.
                if (t == last && clausal && tokens[t].Upos == Upos.NOUN && VerbBehind(document, last, -1) is >= 0 and var said)
                    return said;
                if (tokens[t].Upos is Upos.NOUN or Upos.VERB && document.Tree.RightEdge(t) > last)
                    return document.Tree.Dependent(t, Relation.AclRelcl) is >= 0 and var clause ? clause : t;
            }
            // The tree does not say: what follows up to the end of its own phrase.
            return last + 1 < tokens.Length && tokens[last + 1].Head > last ? tokens[last + 1].Head : -1;
        }
        return Inverted(document, token);
    }

    private static bool IsNamedBetween(Document document, int from, int to)
    {
        for (var t = from + 1; t < to; t++)
            if (document.Tokens[t].Upos is Upos.NOUN or Upos.PROPN or Upos.PRON or Upos.NUM)
                return true;
        return false;
    }

    /// <summary>“only after the quarrel with Britain had been settled”: the tree may take the subject for all of it and hang the verb elsewhere; else the head that it gives.</summary>
    private static int VerbBehind(Document document, int opener, int head)
    {
        var tokens = document.Tokens;
        if (head >= 0 && (tokens[head].Upos is not (Upos.NOUN or Upos.PROPN or Upos.PRON) || document.Tree.Dependent(head, Relation.Cop) >= 0 || document.Tree.Dependent(head, Relation.Nsubj) >= 0))
            return head;
        var (end, named, relative) = (document.SentenceOf(opener).End, false, false);
        for (var t = opener + 1; t < end; t++)
        {
            ref readonly var token = ref tokens[t];
            // “the companies that own the pipeline paid”: the first verb behind the pronoun is the relative clause's.
            if (token.Xpos is "WDT" or "WP" && named)
            {
                relative = true;
                continue;
            }
            if (token.Upos == Upos.PUNCT && token.Xpos != "HYPH" || token.Xpos is "WDT" or "WP" or "WRB" || token.Upos == Upos.SCONJ && t > opener + 1)
                break;
            named |= token.Upos is Upos.NOUN or Upos.PROPN or Upos.PRON or Upos.NUM;
            if (token is not { Upos: Upos.VERB or Upos.AUX, Xpos: "VBD" or "VBZ" or "VBP" or "MD" } || !named)
                continue;
            if (relative)
            {
                relative = false;
                continue;
            }
            var verb = token.Relation.Universal() is Relation.Aux or Relation.Cop && token.Head > t ? token.Head : t;
            var subject = document.Tree.Dependent(verb, Relation.Nsubj) is >= 0 and var own ? own : document.Tree.Dependent(verb, Relation.NsubjPass);
            // “After the vote Oslo will leave”: its subject is another than what stands behind the conjunction.
            if (subject >= 0 && subject < t && subject != head && document.Tree.LeftEdge(subject) > opener + 1 && document.Tree.Dependent(subject, Relation.Case) < 0 || subject < 0 && (tokens[verb].Relation == Relation.Root || document.Tree.Dependent(verb, Relation.Cc) >= 0))
                break;
            return verb;
        }
        return head;
    }

    /// <summary>“, while others wait”, not “, he said, while they wait”.</summary>
    private static bool IsBehindComma(Document document, int token) =>
        token > 0 && document.Tokens[token - 1].Form == "," && !(token > 1 && document.AttributionByCue(token - 2) is not null);

    // “Should Doha refuse”
    private int Inverted(Document document, int token) =>
        document.Tokens[token] is { Upos: Upos.AUX, Head: >= 0 and var clause } && document.Tree.InvertedAuxiliary(clause, _operators.InvertedConditions) == token ? clause : -1;

    // “in case of a call”; not “if Britain calls back its fleet”.
    private bool IsAside(Document document, int token) => document.Tokens[token].Upos is not (Upos.VERB or Upos.AUX) && _rules.Asides.Holds(document, token);

    private static bool Stands(Document document, int token, string[] phrase)
    {
        for (var i = 0; i < phrase.Length; i++)
            if (token + i >= document.Tokens.Length || !document.Tokens[token + i].Form.Equals(phrase[i], StringComparison.OrdinalIgnoreCase))
                return false;
        return true;
    }

    /// <summary>True when the condition hangs on the trigger, on what it is about, or on the clause around both.</summary>
    private static bool Bears(Document document, int opener, int condition, int trigger, int outcome, int top, int cue)
    {
        var governor = document.Tokens[condition].Head;
        if (governor < 0)
            return false;
        // “could go by May, Moscow said, provided that …”: the tree hangs it on who says so.
        if (cue > trigger && (governor == cue || document.Tokens[governor].Head == cue && document.Tokens[governor].Relation is Relation.Xcomp or Relation.Obj))
            return true;
        if (document.Tree.Dominates(trigger, condition) || outcome >= 0 && document.Tree.Dominates(outcome, condition) || FollowsOn(document, opener, trigger))
            return true;
        return governor == top || document.Tree.Dominates(governor, trigger) && document.Tree.Dominates(top, governor);
    }

    /// <summary>“no talks on the enclave unless the owners paid”: nothing stands between that is not the trigger's own.</summary>
    private static bool FollowsOn(Document document, int opener, int trigger)
    {
        for (var t = trigger + 1; t < opener; t++)
            if (!document.Tree.Dominates(trigger, t) || document.Tokens[t] is { Upos: Upos.VERB, Xpos: not "VB" } or { Form: "," })
                return false;
        return opener > trigger;
    }

    /// <summary>The clause that the trigger belongs to: up through auxiliaries, infinitives and nouns, not out of a clause of its own.</summary>
    private static int TopOf(Document document, int trigger)
    {
        var tokens = document.Tokens;
        var top = trigger;
        for (var step = 0; step < 8 && tokens[top].Head >= 0; step++)
        {
            if (tokens[top].Relation.Universal() is Relation.Xcomp or Relation.Obj or Relation.Obl or Relation.Nmod or Relation.Nsubj or Relation.Acl && tokens[top].Relation != Relation.AclRelcl)
                top = tokens[top].Head;
            else
                break;
        }
        return top;
    }
}
