using Demarche.Codebooks;
using Demarche.Recognizing.Tables;
using Demarche.Text;

namespace Demarche.Recognizing;

/// <summary>
/// Who and where is known by name: the tables of <c>codebook/actors</c> and <c>codebook/places</c>, the roles of <c>sectors.yaml</c> and the words of
/// <c>names.yaml</c>. Loaded once; then immutable and safe for any number of threads.
/// </summary>
/// <remarks>The tables stay the flat arrays that they are in the file; an object is made of a row when a story first has it.</remarks>
internal sealed class Gazetteer
{
    internal const string PlacesFile = "places/places.csv";

    /// <summary>What a place can be.</summary>
    internal static readonly string[] PlaceKinds = ["city", "site", "island", "district", "province", "region", "river", "border", "country", "water"];

    private readonly Lazy<NameWords> _words;
    private readonly GazetteerTables _tables;
    private readonly Vocabulary _vocabulary;
    private readonly string?[] _texts;
    private readonly KnownActor?[] _actors;
    private readonly KnownPlace?[] _places;
    private readonly Tenure?[] _tenures;
    private readonly KnownName[]?[] _namesAt;
    private readonly Role?[] _roles;
    private Dictionary<string, int>? _capitals;

    private Gazetteer(Lazy<NameWords> words, GazetteerTables tables)
    {
        _words = words;
        Lists = new(tables);
        _tables = tables;
        _vocabulary = new(tables);
        _texts = new string?[tables.Texts.Count];
        _actors = new KnownActor?[tables.Actors.Length];
        _places = new KnownPlace?[tables.Places.Length];
        _tenures = new Tenure?[tables.Tenures.Length];
        _namesAt = new KnownName[]?[tables.NameTree.Nodes];
        _roles = new Role?[tables.Roles.Length];
    }

    internal NameWords Words => _words.Value;

    internal NameLists Lists { get; }

    public static Gazetteer Load(string codebookDirectory) => Load(new CodebookFolder(codebookDirectory, null));

    /// <summary>Loads a codebook or a layer over one: as it was compiled, or, where that is of other files or a layer lies over it, from the files.</summary>
    internal static Gazetteer Load(CodebookFolder folder)
    {
        // Words that lie compiled are read when somebody asks for them.
        var words = new Lazy<NameWords>(() => NameWords.Load(folder.Base));
        return new(words, folder.Compiled?.Of(GazetteerBuilder.Sources)?.Gazetteer ?? GazetteerBuilder.Build(folder, words.Value));
    }

    /// <summary>What a text can mean, whatever the capitals.</summary>
    internal IReadOnlyList<KnownName> NamesOf(string text) => NodeOf(_tables.NameTree, text) is > PhraseTree.Root and var node ? NamesAt(node) : [];

    /// <summary>What a text says as a role.</summary>
    internal IReadOnlyList<Role> RolesOf(string text) => NodeOf(_tables.RoleTree, text) is > PhraseTree.Root and var node && RoleAt(node) is { } role ? [role] : [];

    /// <summary>The actor with this identifier, or null.</summary>
    public KnownActor? Find(string id)
    {
        var slots = _tables.ActorSlots;
        for (var at = Slots.First(Slots.Hash(id), slots.Length); slots[at] >= 0; at = Slots.Next(at, slots.Length))
            if (_tables.Text(_tables.Actors[slots[at]].Id).SequenceEqual(id))
                return ActorAt(slots[at]);
        return null;
    }

    /// <summary>A state or region as a place: a point in it, where the table has one.</summary>
    internal KnownPlace CountryPlace(KnownActor actor) =>
        actor.Kind != ActorKind.State ? new(actor.Name, actor.Country, null, null, "region", 0)
        : Country(actor.Id) is { } place ? place with { Name = actor.Name }
        : new(actor.Name, actor.Id, null, null, "country", 0);

    /// <summary>The capital of a state, where the table of places has it.</summary>
    internal KnownPlace? CapitalOf(string state) => (_capitals ??= Capitals()).TryGetValue(state, out var row) ? PlaceAt(row) : null;

