using System.Text;
using Demarche.Codebooks;
using Demarche.Coding;
using Demarche.Text;

namespace Demarche.Positioning;

/// <summary>Says what each position of a story is about: an issue of the codebook, or words of its own.</summary>
internal sealed class IssueReader(Codebook codebook, WordNumbers numbers)
{
    private const int LongestLabel = 8;

    private readonly IssueFinder _finder = new(codebook.Issues, codebook.Positions.Issues, numbers);
    private readonly PositionRules _rules = codebook.Positions;
    private readonly IssueWeights _weights = codebook.Positions.Issues;
    private readonly IssueVotes _votes = codebook.Votes;
    private readonly bool[] _carrying = [.. codebook.Issues.Select(issue => issue.Carries)];
    private readonly bool[] _yielding = [.. codebook.Issues.Select(issue => issue.Yields)];
    private readonly bool[] _means = [.. codebook.Issues.Select(issue => issue.Means)];

    /// <summary>The terms of the story, for <see cref="Of"/>.</summary>
    public List<IssueHit> Terms(Document document, NumberedWord[] words) => _finder.Find(document, words);

    /// <summary>What the story is about, for <see cref="Of"/>.</summary>
    public IssueContext Context(Document document, List<IssueHit> hits) => new(document, hits, _finder.Count, _weights);

    /// <summary>What passages have taught of the words of the story, for <see cref="Of"/>.</summary>
    public StoryVotes Votes(Document document) => new(document, _votes, _weights);

    /// <summary>
    /// The issue of a position: what its own words name, with what the story, the paragraph, the sentence and the positions before it are about where those words say little;
    /// what passages have taught of its words weighs with all that; its own words where nothing tells any. The words are given that tell it where only passages do.
    /// </summary>
    /// <param name="document">The story.</param>
    /// <param name="hits">As <see cref="Terms"/> gives them.</param>
    /// <param name="context">As <see cref="Context"/> gives it.</param>
    /// <param name="votes">As <see cref="Votes"/> gives it.</param>
    /// <param name="stand">The position.</param>
    /// <param name="named">True where its words name an agreement, which is a matter of its own.</param>
    /// <param name="answered">The position that it answers, or null.</param>
    /// <param name="last">The position before it in its paragraph, or null.</param>
    public (string Issue, IssueOrigin Origin, IReadOnlyList<IssueHit> Telling) Of(Document document, List<IssueHit> hits, IssueContext context, StoryVotes votes, Stand stand, bool named, Position? answered, Position? last)
    {
        var (first, end) = StretchOf(document, stand);
        Span<float> own = _finder.Count <= 256 ? stackalloc float[_finder.Count] : new float[_finder.Count];
        own.Clear();
        AddOwn(document, hits, stand, first, end, own);
        var best = Highest(own);
        var speaks = best >= 0 && own[best] >= _weights.LeastOwn;
        // Who recognises a state is about recognition, whatever the story is about; a hint does not overrule that.
        if (stand.Rule.Issue is { } usual && (!speaks || own[best] < 1))
            return (usual, IssueOrigin.Words, []);
        if (speaks && _carrying[best] && Carried(document, hits, best, first, end) is >= 0 and var matter)
            return (_finder.IdOf(matter), IssueOrigin.Words, []);
        // “rejects these accusations”: the matter of the charge that it answers.
        if (!speaks && answered is { IssueFrom: not IssueOrigin.Label } && stand.Outcome >= 0 && _rules.Charges.Holds(document, stand.Outcome))
            return (answered.Issue, IssueOrigin.Context, []);
        Span<float> sums = _finder.Count <= 256 ? stackalloc float[_finder.Count] : new float[_finder.Count];
        sums.Clear();
        context.Add(stand, sums);
        // What only says what is done with a text tells less than what the text is about, where its words tell that.
        var aboutText = named && !Names(own);
        for (var i = 0; i < sums.Length; i++)
            sums[i] = (((_means[i] ? _weights.Means : 1) * sums[i]) + own[i]) * (_yielding[i] && !(aboutText && own[i] > 0) ? _weights.Yielding : 1);
        if (answered is { IssueFrom: not IssueOrigin.Label })
            Raise(sums, answered.Issue, _weights.Answer);
        if (last is { IssueFrom: not IssueOrigin.Label })
            Raise(sums, last.Issue, document.SentenceOf(document.FirstTokenFrom(last.Evidence.Start)) == document.SentenceOf(stand.Trigger) ? _weights.Neighbour : _weights.Neighbour / 2);
        best = Highest(sums);
        var told = best;
        // An issue of which no passage tells is not outvoted by those of which many do; and “demanded negotiations on guarantees” is about talks.
        var outright = Outright(own);
        if ((best < 0 || _votes.Taught(best)) && !(outright >= 0 && _means[outright]))
        {
            AddVotes(document, votes, stand, first, end, outright >= 0, sums);
            best = Highest(sums);
        }
        if (best < 0 || sums[best] < (PointsElsewhere(document, stand) ? _weights.LeastOwn : _weights.LeastAround) && own[best] < _weights.LeastOwn)
            return (Label(document, stand), IssueOrigin.Label, []);
        // “commitments not to extend the alliance”, in a story about commitments, is about the alliance all the same.
        if (_carrying[best] && Carried(document, hits, best, first, end) is >= 0 and var carried)
            best = carried;
        return own[best] >= _weights.LeastOwn ? (_finder.IdOf(best), IssueOrigin.Words, [])
            : best == told ? (_finder.IdOf(best), IssueOrigin.Context, [])
            : (_finder.IdOf(best), IssueOrigin.Passages, votes.Strongest(best, first, end));
    }

