using Demarche.Parsing;

namespace Demarche.Recognizing;

/// <summary>
/// Finds names of persons, places and organizations, by the gazetteer, by how they look (proper nouns after a title, with a first name, with the head of
/// an organization's name) and by a trained tagger, and the words that say when. Adjectives of nationality are no names.
/// </summary>
/// <param name="gazetteer">Who and where is known by name.</param>
/// <param name="calendar">The words that say when.</param>
/// <param name="tagger">Marks the names that no table holds; null to go by rules alone.</param>
internal sealed class Recognizer(Gazetteer gazetteer, Calendar calendar, NameTagger? tagger = null) : IStage
{
    private readonly Dater _dater = new(calendar, gazetteer);

    public Layers Requires => Layers.Trees;

    public Layers Assigns => Layers.Names;

    public void Process(Document document)
    {
        _dater.Process(document);

        var timed = new bool[document.Tokens.Length];
        foreach (var time in document.Times)
            // The preposition and the like are no part of a name in any case.
            for (var t = time.First; t < time.End; t++)
                timed[t] = true;
        // A day or month is no name either where its date cannot be told.
        for (var t = 0; t < timed.Length; t++)
            timed[t] |= calendar.IsDayOrMonth(document.Tokens[t].Form);

        var reading = new Reading(gazetteer, calendar, document, timed);
        foreach (var sentence in document.Sentences)
            if (!sentence.Ignored)
                reading.Read(sentence);
        reading.Finish();
        if (tagger is not null)
            reading.Weigh(tagger);
        document.Names.Sort(static (a, b) => a.First.CompareTo(b.First));
    }

    /// <summary>What tells a name.</summary>
    private enum Source : byte
    {
        /// <summary>How it looks and where it stands: capitals, a subject, a place after “in”.</summary>
        Looks,

        /// <summary>Several words, of which one is a first name or heads the names of organizations: “Ana Souza”, “Fisheries Council”.</summary>
        Form,

        /// <summary>The title or role before it.</summary>
        Title,

        /// <summary>The tables of actors and places.</summary>
        Table,
    }

    /// <summary>The names of one document.</summary>
    private sealed class Reading(Gazetteer gazetteer, Calendar calendar, Document document, bool[] timed)
    {
        private readonly NameWords _words = gazetteer.Words;
        private readonly Token[] _tokens = document.Tokens;
        private readonly FoldedTokens _folded = gazetteer.Fold(document.Tokens);
        private readonly HashSet<string> _surnames = new(StringComparer.Ordinal);
        private readonly List<(int First, int End, NameKind? Guess)> _open = [];
        private readonly List<(Name Name, Source Source)> _found = [];
        private int _start;
        private int _end;
        private bool _shouts;

        // Longer than any name; keeps a text of nothing but capitals linear.
        private const int MaxName = 16;