    // Of the spellings of a capital, and of a capital that has moved a little, the first in the table; of a state with several nobody can say which.
    private Dictionary<string, int> Capitals()
    {
        const double Apart = 2;
        var capitals = new Dictionary<string, int>(StringComparer.Ordinal);
        var several = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < _tables.Places.Length; i++)
        {
            var row = _tables.Places[i];
            if ((PlaceStanding)row.Standing != PlaceStanding.Capital || TextAt(row.Country) is not { } country || capitals.TryAdd(country, i))
                continue;
            var first = _tables.Places[capitals[country]];
            // “Jakarta”, of which “Djakarta” was the spelling once.
            if (!IsCapitalOf(country, TextAt(first.Name)!) && IsCapitalOf(country, TextAt(row.Name)!))
                capitals[country] = i;
            if (Math.Abs(first.Latitude - row.Latitude) > Apart || Math.Abs(first.Longitude - row.Longitude) > Apart)
                several.Add(country);
        }
        foreach (var country in several)
            capitals.Remove(country);
        return capitals;
    }

    private bool IsCapitalOf(string state, string text) => NamesOf(text).Any(name => name is { Use: NameUse.Capital, To: null } && name.Actor?.Id == state);

    /// <summary>Who holds the office of the state or organization on that day; null when the table does not know or knows several.</summary>
    public Tenure? Holder(string of, string office, DateOnly day)
    {
        if (OfficeRowOf(of, office) is not { Holders: not OfficeRow.Many } row)
            return null;

        var date = PackedDate.Of(day);
        var (holder, unsure) = (-1, false);
        foreach (var tenure in _tables.TenuresOfOffices.Slice(row.First, row.Count))
        {
            if (!_tables.Tenures[tenure].Covers(date))
                continue;
            if (row.Holders == OfficeRow.Several && holder >= 0 && _tables.Tenures[holder].Person != _tables.Tenures[tenure].Person)
                return null;
            // Of two of whom only the year of the change is known, nobody can say which it was.
            unsure |= holder >= 0 && IsYearOfChange(_tables.Tenures[holder], _tables.Tenures[tenure]);
            // On a day of change, and where months are all that is known, the successor holds it.
            if (holder < 0 || _tables.Tenures[tenure].From > _tables.Tenures[holder].From)
                holder = tenure;
        }
        return holder < 0 || unsure ? null : TenureAt(holder);

        static bool IsYearOfChange(TenureRow a, TenureRow b)
        {
            var (earlier, later) = a.From < b.From ? (a, b) : (b, a);
            return a.Person != b.Person && earlier.To % 10000 == 0 && earlier.To == later.From;
        }
    }

    /// <summary>The office that a person holds on that day; the one taken up last when there are several.</summary>
    public Tenure? OfficeOf(KnownActor person, DateOnly day)
    {
        var date = PackedDate.Of(day);
        var held = -1;
        foreach (var tenure in TenuresOf(person))
            if (_tables.Tenures[tenure].Covers(date) && (held < 0 || _tables.Tenures[tenure].From > _tables.Tenures[held].From))
                held = tenure;
        return held < 0 ? null : TenureAt(held);
    }

    /// <summary>True when the person held office before that day and, as far as the table knows, holds none on it.</summary>
    public bool HasLeftOffice(KnownActor person, DateOnly day)
    {
        var tenures = TenuresOf(person);
        foreach (var tenure in tenures)
            if (_tables.Tenures[tenure].To == 0 || PackedDate.Latest(_tables.Tenures[tenure].To) >= PackedDate.Of(day))
                return false;
        return tenures.Length > 0;
    }

    /// <summary>True when the table has an office of the person, whenever it was.</summary>
    public bool HasTenure(KnownActor person) => TenuresOf(person).Length > 0;

    /// <summary>True when the person held that office, whenever it was.</summary>
    public bool Held(KnownActor person, string office)
    {
        foreach (var tenure in TenuresOf(person))
            if (TextAt(_tables.Tenures[tenure].Office) == office)
                return true;
        return false;
    }

    /// <summary>True when the person held office at some time within so many years before or after the day.</summary>
    public bool HeldOfficeWithin(KnownActor person, DateOnly day, int years)
    {
        var (after, before) = (PackedDate.Of(day.AddYears(-Math.Min(years, day.Year - 1))), PackedDate.Of(day.AddYears(Math.Min(years, DateOnly.MaxValue.Year - day.Year))));
        foreach (var tenure in TenuresOf(person))
            if (_tables.Tenures[tenure].From <= before && (_tables.Tenures[tenure].To == 0 || PackedDate.Latest(_tables.Tenures[tenure].To) >= after))
                return true;
        return false;
    }

    internal FoldedTokens Fold(Token[] tokens) => new(tokens, _vocabulary);

    /// <summary>The longest name that starts at a token. <paramref name="shouts"/> says that the whole sentence stands in capitals.</summary>
    internal NameMatch? Match(FoldedTokens folded, Token[] tokens, int first, int end, bool shouts)
    {
        var node = PhraseTree.Root;
        NameMatch? longest = null;
        Span<Casing> written = stackalloc Casing[32];
        var count = 0;
        for (var t = first; t < end; t++)
        {
            var pieces = folded.Of(t);
            if (pieces.IsEmpty)
            {
                if (t > first && folded.Joins(t))
                    continue;
                break;
            }
            var casings = folded.CasingsOf(t);
            for (var i = 0; i < pieces.Length; i++)
            {
                node = count < written.Length ? _tables.NameTree.Next(node, pieces[i]) : -1;
                if (node < 0)
                    return longest;
                written[count++] = casings[i];
            }
            if (NamesAt(node) is not { Length: > 0 } names)
                continue;
            var fitting = Fitting(names, written[..count], shouts, tokens, first, t + 1);
            if (fitting is not null && !IsOtherWord(tokens, first, t, shouts))
                longest = new(first, t + 1, fitting);
        }
        return longest;
    }

    /// <summary>One past the longest name that starts at a token and what it can name; the token itself when there is none.</summary>
    internal (int End, NameHints Hints) Hint(FoldedTokens folded, int first, int end, bool shouts, bool small = false)
    {
        var node = PhraseTree.Root;
        var (longest, hints) = (first, NameHints.None);
        Span<Casing> written = stackalloc Casing[32];
        var count = 0;
        for (var t = first; t < end; t++)
        {
            var pieces = folded.Of(t);
            if (pieces.IsEmpty)
            {
                if (t > first && folded.Joins(t))
                    continue;
                break;
            }
            var casings = folded.CasingsOf(t);
            for (var i = 0; i < pieces.Length; i++)
            {
                node = count < written.Length ? _tables.NameTree.Next(node, pieces[i]) : -1;
                if (node < 0)
                    return (longest, hints);
                written[count++] = casings[i];
            }
            if (NamesAt(node) is not { Length: > 0 } names)
                continue;
            var fitting = NameHints.None;
            foreach (var name in names)
                if (Fits(name, written[..count], shouts) || small && FitsSmall(name))
                    fitting |= HintOf(name);
            if (fitting != NameHints.None)
                (longest, hints) = (t + 1, fitting);
        }
        return (longest, hints);
    }

    private static NameHints HintOf(KnownName name) => name.Use switch
    {
        NameUse.Surname => NameHints.KnownSurname,
        NameUse.Demonym => NameHints.Demonym,
        NameUse.Place or NameUse.Capital => NameHints.KnownPlace,
        _ => name.Actor!.Kind switch
        {
            ActorKind.Person => NameHints.KnownPerson,
            ActorKind.State or ActorKind.Region => NameHints.KnownState,
            _ => NameHints.KnownOrganization,
        },
    };

    /// <summary>The longest role that starts at a token; adjectives of nationality may stand inside it (“the head of Russian diplomacy”).</summary>
    internal RoleMatch? MatchRole(FoldedTokens folded, int first, int end, Func<int, bool> mayStandInside)
    {
        var node = PhraseTree.Root;
        RoleMatch? longest = null;
        for (var t = first; t < end && t < first + MaxRoleTokens; t++)
        {
            var pieces = folded.Of(t);
            if (pieces.IsEmpty)
            {
                if (t > first && folded.Joins(t))
                    continue;
                break;
            }
            var next = node;
            foreach (var piece in pieces)
                next = next >= 0 ? _tables.RoleTree.Next(next, piece) : -1;
            if (next < 0 && pieces.Length == 1)
                next = _tables.RoleTree.Next(node, folded.Lemma(t));
            if (next < 0)
            {
                if (t > first && mayStandInside(t))
                    continue;
                break;
            }
            node = next;
            if (RoleAt(node) is { } role && !(role.Letters && folded.CasingsOf(t)[0] != Casing.Capitals))
                longest = new(first, t + 1, role);
        }
        return longest;
    }

    /// <summary>The kind of actor that a cell names.</summary>
    internal static ActorKind KindOf(YamlNode node) =>
        TryKind(node.Text, out var kind) ? kind : throw node.Error($"{node.Text} is no kind of actor; write state, organization, person, group or region");

    // Longer than any role with what may stand inside it.
    private const int MaxRoleTokens = 12;

    private List<KnownName>? Fitting(KnownName[] names, ReadOnlySpan<Casing> written, bool shouts, Token[] tokens, int first, int end)
    {
        List<KnownName>? fitting = null;
        foreach (var name in names)
            if (Fits(name, written, shouts) && (name.Place is not { Standing: PlaceStanding.Located } || IsLocated(tokens, first, end)))
                (fitting ??= []).Add(name);
        return fitting;
    }

    // “we go to norway”, of somebody who uses no capitals; but “us” and “who” are no names there.
    private static bool FitsSmall(KnownName name) => name.Text.Length > 3 && Array.TrueForAll(name.Casings, casing => casing != Casing.Capitals);

    private static bool Fits(KnownName name, ReadOnlySpan<Casing> written, bool shouts)
    {
        for (var i = 0; i < written.Length; i++)
        {
            var fits = name.Casings[i] switch
            {
                Casing.Small => true,
                Casing.Capital => written[i] == Casing.Capital || (written[i] == Casing.Capitals && (shouts || written.Length > 1 || name.Text.Length > 3)),
                _ => written[i] == Casing.Capitals,
            };
            if (!fits)
                return false;
        }
        return true;
    }

    // “In Nice”, “near Van”, “Van province”, “Mobile, Alabama”, “shelled Van”, “over Rio Hato and Tocumen”; not “Nice said”, “a mobile phone”.
    private bool IsLocated(Token[] tokens, int first, int end)
    {
        if (IsBehindPlaceWord(tokens, first - 1))
            return true;
        if (first > 1 && (tokens[first - 1].Form is "and" or "or" || tokens[first - 1].Form is "," && end + 1 < tokens.Length && tokens[end].Form is "and" or "or" or "," && tokens[end + 1].Upos == Upos.PROPN) && IsBehindPlaceWord(tokens, ListStart(tokens, first - 1)))
            return true;
        return end < tokens.Length && (NameWords.Has(Words.PlaceHeads, tokens[end].Form) || (tokens[end].Form == "," && end + 1 < tokens.Length && tokens[end + 1].Upos == Upos.PROPN && Words.Provinces.Count > 0 && first > 0 && tokens[first - 1].Upos == Upos.ADP));
    }

    private bool IsBehindPlaceWord(Token[] tokens, int before)
    {
        while (before >= 0 && (NameWords.Has(Words.Directions, tokens[before].Form) || tokens[before].Form is "the"))
            before--;
        if (before < 0)
            return false;
        var word = tokens[before];
        if (NameWords.Has(Words.Locatives, word.Form) || word.Upos == Upos.VERB && (Words.Entered.Contains(word.Lemma) || Words.Objects.Contains(word.Lemma)))
            return true;
        // “The port of Van”, “the mayor of Van”, “slipped out of Van”.
        if (word.Form is "of")
            return before > 0 && (tokens[before - 1].Form is "out" || NameWords.Has(Words.PlaceHeads, tokens[before - 1].Form) || tokens[before - 1].Upos == Upos.NOUN && Words.Travel.Contains(tokens[before - 1].Lemma));
        // “Marching on Van”, “the raids on Van”.
        if (word.Form is "on" or "upon")
            return before > 0 && tokens[before - 1].Upos is Upos.VERB or Upos.NOUN && Words.Shelled.Contains(tokens[before - 1].Lemma);
        // “Left for Van”; not “a vote for Van”.
        if (word.Form is "for")
            return before > 0 && tokens[before - 1].Upos == Upos.VERB && Words.Travel.Contains(tokens[before - 1].Lemma);
        return NameWords.Has(Words.Goals, word.Form) && word.Upos == Upos.ADP;
    }

    // What stands before the first of “Rio Hato, Colon and Tocumen”.
    private static int ListStart(Token[] tokens, int joint)
    {
        var before = joint;
        for (var steps = 0; steps < MaxListed && before > 0 && tokens[before].Form is "and" or "or" or ","; steps++)
        {
            var at = before - 1;
            while (at >= 0 && tokens[at].Upos == Upos.PROPN)
                at--;
            if (at == before - 1)
                break;
            before = at;
        }
        return before;
    }

    // Longer lists of towns are rare.
    private const int MaxListed = 4;

    // “Male” at the start of a sentence, “WHO” and “US” in a headline in capitals: the tag decides. “E3” and “G7” are no words.
    private static bool IsOtherWord(Token[] tokens, int first, int last, bool shouts) =>
        first == last
        && !tokens[first].Form.AsSpan().ContainsAnyInRange('0', '9')
        && (shouts || tokens[first].Head < 0 || first == 0 || tokens[first - 1].Upos == Upos.PUNCT || tokens[first].Form.Length == 2)
        && tokens[first].Upos is Upos.VERB or Upos.AUX or Upos.ADV or Upos.ADP or Upos.DET or Upos.PRON or Upos.SCONJ or Upos.CCONJ or Upos.PART or Upos.INTJ;

    private int NodeOf(PhraseTree tree, string phrase)
    {
        var node = PhraseTree.Root;
        Folding.Pieces(phrase, this, (_, piece, _) => node = node < 0 ? node : tree.Next(node, _vocabulary.Find(piece)));
        return node;
    }

    private KnownPlace? Country(string id)
    {
        var slots = _tables.CountrySlots;
        for (var at = Slots.First(Slots.Hash(id), slots.Length); slots[at] >= 0; at = Slots.Next(at, slots.Length))
            if (_tables.Countries[slots[at]] is var place && _tables.Text(_tables.Places[place].Country).SequenceEqual(id))
                return PlaceAt(place);
        return null;
    }

    private OfficeRow? OfficeRowOf(string of, string office)
    {
        var slots = _tables.OfficeSlots;
        for (var at = Slots.First(Slots.Hash(of, office), slots.Length); slots[at] >= 0; at = Slots.Next(at, slots.Length))
            if (_tables.Offices[slots[at]] is var row && _tables.Text(row.Of).SequenceEqual(of) && _tables.Text(row.Office).SequenceEqual(office))
                return row;
        return null;
    }

    private ReadOnlySpan<int> TenuresOf(KnownActor person) =>
        person.Row < 0 ? [] : _tables.TenuresOfPersons[_tables.TenureStarts[person.Row].._tables.TenureStarts[person.Row + 1]];

    // Whichever thread makes an object first has made it for all: who is the same is the same object.
    private static T Keep<T>(ref T? place, T made)
        where T : class => Interlocked.CompareExchange(ref place, made, null) ?? made;

    private string? TextAt(int number) => number < 0 ? null : _texts[number] ?? Keep(ref _texts[number], _tables.Text(number).ToString());

    private KnownActor ActorAt(int number)
    {
        if (_actors[number] is { } known)
            return known;
        var row = _tables.Actors[number];
        return Keep(ref _actors[number], new(TextAt(row.Id)!, TextAt(row.Name)!, (ActorKind)row.Kind)
        {
            Row = number,
            Country = TextAt(row.Country),
            Sector = TextAt(row.Sector),
            From = PackedDate.Date(row.From),
            To = PackedDate.Date(row.To),
            Members = MembersOf(row),
        });
    }

    private Membership[] MembersOf(ActorRow actor)
    {
        var members = new Membership[actor.Members];
        for (var i = 0; i < members.Length; i++)
        {
            var row = _tables.Members[actor.FirstMember + i];
            members[i] = new(TextAt(row.Member)!, PackedDate.Date(row.From), PackedDate.Date(row.To));
        }
        return members;
    }

    private KnownPlace PlaceAt(int number)
    {
        if (_places[number] is { } known)
            return known;
        var row = _tables.Places[number];
        return Keep(ref _places[number], new(TextAt(row.Name)!, TextAt(row.Country), double.IsNaN(row.Latitude) ? null : row.Latitude, double.IsNaN(row.Longitude) ? null : row.Longitude, TextAt(row.Kind)!, row.Population, (PlaceStanding)row.Standing));
    }

    private Tenure TenureAt(int number)
    {
        if (_tenures[number] is { } known)
            return known;
        var row = _tables.Tenures[number];
        return Keep(ref _tenures[number], new(ActorAt(row.Person), TextAt(row.Of)!, TextAt(row.Office)!, TextAt(row.Sector), PackedDate.Date(row.From)));
    }

    private KnownName[] NamesAt(int node)
    {
        if (_namesAt[node] is { } known)
            return known;
        var (first, end) = _tables.NameTree.At(node);
        if (first == end)
            return [];
        var names = new KnownName[end - first];
        for (var i = 0; i < names.Length; i++)
        {
            var row = _tables.Names[first + i];
            names[i] = new(TextAt(row.Text)!, (NameUse)row.Use, row.Actor < 0 ? null : ActorAt(row.Actor), row.Place < 0 ? null : PlaceAt(row.Place), _tables.Casings.Slice(row.FirstCasing, row.Pieces).ToArray())
            {
                From = PackedDate.Date(row.From),
                To = PackedDate.Date(row.To),
            };
        }
        return Keep(ref _namesAt[node], names);
    }

    // Of several roles with the same words the first is meant.
    private Role? RoleAt(int node)
    {
        var (first, end) = _tables.RoleTree.At(node);
        if (first == end)
            return null;
        if (_roles[first] is { } known)
            return known;
        var row = _tables.Roles[first];
        return Keep(ref _roles[first], new(TextAt(row.Words)!, TextAt(row.Office), TextAt(row.Sector), (ActorKind)row.Kind, (row.Marks & RoleRow.Anonymous) != 0)
        {
            Letters = (row.Marks & RoleRow.Letters) != 0,
            Shared = (row.Marks & RoleRow.Shared) != 0,
            Personal = (row.Marks & RoleRow.Personal) != 0,
            Bare = (row.Marks & RoleRow.Bare) != 0,
            NotOf = Texts(_tables.NotOf.Slice(row.FirstNotOf, row.NotOf)),
            OnlyOf = Texts(_tables.NotOf.Slice(row.FirstNotOf + row.NotOf, row.OnlyOf)),
        });
    }

    private string[] Texts(ReadOnlySpan<int> numbers)
    {
        var texts = new string[numbers.Length];
        for (var i = 0; i < texts.Length; i++)
            texts[i] = TextAt(numbers[i])!;
        return texts;
    }

    /// <summary>The kind of actor that a word of the tables names.</summary>
    internal static bool TryKind(string text, out ActorKind kind)
    {
        kind = text switch
        {
            "organization" => ActorKind.Organization,
            "person" => ActorKind.Person,
            "group" => ActorKind.Group,
            "region" => ActorKind.Region,
            _ => ActorKind.State,
        };
        return kind != ActorKind.State || text == "state";
    }
}