    /// <summary>The issue that a term in what the position is about names; −1 when none does.</summary>
    private int Outright(ReadOnlySpan<float> own) => Highest(own) is >= 0 and var best && own[best] >= _weights.Outcome - _weights.Deeper ? best : -1;

    /// <summary>Adds to each issue what passages have taught of the words of a position, and of those around it.</summary>
    private void AddVotes(Document document, StoryVotes votes, Stand stand, int first, int last, bool outright, Span<float> sums)
    {
        if (_weights.Votes == 0 || _votes.Count == 0)
            return;
        Span<float> said = sums.Length <= 256 ? stackalloc float[sums.Length] : new float[sums.Length];
        said.Clear();
        var condition = stand.Rule.ObjectIsCondition ? default : stand.Condition ?? default;
        var beside = EndOfBeside(document, stand);
        var sentence = document.SentenceOf(stand.Trigger);
        // Where a term names outright what it is about, the words around do not overrule that.
        var around = outright ? (First: first, End: last + 1) : document.BlockOf(stand.Trigger);
        var isBare = IsBare(document, stand);
        // “offers autonomy but rejects independence”: what is joined is a matter of its own.
        var joined = document.Tree.Dependent(stand.Trigger, Relation.Conj);
        for (var t = around.First; t < around.End; t++)
            votes.Add(t, Share(t) / _weights.Outcome, said);
        if (!outright)
            votes.AddStory(_weights.VotesStory, said);
        // That it is on none of the issues competes with them: a chance word is no evidence.
        var highest = _weights.VotesLeast;
        foreach (var vote in said)
            highest = Math.Max(highest, vote);
        var all = Activation.Exp(_weights.VotesSharpness * (_weights.VotesLeast - highest));
        for (var i = 0; i < said.Length; i++)
            all += said[i] = Activation.Exp(_weights.VotesSharpness * (said[i] - highest));
        for (var i = 0; i < said.Length; i++)
            sums[i] += _weights.Votes * said[i] / all;

        float Share(int t) =>
            t < sentence.First || t >= sentence.End ? _weights.VotesParagraph
            : t < first || t > last ? joined > last && document.Tree.Dominates(joined, t) ? 0 : _weights.VotesSentence
            : isBare ? 0
            : condition.Contains(document.Tokens[t].Span) ? _weights.Condition
            : WeightOf(document, stand, t, beside) is var weight && weight < _weights.Beside ? weight : _weights.Outcome;
    }

    /// <summary>“called the draft a step in the right direction”: a noun or pronoun without more, whose matter stands elsewhere or nowhere.</summary>
    private bool IsBare(Document document, Stand stand) =>
        stand.Outcome >= 0 && document.Tree.RightEdge(stand.Outcome) == stand.Outcome && document.Tree.Dependent(stand.Outcome, Relation.Amod) < 0 && document.Tree.Dependent(stand.Outcome, Relation.Compound) < 0
        && (document.Tokens[stand.Outcome].Upos is Upos.PRON or Upos.DET || _rules.GeneralNouns.Holds(document, stand.Outcome) || _rules.Charges.Holds(document, stand.Outcome));