        public void Read(Sentence sentence)
        {
            (_start, _end) = (sentence.First, sentence.End);
            _shouts = Shouting.In(_tokens, _start, _end);
            var personNext = false;
            for (var t = _start; t < _end;)
            {
                if (timed[t])
                {
                    (t, personNext) = (t + 1, false);
                    continue;
                }

                var run = RunEnd(t, personNext);
                // “Foreign Minister”, “President”: no name, but the next word may be one. “Defence Committee” goes on as a name.
                if (Role(t, run) is { } role && !(OrganizationEnd(t, run, t) > role.End))
                {
                    personNext = role.Role.Kind == ActorKind.Person;
                    t = role.End;
                    continue;
                }
                if (_words.IsTitle(_tokens[t].Form, out _) && char.IsUpper(_tokens[t].Form[0]) && (_tokens[t].Recasing != Recasing.Small || t + 1 < _end && IsProper(t + 1)))
                {
                    // “Mrs May” whatever the tagger makes of “May”.
                    (t, personNext) = (t + 1, t + 1 < _end && IsCapital(t + 1));
                    continue;
                }

                var known = Known(t);
                var end = known?.End ?? t;
                var demonym = known is { } match && match.Names.All(name => name.Use == NameUse.Demonym);
                var organization = personNext ? -1 : OrganizationEnd(t, run, t);
                if (organization > end && !(demonym && Role(end, run) is not null))
                {
                    Add(t, organization, NameKind.Organization, Source.Form);
                    (t, personNext) = (organization, false);
                    continue;
                }
                // A name of the table with more proper nouns behind it can be the beginning of a longer one: “Jordan Peterson”, “Paris Match”.
                if (known is { } found && !demonym && !(end == t + 1 && run > end && IsLonger(t, run, found)))
                {
                    Add(t, end, personNext && found.Names.Any(name => name.Use == NameUse.Surname) ? NameKind.Person : KindOf(found), Source.Table);
                    (t, personNext) = (end, false);
                    continue;
                }
                if (run <= t || demonym)
                {
                    (t, personNext) = (Math.Max(t + 1, end), personNext && _tokens[t].Upos == Upos.ADP);
                    continue;
                }

                end = PieceEnd(t, run);
                Classify(t, end, personNext);
                (t, personNext) = (end, false);
            }
        }

        /// <summary>Names of one word that could not be told before the whole story was read.</summary>
        public void Finish()
        {
            foreach (var (first, end, guess) in _open)
                if (end == first + 1 && _surnames.Contains(Folding.Fold(_tokens[first].Form)))
                    Add(first, end, NameKind.Person);
                else if (guess is { } kind)
                    Add(first, end, kind);
        }

        /// <summary>
        /// Sets the names that the tagger marks against those found by rule. What it marks as longer, and what only it marks, is taken from it;
        /// of what it leaves, the names of the tables stay, persons after a title, and what a first name or a head of organizations shows to be a name.
        /// </summary>
        public void Weigh(NameTagger tagger)
        {
            var tagged = new List<Name>();
            tagger.Tag(document, _folded, tagged);
            var persons = tagged.Where(name => name.Kind == NameKind.Person).Select(name => name.First).ToHashSet();
            // “In Vienna Tehran said”: two names of the tables beside each other are not one.
            var inTable = new int[_tokens.Length];
            for (var i = 0; i < _found.Count; i++)
                // “Kerry Washington” is one person, though “Kerry” is the last name of another.
                if (_found[i] is { Source: Source.Table, Name: var name } && !(name.Kind == NameKind.Person && name.End == name.First + 1 && persons.Contains(name.First)))
                    Array.Fill(inTable, i + 1, name.First, name.End - name.First);
            tagged = [.. tagged.ConvertAll(WithoutRole).SelectMany(Parted)];
            tagged.RemoveAll(name => name.End <= name.First || IsNoName(name) || (inTable[name.First] != inTable[name.End - 1] && !inTable.AsSpan(name.First, name.End - name.First).Contains(0)));
            var taggedAt = new Name?[_tokens.Length];
            foreach (var name in tagged)
                Array.Fill(taggedAt, name, name.First, name.End - name.First);

            document.Names.Clear();
            foreach (var (name, source) in _found)
            {
                // How a name looks, the tagger has learnt better.
                if (source == Source.Looks || (source == Source.Form && Array.Exists(taggedAt[name.First..name.End], other => other is not null)))
                    continue;
                var other = taggedAt[name.First] ?? taggedAt[name.End - 1];
                // “Jordan” is in the tables, “Jordan Peterson” is the name. A title is no part of it.
                if (other is not null && (source == Source.Title ? other.First == name.First : other.First <= name.First) && name.End <= other.End && other.End - other.First > name.End - name.First)
                    continue;
                document.Names.Add(other is not null && other.First == name.First && other.End == name.End && source == Source.Table && Allows(name, other.Kind) ? other : name);
                for (var t = name.First; t < name.End; t++)
                    if (taggedAt[t] is { } overlapping)
                        Array.Clear(taggedAt, overlapping.First, overlapping.End - overlapping.First);
            }
            document.Names.AddRange(tagged.Where(name => taggedAt[name.First] == name));
        }

        // “Assistant Secretary of State” and “the Sultan of Oman” are described, not named; of “King Abdullah” the name is what follows.
        private Name WithoutRole(Name name)
        {
            if (name.Kind == NameKind.Place || gazetteer.MatchRole(_folded, name.First, name.End, _ => false) is not { Role.Kind: ActorKind.Person } match || match.First != name.First)
                return name;
            var rest = match.End < name.End && !_words.OfWords.Contains(_tokens[match.End].Form.ToLowerInvariant());
            return name with { First = rest ? match.End : name.End };
        }

        // “Paris Texas”, “Kharkiv Ukraine” and “London to New York” are two places, “Mexico City” is one.
        private IEnumerable<Name> Parted(Name name)
        {
            for (var to = name.First + 1; to < name.End - 1; to++)
                if (name.Kind == NameKind.Place && _tokens[to] is { Form: "to", Upos: Upos.ADP })
                    return [name with { End = to }, name with { First = to + 1 }];
            if (name.Kind == NameKind.Place && name.End > name.First + 1 && !IsPlace(name.First, name.End))
                for (var cut = name.End - 1; cut > name.First; cut--)
                    if (IsPlace(name.First, cut) && IsPlace(cut, name.End))
                        return [name with { End = cut }, name with { First = cut }];
                    // “In Geneva Lord Shackleton agreed”: with a title begins somebody.
                    else if (cut + 1 < name.End && _words.IsTitle(_tokens[cut].Form, out _) && IsPlace(name.First, cut))
                        return [name with { End = cut }];
            return [name];
        }

        private bool IsPlace(int first, int end)
        {
            var hash = 0UL;
            for (var t = first; t < end; t++)
                hash = Folding.Hash(_tokens[t].Form, hash);
            if ((gazetteer.Lists.Of(hash) & (NameHints.City | NameHints.Place)) != 0)
                return true;
            return gazetteer.Hint(_folded, first, end, false) is var (last, hints) && last == end && (hints & (NameHints.KnownPlace | NameHints.KnownState)) != 0;
        }

        // Days and nationalities are no names whatever they look like.
        private bool IsNoName(Name name)
        {
            var sentence = document.SentenceOf(name.First);
            (_start, _end, _shouts) = (sentence.First, sentence.End, false);
            if (timed[name.First] && timed[name.End - 1])
                return true;
            // “Jan Holt, D-Utah”: party and place, beside a name.
            if (name.End - name.First == 3 && name.First > _start && _tokens[name.First].Form.Length == 1 && _tokens[name.First + 1].Form == "-" && _tokens[name.First - 1].Form is "," or "(")
                return true;
            return Known(name.First) is { } known && known.End == name.End && known.Names.All(k => k.Use == NameUse.Demonym);
        }

        // “Washington” and “Jordan” are in the tables more than once: then the story's words decide.
        private bool Allows(Name name, NameKind kind) =>
            gazetteer.Match(_folded, _tokens, name.First, name.End, false) is { } match && match.Names.Any(known => KindOf(known) == kind);

        private void Add(int first, int end, NameKind kind, Source source = Source.Looks)
        {
            document.Names.Add(new(first, end, kind));
            _found.Add((document.Names[^1], source));
            if (kind == NameKind.Person && end - first > 1)
                _surnames.Add(Folding.Fold(_tokens[end - 1].Form));
        }