    /// <summary>True where the words of a position name an issue that is no mere way of dealing with others.</summary>
    private bool Names(ReadOnlySpan<float> own)
    {
        for (var i = 0; i < own.Length; i++)
            if (!_yielding[i] && !_means[i] && own[i] >= _weights.Outcome)
                return true;
        return false;
    }

    private void Raise(Span<float> sums, string issue, float by)
    {
        if (_finder.IndexOf(issue) is >= 0 and var index)
            sums[index] += by;
    }

    /// <summary>The first of the highest; −1 where all are nothing.</summary>
    private static int Highest(ReadOnlySpan<float> sums)
    {
        var best = -1;
        for (var i = 0; i < sums.Length; i++)
            if (sums[i] > 0 && (best < 0 || sums[i] > sums[best]))
                best = i;
        return best;
    }

    /// <summary>
    /// “the enlargement of the pact and the missiles at the border”: the nouns joined in what a position is about, where each names an issue and not all the same; empty where it is one matter.
    /// </summary>
    public List<(int Head, Span Words, string Issue)> Parts(Document document, List<IssueHit> hits, Stand stand)
    {
        var parts = new List<(int Head, Span Words, string Issue)>();
        if (stand.Outcome < 0 || stand.Rule.ObjectIsCondition)
            return parts;
        var (part, first) = (stand.Outcome, document.Tree.LeftEdge(stand.Outcome));
        for (var t = first; t <= document.Tree.RightEdge(stand.Outcome); t++)
        {
            if (t != stand.Outcome && (IsJoinedNoun(document, t) || IsJoinedVerb(document, stand.Outcome, t)))
            {
                if (!Take(document.Tree.LeftEdge(t) - 1))
                    return [];
                (part, first) = (t, document.Tree.LeftEdge(t));
            }
        }
        return part != stand.Outcome && Take(document.Tree.RightEdge(part)) && parts.DistinctBy(p => p.Issue).Count() == parts.Count ? parts : [];

        bool Take(int last)
        {
            if (Best(hits, first, last) is not (>= 0 and var issue))
                return false;
            parts.Add((part, document.SpanOf(first, last), _finder.IdOf(issue)));
            return true;
        }
    }

    /// <summary>A noun joined to the one before it with an article of its own, and not by “both … and”, which makes one of them.</summary>
    private static bool IsJoinedNoun(Document document, int token)
    {
        ref readonly var t = ref document.Tokens[token];
        if (t.Relation != Relation.Conj || t.Upos != Upos.NOUN || t.Head > token || document.MentionAt(token) is not null || document.Tree.Dependent(token, Relation.Cc) < 0 || document.Tree.Dependent(token, Relation.Det) < 0)
            return false;
        for (var d = document.Tree.LeftEdge(t.Head); d < t.Head; d++)
            if (document.Tokens[d].Form.Equals("both", StringComparison.OrdinalIgnoreCase))
                return false;
        return true;
    }

    /// <summary>“to free the prisoners and to accept the line”: a verb joined by “and” to the one that a position is about, in the same form.</summary>
    private static bool IsJoinedVerb(Document document, int outcome, int token)
    {
        ref readonly var t = ref document.Tokens[token];
        return t is { Relation: Relation.Conj, Upos: Upos.VERB } && t.Head == outcome && token > outcome && t.Xpos is "VB" or "VBG" && t.Xpos == document.Tokens[outcome].Xpos
            && document.Tree.Dependent(token, Relation.Nsubj) < 0 && document.Tree.Dependent(token, Relation.Cc) is >= 0 and var cc && document.Tokens[cc].Lemma == "and";
    }

    private static int Best(List<IssueHit> hits, int first, int last)
    {
        var (issue, worth) = (-1, 0f);
        foreach (var hit in hits)
            if (hit.First >= first && hit.Last <= last && hit.Worth >= 1 && hit.Worth > worth)
                (issue, worth) = (hit.Issue, hit.Worth);
        return issue;
    }

    /// <summary>“a commitment not to extend the alliance”: the issue of the clause under the words of one that carries another; −1 when it carries none.</summary>
    private static int Carried(Document document, List<IssueHit> hits, int carrier, int first, int last)
    {
        var tokens = document.Tokens;
        foreach (var form in hits)
        {
            if (form.Issue != carrier || form.First < first || form.Last > last)
                continue;
            // The tree may hang the clause on the verb before the noun: what tells is that it follows at once.
            for (var clause = form.Last + 1; clause <= last; clause++)
                if (tokens[clause].Relation is Relation.Acl or Relation.Ccomp or Relation.Xcomp or Relation.Advcl && tokens[clause].Upos is Upos.VERB or Upos.NOUN or Upos.ADJ && Follows(clause, form.Last))
                    foreach (var hit in hits)
                        if (hit.Issue != carrier && hit.Worth >= 1 && hit.First > form.Last && document.Tree.Dominates(clause, hit.First))
                            return hit.Issue;
        }
        return -1;

        bool Follows(int clause, int noun)
        {
            var edge = document.Tree.LeftEdge(clause);
            while (edge > noun + 1 && tokens[edge - 1].Upos == Upos.PUNCT)
                edge--;
            return edge == noun + 1;
        }
    }

    /// <summary>True where the words only point to a matter that is named elsewhere: “the step”, “it”, nothing at all.</summary>
    private bool PointsElsewhere(Document document, Stand stand)
    {
        if (stand.Outcome < 0)
            return true;
        ref readonly var t = ref document.Tokens[stand.Outcome];
        // “opposed leaving”, “that its army was ready”: what for, the story has told.
        if (t.Upos is Upos.VERB or Upos.ADJ && (NounUnder(document, stand.Outcome) is var noun && (noun < 0 || document.MentionAt(noun) is { Kind: not MentionKind.Adjective } || document.PlaceAt(noun) is not null || document.Tree.Dependent(noun, Relation.Nummod) >= 0 || _rules.GeneralNouns.Holds(document, noun))))
            return true;
        return t.Upos is Upos.PRON or Upos.DET || _rules.Verdicts.ContainsKey(t.Lemma) || document.MentionAt(stand.Outcome) is { Kind: not MentionKind.Adjective } || document.TimeAt(stand.Outcome) is not null || document.Tree.Dependent(stand.Outcome, Relation.Nummod) >= 0 || _rules.GeneralNouns.Holds(document, stand.Outcome) || stand.Kind == StandKind.Statement;
    }

    private static (int First, int Last) StretchOf(Document document, Stand stand)
    {
        var first = Math.Min(stand.Trigger, document.FirstTokenFrom(stand.Evidence.Start));
        var last = Math.Max(stand.Trigger, document.FirstTokenFrom(stand.Evidence.End) - 1);
        if (stand.Outcome >= 0)
        {
            first = Math.Min(first, document.Tree.LeftEdge(stand.Outcome));
            last = Math.Max(last, document.Tree.RightEdge(stand.Outcome));
        }
        last = Math.Max(last, EndOfBeside(document, stand));
        return (first, Math.Min(last, document.Tokens.Length - 1));
    }

    /// <summary>“asked for help in the food crisis”: the tree may hang on the verb the phrase behind the noun that it belongs to; −1 when there is none.</summary>
    private static int EndOfBeside(Document document, Stand stand)
    {
        if (stand.Outcome < stand.Trigger)
            return -1;
        foreach (var d in document.Tree.Of(stand.Trigger))
            if (d > stand.Outcome && document.Tokens[d].Relation.Universal() == Relation.Obl && document.Tree.LeftEdge(d) == document.Tree.RightEdge(stand.Outcome) + 1)
                return document.Tree.RightEdge(d);
        return -1;
    }