        /// <summary>One past the run of proper nouns that starts here; the start itself when there is none.</summary>
        private int RunEnd(int t, bool personNext = false)
        {
            if (!IsProper(t) && !(personNext && !_shouts && IsCapital(t) && (!timed[t] || calendar.IsDayOrMonth(_tokens[t].Form))))
                return t;
            var end = t + 1;
            while (end < _end && end < t + MaxName && !timed[end])
            {
                if (IsProper(end))
                    end++;
                // “al-Baghdadi”, “Ban Ki-moon”, “van der Bellen”, “bin Salman”: what stands between two proper nouns.
                else if (end + 1 < _end && IsProper(end + 1) && (_folded.Joins(end) || NameWords.Has(_words.Particles, _tokens[end].Form)))
                    end += 2;
                else if (end + 2 < _end && IsProper(end + 2) && NameWords.Has(_words.Particles, _tokens[end].Form) && (_folded.Joins(end + 1) || NameWords.Has(_words.Particles, _tokens[end + 1].Form)))
                    end += 3;
                else
                    break;
            }
            return end;
        }

        private bool IsCapital(int t) => _tokens[t].Form is { Length: > 1 } form && char.IsUpper(form[0]) && _tokens[t].Recasing != Recasing.Small;

        private bool IsProper(int t)
        {
            var form = _tokens[t].Form;
            if (timed[t] || form.Length == 0 || _tokens[t] is { Recasing: Recasing.Small, Upos: not Upos.PROPN } || !(char.IsUpper(form[0]) || _shouts) || NameWords.Has(_words.NoNames, form))
                return false;
            // “IN” in a headline in capitals.
            if (_shouts && (NameWords.Has(_words.Locatives, form) || NameWords.Has(_words.Goals, form) || NameWords.Has(_words.Particles, form)))
                return false;
            if (_tokens[t].Upos == Upos.PROPN)
                return true;
            // Where the tagger hesitates: capitals in the middle of a sentence.
            if (_shouts || t == _start || _tokens[t - 1].Upos == Upos.PUNCT || form.Length < 2 || !char.IsLetter(form[1]))
                return false;
            if (_tokens[t].Upos is Upos.X or Upos.NOUN)
                return true;
            // “The Revolutionary Command Council”.
            return _tokens[t].Upos is Upos.ADJ or Upos.VERB && t + 1 < _end && _tokens[t + 1].Upos == Upos.PROPN && IsCapital(t + 1) && !timed[t + 1] && Known(t) is null && Role(t, t) is null;
        }

        private static bool IsTitleCase(string form)
        {
            for (var i = 1; i < form.Length; i++)
                if (char.IsUpper(form[i]) && char.IsUpper(form[i - 1]))
                    return false;
            return true;
        }

        private NameMatch? Known(int t)
        {
            if (gazetteer.Match(_folded, _tokens, t, _end, _shouts) is not { } match)
                return null;
            // A last name alone must look like a name to be one: “May”, “Rice”, “Long”.
            if (match.Names.All(name => name.Use == NameUse.Surname) && _tokens[t].Upos is not (Upos.PROPN or Upos.X))
                return null;
            return match;
        }

        private RoleMatch? Role(int t, int run)
        {
            if (gazetteer.MatchRole(_folded, t, _end, _ => false) is not { } role)
                return null;
            // “President” inside a name (“President Hotel”) is left to the run.
            return run > role.End || role.End <= _end ? role : null;
        }

        private bool IsLonger(int t, int run, NameMatch found)
        {
            // What follows must itself be neither a role nor a name of the table: “Ukraine President Volodymyr Zelenskyy”, “Iran Russia talks”.
            if (Role(t + 1, run) is not null)
                return false;
            // “Sadiq Khan”, “Chad Miller”: two last names, or a first name and a last.
            if (gazetteer.Match(_folded, _tokens, t + 1, _end, _shouts) is { } next
                && !(next.Names.All(name => name.Use == NameUse.Surname) && (found.Names.All(name => name.Use == NameUse.Surname) || _words.IsFirstName(_tokens[t].Form, out _))))
                return false;
            if (_words.IsTitle(_tokens[t + 1].Form, out _) || NameWords.Has(_words.ThingHeads, _tokens[run - 1].Form))
                return false;
            return _words.IsFirstName(_tokens[t].Form, out _) || _tokens[t].Relation == Relation.Compound || _tokens[t + 1].Relation == Relation.Flat || found.Names.All(name => name.Use == NameUse.Surname);
        }