    /// <summary>Adds to each issue what the words of the position from one token to another say of it.</summary>
    private void AddOwn(Document document, List<IssueHit> hits, Stand stand, int first, int end, Span<float> sums)
    {
        var condition = stand.Rule.ObjectIsCondition ? default : stand.Condition ?? default;
        var beside = EndOfBeside(document, stand);
        var thing = stand.Outcome >= 0 && document.Tokens[stand.Outcome].Upos is Upos.VERB or Upos.ADJ ? NounUnder(document, stand.Outcome) : stand.Outcome;
        for (var i = IssueFinder.FirstFrom(hits, first); i < hits.Count && hits[i].First <= end; i++)
        {
            // “denied the claim”: what the charge is, was told before.
            if (stand.Stance == "deny" && hits[i].First == stand.Outcome && hits[i].Last == stand.Outcome && _rules.Charges.Holds(document, stand.Outcome))
                continue;
            var weight = 0f;
            for (var t = hits[i].First; t <= Math.Min(hits[i].Last, end); t++)
                weight = Math.Max(weight, condition.Contains(document.Tokens[t].Span) ? _weights.Condition : WeightOf(document, stand, t, beside));
            // “pressed the commission” is about no press.
            if (hits[i].First == stand.Trigger && stand.Trigger != stand.Outcome && !(stand.Outcome >= 0 && document.Tree.Dominates(stand.Outcome, hits[i].Last)) && document.Tokens[stand.Trigger].Upos == Upos.VERB)
                weight = Math.Min(weight, _weights.Trigger);
            // “came out for the inquiry”: a hint that is the very thing spoken of names it.
            var worth = hits[i].Worth < 1 && hits[i].First <= thing && thing <= hits[i].Last && !_rules.GeneralNouns.Holds(document, thing) ? hits[i].Worth * _weights.HeadHint / _weights.Hint : hits[i].Worth;
            // “promised troops” keeps no promise yet: the verb that states a position is no text.
            if (_yielding[hits[i].Issue] && hits[i].First == hits[i].Last && hits[i].First == stand.Trigger && document.Tokens[stand.Trigger].Upos == Upos.VERB)
                continue;
            sums[hits[i].Issue] += weight * worth;
        }
    }

    private float WeightOf(Document document, Stand stand, int token, int beside)
    {
        // “its condition for a truce is the release”: it is about the release.
        var isSubject = stand.Outcome >= 0 && document.Tree.Dominates(stand.Outcome, stand.Trigger) && UnderSubjectOf(document, stand.Outcome, token);
        if (stand.Outcome >= 0 && !isSubject && DepthUnder(document, stand.Outcome, token, _rules.GeneralNouns.Holds(document, stand.Outcome) ? 0 : (int)_weights.RelativeClause) is >= 0 and var depth)
            return Math.Max(_weights.Least, _weights.Outcome - (_weights.Deeper * depth));
        if (stand.Content is { } content && content.Contains(document.Tokens[token].Span) || token > stand.Outcome && token <= beside)
            return _weights.Least;
        if (OfSides(document, token, stand) || UnderSubject(document, token, stand.Trigger))
            return _weights.Side;
        return token == stand.Trigger ? _weights.Trigger : _weights.Beside;
    }

    /// <summary>How many steps a token hangs below another, a relative clause being several; −1 when it does not.</summary>
    private static int DepthUnder(Document document, int ancestor, int token, int steps)
    {
        var depth = 0;
        for (var t = token; t >= 0 && depth < 64; t = document.Tokens[t].Head, depth++)
        {
            if (t == ancestor)
                return depth;
            if (depth > 0 && Matter.IsJoined(document, t))
                return -1;
            if (document.Tokens[t].Relation == Relation.AclRelcl)
                depth += steps;
        }
        return -1;
    }

    private static bool UnderSubjectOf(Document document, int predicate, int token)
    {
        for (var t = token; t >= 0 && t != predicate; t = document.Tokens[t].Head)
            if (document.Tokens[t].Head == predicate)
                return document.Tokens[t].Relation == Relation.Nsubj;
        return false;
    }

    /// <summary>“Taiwan, whose troops hold the island, rejected”: what is said of the subject is not the matter.</summary>
    private static bool UnderSubject(Document document, int token, int trigger)
    {
        for (int t = token, step = 0; t >= 0 && step < 64; t = document.Tokens[t].Head, step++)
            if (document.Tokens[t].Head == trigger)
                return document.Tokens[t].Relation == Relation.Nsubj && document.MentionAt(t) is not null;
        return false;
    }

    /// <summary>True for the names of those who take the position and of those it is put to.</summary>
    private static bool OfSides(Document document, int token, Stand stand)
    {
        var span = document.Tokens[token].Span;
        foreach (var actor in stand.Actors)
            if (actor.Mention is { } mention && mention.Contains(span))
                return true;
        foreach (var actor in stand.Addressees)
            if (actor.Mention is { } mention && mention.Contains(span))
                return true;
        return false;
    }

    /// <summary>A label of the story's own words: the noun phrase of what it is about, without article, clauses and quotation marks.</summary>
    private string Label(Document document, Stand stand)
    {
        var head = stand.Outcome;
        if (head < 0)
            return Cut(document, document.FirstTokenFrom(stand.Evidence.Start), document.FirstTokenFrom(stand.Evidence.End) - 1);
        // A clause is named after what is done to what: “leave the council”.
        if (document.Tokens[head].Upos is Upos.VERB or Upos.AUX or Upos.ADJ && NounUnder(document, head) is >= 0 and var noun)
            head = noun;
        // Of a predicate the subject and the verb belong to no label.
        var first = head;
        foreach (var d in document.Tree.Of(head))
            if (d < first && document.Tokens[d].Relation.Universal() is Relation.Amod or Relation.Compound or Relation.Nummod or Relation.Nmod or Relation.Flat)
                first = document.Tree.LeftEdge(d);
        while (first < head && document.Tokens[first].Upos is Upos.DET or Upos.ADP or Upos.PUNCT or Upos.SCONJ or Upos.PART or Upos.PRON or Upos.CCONJ or Upos.ADV)
            first++;
        return Cut(document, first, Math.Max(EndOfPhrase(document, head), head == stand.Outcome ? EndOfLabelBeside(document, stand) : -1));
    }

    /// <summary>“demands a moratorium on clinics”: the phrase belongs to the noun though the tree hangs it on the verb; −1 when there is none.</summary>
    private int EndOfLabelBeside(Document document, Stand stand)
    {
        foreach (var d in document.Tree.Of(stand.Trigger))
            if (d > stand.Outcome && document.Tokens[d].Relation.Universal() == Relation.Obl && document.Tree.LeftEdge(d) == document.Tree.RightEdge(stand.Outcome) + 1
                && FrameReader.Preposition(document, d) is "on" or "of" or "for" or "about" or "over" or "to" && document.TimeAt(d) is null && !_rules.Asides.Holds(document, d) && document.MentionAt(d) is null)
                return EndOfPhrase(document, d);
        return -1;
    }

    private int NounUnder(Document document, int clause)
    {
        foreach (var relation in (ReadOnlySpan<Relation>)[Relation.Obj, Relation.NsubjPass, Relation.Xcomp, Relation.Obl, Relation.Nsubj])
            foreach (var d in document.Tree.Of(clause))
            {
                if (document.Tokens[d].Relation.Universal() != relation && document.Tokens[d].Relation != relation || _rules.Asides.Holds(document, d) || document.TimeAt(d) is not null)
                    continue;
                if (document.Tokens[d].Upos is Upos.NOUN or Upos.PROPN)
                    return d;
                if (relation == Relation.Xcomp && NounUnder(document, d) is >= 0 and var deeper)
                    return deeper;
            }
        return -1;
    }

    /// <summary>The last token of a noun with the phrases that belong to it, before any clause.</summary>
    private int EndOfPhrase(Document document, int head)
    {
        var end = head;
        foreach (var d in document.Tree.Of(head))
        {
            if (d < head)
                continue;
            if (document.Tokens[d].Relation.Universal() is not (Relation.Nmod or Relation.Flat or Relation.Nummod or Relation.Compound) || document.TimeAt(d) is not null || _rules.Asides.Holds(document, d))
                break;
            end = EndOfPhrase(document, d);
        }
        return end;
    }

    private static string Cut(Document document, int first, int last)
    {
        var label = new StringBuilder();
        var words = 0;
        for (var t = first; t <= last && t < document.Tokens.Length && words < LongestLabel; t++)
        {
            ref readonly var token = ref document.Tokens[t];
            if (token.Upos == Upos.PUNCT && token.Form is not ("-" or "–"))
                continue;
            if (label.Length > 0 && token.SpaceBefore)
                label.Append(' ');
            label.Append(token.Form);
            words++;
        }
        return label.Length > 0 ? label.ToString() : document.Tokens[Math.Min(first, document.Tokens.Length - 1)].Form;
    }
}