        /// <summary>One past the organization that the run is, or begins with: “Central Bank of Turkey”, “Gulf Cooperation Council”; −1 when it is none.</summary>
        private int OrganizationEnd(int t, int run, int from)
        {
            if (run <= t)
                return -1;
            for (var last = run - 1; last >= from; last--)
            {
                var isHead = NameWords.Has(_words.OrganizationHeads, _tokens[last].Form);
                if (!isHead && !(last > t && NameWords.Has(_words.CompanySuffixes, _tokens[last].Form)))
                    continue;
                // A title or role inside belongs to somebody: “Party Secretary Nguyen”.
                if (HasRoleInside(t, last))
                    continue;
                var end = last + 1;
                // “Ministry of Foreign Affairs”, “Organisation for the Prohibition of Chemical Weapons”.
                while (isHead && end + 1 < _end && _tokens[end].Form is "of" or "for" or "on" && !timed[end + 1])
                {
                    var next = _tokens[end + 1].Form is "the" or "The" ? end + 2 : end + 1;
                    var more = next < _end ? RunEnd(next) : next;
                    if (more == next)
                        break;
                    // “the Army of the Soviet Union” is two names, “Bank of Japan” one.
                    end = more;
                    if (end + 1 < _end && _tokens[end].Form is "and" && RunEnd(end + 1) > end + 1 && _tokens[end].Head >= next && gazetteer.Match(_folded, _tokens, end + 1, _end, _shouts) is null && _tokens[end + 1].Upos == Upos.PROPN && _tokens[next].Relation != Relation.Root && IsAbstract(next))
                        end = RunEnd(end + 1);
                }
                return end > t + 1 ? end : -1;
            }
            return -1;
        }

        // “Organisation for Security and Co-operation”: what is joined inside a name are not names of the table.
        private bool IsAbstract(int t) => gazetteer.Match(_folded, _tokens, t, _end, _shouts) is null && !_words.IsFirstName(_tokens[t].Form, out _);

        private bool HasRoleInside(int t, int last)
        {
            for (var i = t; i < last; i++)
                if (_words.IsTitle(_tokens[i].Form, out _) && !NameWords.Has(_words.OrganizationHeads, _tokens[i].Form))
                    return true;
            return false;
        }

        /// <summary>One past the name that starts here, where a role, a title or another name begins inside the run.</summary>
        private int PieceEnd(int t, int run)
        {
            for (var i = t + 1; i < run; i++)
            {
                if (!IsProper(i))
                    continue;
                if (i + 1 < run && _words.IsTitle(_tokens[i].Form, out _))
                    return i;
                if (Role(i, run) is { } role && role.End <= run && _tokens[i].Form.Length > 2)
                    return i;
                if (i + 1 < run && gazetteer.Match(_folded, _tokens, i, _end, _shouts) is { } match && match.End > i + 1)
                    return i;
            }
            return run;
        }

        private void Classify(int first, int end, bool personNext)
        {
            var head = _tokens[end - 1].Form;
            var length = end - first;
            if (NameWords.Has(_words.ThingHeads, head) && !personNext)
                return;
            if (length == 1 && (NameWords.Has(_words.NoNames, head) || (personNext && NameWords.Has(_words.OrganizationHeads, head))))
                return;
            if (length > 1 && (NameWords.Has(_words.PlaceHeads, head) || NameWords.Has(_words.PlaceStarts, _tokens[first].Form)) && !personNext && !_words.IsFirstName(_tokens[first].Form, out _))
            {
                Add(first, end, NameKind.Place);
                return;
            }
            var firstName = _words.IsFirstName(_tokens[first].Form, out _);
            if (personNext || (firstName && (length > 1 || !Locative(end - 1))))
            {
                Add(first, end, NameKind.Person, personNext ? Source.Title : length > 1 ? Source.Form : Source.Looks);
                return;
            }
            if (length > 1)
            {
                if (IsNamedPlace(first))
                    Add(first, end, NameKind.Place, Source.Title);
                else
                    Add(first, end, Locative(end - 1) || Locative(first) ? NameKind.Place : LooksLikePerson(first, end) ? NameKind.Person : NameKind.Organization);
                return;
            }

            // One word alone: the story may give the rest of the name elsewhere.
            var form = _tokens[first].Form;
            NameKind? guess = !_shouts && form.Length is >= 2 and <= 6 && form.All(c => char.IsUpper(c) || c is '.' or '-' || char.IsDigit(c)) ? NameKind.Organization
                // “The Union”, “the Council”: which one, only the story can tell.
                : NameWords.Has(_words.OrganizationHeads, form) ? null
                : Locative(first) ? NameKind.Place
                // “HFCs”, “Societies”: things in the plural.
                : _tokens[first].Xpos == "NNPS" || !IsTitleCase(form) ? null
                : _tokens[first].Relation is Relation.Nsubj or Relation.NsubjPass or Relation.OblAgent or Relation.NmodPoss ? NameKind.Person
                : null;
            _open.Add((first, end, guess));
        }

        // “The village of Wolka Dolna”.
        private bool IsNamedPlace(int first) => first - 2 >= _start && _tokens[first - 1].Form == "of" && _words.PlaceHeads.Contains(_tokens[first - 2].Form.ToLowerInvariant()) && !char.IsUpper(_tokens[first - 2].Form[0]);

        private bool LooksLikePerson(int first, int end)
        {
            // “The Jump Programme”: persons have no article.
            if (end - first > 4 || (first > _start && _tokens[first - 1].Upos == Upos.DET))
                return false;
            var head = HeadOf(first, end);
            if (_tokens[head].Relation.Universal() is Relation.Compound && _tokens[head].Head >= end)
                return false;
            for (var t = first; t < end; t++)
                if (_tokens[t].Form.Any(char.IsDigit) || (_tokens[t].Form.Length > 2 && !_shouts && _tokens[t].Form.All(char.IsUpper)))
                    return false;
            return true;
        }

        private int HeadOf(int first, int end)
        {
            for (var t = first; t < end; t++)
                if (_tokens[t].Head < first || _tokens[t].Head >= end)
                    return t;
            return end - 1;
        }

        private bool Locative(int t)
        {
            var at = _tokens[t].Relation.Universal() is Relation.Compound or Relation.Flat && _tokens[t].Head >= _start && _tokens[t].Head < _end && IsProper(_tokens[t].Head) ? _tokens[t].Head : t;
            // “The town of Springfield”.
            if (_tokens[at].Head >= 0 && _tokens[at].Relation.Universal() is Relation.Nmod or Relation.Appos && _words.PlaceHeads.Contains(_tokens[_tokens[at].Head].Form))
                return true;
            foreach (var d in document.Tree.Of(at))
                if (_tokens[d].Relation.Universal() == Relation.Case && (NameWords.Has(_words.Locatives, _tokens[d].Form) || NameWords.Has(_words.Goals, _tokens[d].Form) && _tokens[d].Form is not ("of" or "for")))
                    return true;
            return false;
        }

        private static NameKind KindOf(NameMatch match)
        {
            foreach (var name in match.Names)
                if (name.Use != NameUse.Surname)
                    return KindOf(name);
            return NameKind.Person;
        }

        private static NameKind KindOf(KnownName name) =>
            name.Place is not null || name.Use is NameUse.Capital ? NameKind.Place
            : name.Actor!.Kind switch
            {
                ActorKind.Person => NameKind.Person,
                ActorKind.State or ActorKind.Region => NameKind.Place,
                _ => NameKind.Organization,
            };
    }
}
