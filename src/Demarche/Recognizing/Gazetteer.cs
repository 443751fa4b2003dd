using Demarche.Codebooks;

namespace Demarche.Recognizing;

/// <summary>
/// Who and where is known by name: the tables of <c>codebook/actors</c> and <c>codebook/places</c>, the roles of <c>sectors.yaml</c> and the words of
/// <c>names.yaml</c>. Loaded once; then immutable and safe for any number of threads.
/// </summary>
internal sealed class Gazetteer
{
    internal static readonly string PlacesFile = Path.Combine("places", "places.csv");

    /// <summary>What a place can be.</summary>
    internal static readonly string[] PlaceKinds = ["city", "site", "island", "district", "province", "region", "river", "border", "country", "water"];

    private readonly Dictionary<string, KnownActor> _actors = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Tenure>> _tenuresByPerson = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Of, string Office), List<Tenure>> _tenuresByOffice = [];
    private readonly Dictionary<string, KnownPlace> _countries = new(StringComparer.Ordinal);
    private readonly HashSet<string> _several = new(StringComparer.Ordinal);
    private readonly HashSet<string> _many = new(StringComparer.Ordinal);
    private readonly Vocabulary _vocabulary = new();
    private readonly PhraseTable<KnownName> _names;
    private readonly PhraseTable<Role> _roles;

    private Gazetteer(string directory, string? layer)
    {
        _names = new(_vocabulary, 32768);
        _roles = new(_vocabulary, 2048);
        Words = NameWords.Load(directory);
        _vocabulary.Equate(Words.Spellings, Words.Endings);
        Lists = NameLists.Load(directory, Words);
        var sectors = new HashSet<string>(StringComparer.Ordinal);
        if (layer is not null)
        {
            LoadSectors(directory, sectors);
            LoadLayer(directory, layer, sectors);
        }
        else
        {
            LoadRoles(LoadSectors(directory, sectors), sectors);
            NameActors(LoadActors(directory, sectors));
            LoadNames(directory);
            LoadOffices(directory, sectors);
        }
        if (layer is not null && File.Exists(Path.Combine(layer, PlacesFile)))
            LoadPlaces(layer);
        LoadOfficeKinds(directory);
        LoadPlaces(directory);
    }

    internal NameWords Words { get; }

    internal NameLists Lists { get; }

    public static Gazetteer Load(string codebookDirectory) => new(codebookDirectory, null);

    /// <summary>Loads a codebook or a layer over one.</summary>
    internal static Gazetteer Load(CodebookFolder folder) => new(folder.Base, folder.Layer);

    /// <summary>What a text can mean, whatever the capitals.</summary>
    internal IReadOnlyList<KnownName> NamesOf(string text) => _names.Of(text);

    /// <summary>What a text says as a role.</summary>
    internal IReadOnlyList<Role> RolesOf(string text) => _roles.Of(text);

    /// <summary>The actor with this identifier, or null.</summary>
    public KnownActor? Find(string id) => _actors.GetValueOrDefault(id);

    /// <summary>A state or region as a place: a point in it, where the table has one.</summary>
    internal KnownPlace CountryPlace(KnownActor actor) =>
        actor.Kind != ActorKind.State ? new(actor.Name, actor.Country, null, null, "region", 0)
        : _countries.TryGetValue(actor.Id, out var place) ? place with { Name = actor.Name }
        : new(actor.Name, actor.Id, null, null, "country", 0);

    /// <summary>Who holds the office of the state or organization on that day; null when the table does not know or knows several.</summary>
    public Tenure? Holder(string of, string office, DateOnly day)
    {
        if (_many.Contains(office) || !_tenuresByOffice.TryGetValue((of, office), out var tenures))
            return null;

        Tenure? holder = null;
        var severally = _several.Contains(office);
        foreach (var tenure in tenures)
        {
            if (!tenure.Covers(day))
                continue;
            if (severally && holder is not null && holder.Person != tenure.Person)
                return null;
            // On a day of change, and where months are all that is known, the successor holds it.
            if (holder is null || (tenure.From ?? default) > (holder.From ?? default))
                holder = tenure;
        }
        return holder;
    }

    /// <summary>The office that a person holds on that day; the one taken up last when there are several.</summary>
    public Tenure? OfficeOf(string person, DateOnly day)
    {
        if (!_tenuresByPerson.TryGetValue(person, out var tenures))
            return null;

        Tenure? held = null;
        foreach (var tenure in tenures)
            if (tenure.Covers(day) && (held is null || (tenure.From ?? default) > (held.From ?? default)))
                held = tenure;
        return held;
    }

    /// <summary>True when the person held office before that day and, as far as the table knows, holds none on it.</summary>
    public bool HasLeftOffice(string person, DateOnly day)
    {
        if (!_tenuresByPerson.TryGetValue(person, out var tenures))
            return false;
        foreach (var tenure in tenures)
            if (tenure.To is not { } to || to.Latest >= day)
                return false;
        return true;
    }

    internal FoldedTokens Fold(Token[] tokens) => new(tokens, _vocabulary);

    /// <summary>The longest name that starts at a token. <paramref name="shouts"/> says that the whole sentence stands in capitals.</summary>
    internal NameMatch? Match(FoldedTokens folded, Token[] tokens, int first, int end, bool shouts)
    {
        var node = PhraseTable<KnownName>.Root;
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
                node = count < written.Length ? _names.Next(node, pieces[i]) : -1;
                if (node < 0)
                    return longest;
                written[count++] = casings[i];
            }
            if (_names.At(node) is not { } names)
                continue;
            var fitting = Fitting(names, written[..count], shouts, tokens, first, t + 1);
            if (fitting is not null && !IsOtherWord(tokens, first, t, shouts))
                longest = new(first, t + 1, fitting);
        }
        return longest;
    }

    /// <summary>One past the longest name that starts at a token and what it can name; the token itself when there is none.</summary>
    internal (int End, NameHints Hints) Hint(FoldedTokens folded, int first, int end, bool shouts)
    {
        var node = PhraseTable<KnownName>.Root;
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
                node = count < written.Length ? _names.Next(node, pieces[i]) : -1;
                if (node < 0)
                    return (longest, hints);
                written[count++] = casings[i];
            }
            if (_names.At(node) is not { } names)
                continue;
            var fitting = NameHints.None;
            foreach (var name in names)
                if (Fits(name, written[..count], shouts))
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
        var node = PhraseTable<Role>.Root;
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
                next = next >= 0 ? _roles.Next(next, piece) : -1;
            if (next < 0 && pieces.Length == 1)
                next = _roles.Next(node, folded.Lemma(t));
            if (next < 0)
            {
                if (t > first && mayStandInside(t))
                    continue;
                break;
            }
            node = next;
            if (_roles.At(node) is { } roles && !(roles[0].Letters && folded.CasingsOf(t)[0] != Casing.Capitals))
                longest = new(first, t + 1, roles[0]);
        }
        return longest;
    }

    /// <summary>The kind of actor that a cell names.</summary>
    internal static ActorKind KindOf(YamlNode node) =>
        TryKind(node.Text, out var kind) ? kind : throw node.Error($"{node.Text} is no kind of actor; write state, organization, person, group or region");

    // Longer than any role with what may stand inside it.
    private const int MaxRoleTokens = 12;

    private List<KnownName>? Fitting(List<KnownName> names, ReadOnlySpan<Casing> written, bool shouts, Token[] tokens, int first, int end)
    {
        List<KnownName>? fitting = null;
        foreach (var name in names)
            if (Fits(name, written, shouts) && (name.Place is not { Standing: PlaceStanding.Located } || IsLocated(tokens, first, end)))
                (fitting ??= []).Add(name);
        return fitting;
    }

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

    // “In Nice”, “near Van”, “Van province”, “Mobile, Alabama”; not “Nice said”, “a mobile phone”.
    private bool IsLocated(Token[] tokens, int first, int end)
    {
        var before = first - 1;
        while (before >= 0 && (NameWords.Has(Words.Directions, tokens[before].Form) || tokens[before].Form is "the"))
            before--;
        if (before >= 0 && (NameWords.Has(Words.Locatives, tokens[before].Form) || (tokens[before].Form is "of" && before > 0 && NameWords.Has(Words.PlaceHeads, tokens[before - 1].Form))))
            return true;
        if (before >= 0 && NameWords.Has(Words.Goals, tokens[before].Form) && tokens[before].Form is not ("of" or "for") && tokens[before].Upos == Upos.ADP)
            return true;
        return end < tokens.Length && (NameWords.Has(Words.PlaceHeads, tokens[end].Form) || (tokens[end].Form == "," && end + 1 < tokens.Length && tokens[end + 1].Upos == Upos.PROPN && Words.Provinces.Count > 0 && first > 0 && tokens[first - 1].Upos == Upos.ADP));
    }

    // “Male” at the start of a sentence, “WHO” and “US” in a headline in capitals: the tag decides.
    private static bool IsOtherWord(Token[] tokens, int first, int last, bool shouts) =>
        first == last
        && (shouts || tokens[first].Head < 0 || first == 0 || tokens[first - 1].Upos == Upos.PUNCT || tokens[first].Form.Length == 2)
        && tokens[first].Upos is Upos.VERB or Upos.AUX or Upos.ADV or Upos.ADP or Upos.DET or Upos.PRON or Upos.SCONJ or Upos.CCONJ or Upos.PART or Upos.INTJ;

    // What a layer says comes before what the codebook below says: its actors in place of those with the same id, its names and roles in place of the same words.
    private void LoadLayer(string directory, string layer, HashSet<string> sectors)
    {
        if (File.Exists(Path.Combine(layer, CodebookFolder.Sectors)))
            LoadRoles(LoadSectors(layer, sectors), sectors);
        _roles.Close();
        LoadRoles(LoadSectors(directory, sectors), sectors);
        _roles.Open();

        var own = HasTable(layer, "actors.csv") ? LoadActors(layer, sectors, checkMembers: false) : [];
        var shipped = LoadActors(directory, sectors);
        // An actor of the layer whose names stand in names.csv has those alone, each with its dates; of the many persons that a layer may have, few are called
        // by the last name alone.
        var named = HasTable(layer, "names.csv") ? LoadNames(layer) : [];
        NameActors([.. own.Where(actor => !named.Contains(actor.Id))], surnames: false);
        _names.Close();
        NameActors(shipped);
        LoadNames(directory);
        _names.Open();
        if (HasTable(layer, "offices.csv"))
            LoadOffices(layer, sectors);
        LoadOffices(directory, sectors);
    }

    private static bool HasTable(string layer, string table) => File.Exists(Path.Combine(layer, CodebookFolder.Actors, table));

    private static YamlNode LoadSectors(string directory, HashSet<string> known)
    {
        var root = YamlNode.Load(Path.Combine(directory, CodebookFolder.Sectors), CodebookFolder.Sectors).Allow("sectors", "roles");
        if (root.Find("sectors") is { } sectors)
            foreach (var sector in sectors.IsMap ? sectors.Pairs.Select(pair => pair.Key.Text) : sectors.Items.Select(item => item.IsMap ? (item.Find("id") ?? item.Require("code")).Text : item.Text))
                known.Add(sector);
        return root;
    }

    private void LoadRoles(YamlNode root, HashSet<string> sectors)
    {
        foreach (var item in root.Find("roles")?.Items ?? [])
        {
            item.Allow("words", "office", "sector", "kind", "anonymous", "personal", "not_of");
            var sector = item.Find("sector");
            if (sector is not null && !sectors.Contains(sector.Text))
                throw sector.Error($"the sector {sector.Text} does not exist{CodebookException.DidYouMean(sector.Text, sectors)}");
            var kind = item.Find("kind") is { } kindNode ? KindOf(kindNode) : ActorKind.Person;
            var office = item.Find("office")?.Text;
            var anonymous = item.Find("anonymous")?.Boolean ?? false;
            var personal = item.Find("personal")?.Boolean ?? false;
            var notOf = item.Find("not_of")?.Texts ?? [];
            foreach (var words in item.Require("words").Texts)
                _roles.Add(words, casings => new(words, office, sector?.Text, kind, anonymous) { Letters = casings is [Casing.Capitals], Personal = personal, NotOf = notOf });
        }
    }

    private List<KnownActor> LoadActors(string directory, HashSet<string> sectors, bool checkMembers = true)
    {
        var table = CsvTable.Load(Path.Combine(directory, "actors", "actors.csv"), "actors/actors.csv", "id", "name", "kind", "country", "sector", "from", "to", "members");
        var layered = _actors.Count > 0 ? _actors.Keys.ToHashSet(StringComparer.Ordinal) : null;
        var loaded = new List<KnownActor>();
        foreach (var row in table.Rows)
        {
            if (!TryKind(row["kind"], out var kind))
                throw row.Error($"{row["kind"]} is no kind of actor; write state, organization, person, group or region");
            if (OrNull(row["sector"]) is { } sector && !sectors.Contains(sector))
                throw row.Error($"the sector {sector} does not exist{CodebookException.DidYouMean(sector, sectors)}");
            if (layered?.Contains(row["id"]) == true)
                continue;
            var actor = new KnownActor(row["id"], row["name"], kind)
            {
                Country = OrNull(row["country"]),
                Sector = OrNull(row["sector"]),
                From = row.Date("from"),
                To = row.Date("to"),
                Members = row["members"].Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
            };
            if (actor.Id.Length == 0 || !_actors.TryAdd(actor.Id, actor))
                throw row.Error($"the id {actor.Id} is empty or stands twice");
            loaded.Add(actor);
        }

        if (!checkMembers)
            return loaded;
        foreach (var row in table.Rows)
            foreach (var member in _actors[row["id"]].Members)
                if (!_actors.ContainsKey(member))
                    throw row.Error($"the member {member} does not exist{CodebookException.DidYouMean(member, _actors.Keys)}");
        return loaded;
    }

    private void NameActors(List<KnownActor> actors, bool surnames = true)
    {
        foreach (var actor in actors)
        {
            AddName(actor.Name, NameUse.Name, actor, actor.From, actor.To);
            if (surnames && actor.Kind == ActorKind.Person)
                AddSurname(actor.Name[(actor.Name.LastIndexOf(' ') + 1)..], actor);
        }
    }

    /// <summary>Gives the actors that have a name here.</summary>
    private HashSet<string> LoadNames(string directory)
    {
        var named = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in CsvTable.Load(Path.Combine(directory, "actors", "names.csv"), "actors/names.csv", "actor", "name", "use", "from", "to").Rows)
        {
            if (!_actors.TryGetValue(row["actor"], out var actor))
                throw row.Error($"the actor {row["actor"]} does not exist{CodebookException.DidYouMean(row["actor"], _actors.Keys)}");
            var use = row["use"] switch
            {
                "name" => NameUse.Name,
                "demonym" => NameUse.Demonym,
                "capital" => NameUse.Capital,
                "seat" => NameUse.Seat,
                "abbreviation" => NameUse.Abbreviation,
                "surname" => NameUse.Surname,
                var other => throw row.Error($"{other} is no use of a name; write name, demonym, capital, seat, abbreviation or surname"),
            };
            AddName(row["name"], use, actor, row.Date("from"), row.Date("to"));
            named.Add(actor.Id);
        }
        return named;
    }

    private void LoadOffices(string directory, HashSet<string> sectors)
    {
        foreach (var row in CsvTable.Load(Path.Combine(directory, "actors", "offices.csv"), "actors/offices.csv", "person", "of", "office", "sector", "from", "to", "source").Rows)
        {
            if (!_actors.TryGetValue(row["person"], out var person))
                throw row.Error($"the person {row["person"]} does not exist{CodebookException.DidYouMean(row["person"], _actors.Keys)}");
            if (!_actors.ContainsKey(row["of"]))
                throw row.Error($"the actor {row["of"]} does not exist{CodebookException.DidYouMean(row["of"], _actors.Keys)}");
            if (OrNull(row["sector"]) is { } sector && !sectors.Contains(sector))
                throw row.Error($"the sector {sector} does not exist{CodebookException.DidYouMean(sector, sectors)}");

            var tenure = new Tenure(person, row["of"], row["office"], OrNull(row["sector"]), row.Date("from"), row.Date("to"));
            ListOf(_tenuresByPerson, person.Id).Add(tenure);
            ListOf(_tenuresByOffice, (tenure.Of, tenure.Office)).Add(tenure);
        }
    }

    private void LoadOfficeKinds(string directory)
    {
        foreach (var row in CsvTable.Load(Path.Combine(directory, "actors", "office-kinds.csv"), "actors/office-kinds.csv", "office", "holders", "overlap", "gap", "covered", "about").Rows)
            if (row["holders"] is "several")
                _several.Add(row["office"]);
            else if (row["holders"] is "many")
                _many.Add(row["office"]);
    }

    private void LoadPlaces(string directory)
    {
        foreach (var row in CsvTable.Load(Path.Combine(directory, PlacesFile), "places/places.csv", "name", "country", "lat", "lon", "kind", "population", "use").Rows)
        {
            var place = new KnownPlace(row["name"], OrNull(row["country"]), Number(row, "lat"), Number(row, "lon"), row["kind"], (long)(Number(row, "population") ?? 0), StandingOf(row));
            if (!PlaceKinds.Contains(place.Kind))
                throw row.Error($"{place.Kind} is no kind of place; write {string.Join(", ", PlaceKinds)}");
            if (place.Kind == "country")
            {
                _countries.TryAdd(place.Country ?? throw row.Error("a country needs its code"), place);
                continue;
            }
            _names.Add(place.Name, casings => new(place.Name, NameUse.Place, null, place, casings));
        }
    }

    private static PlaceStanding StandingOf(CsvTable.Row row) => row["use"] switch
    {
        "name" => PlaceStanding.None,
        "capital" => PlaceStanding.Capital,
        "default" => PlaceStanding.First,
        "located" => PlaceStanding.Located,
        var other => throw row.Error($"{other} is no use of a place; write name, capital, default or located"),
    };

    // “Al-Assad” is “Assad” too.
    private void AddSurname(string surname, KnownActor actor)
    {
        AddName(surname, NameUse.Surname, actor, null, null);
        if (surname.IndexOf('-') is > 0 and var hyphen && hyphen + 1 < surname.Length && char.IsUpper(surname[hyphen + 1]) && Words.Articles.Contains(surname[..hyphen].ToLowerInvariant()))
            AddName(surname[(hyphen + 1)..], NameUse.Surname, actor, null, null);
    }

    private void AddName(string text, NameUse use, KnownActor actor, PartialDate? from, PartialDate? to) =>
        _names.Add(text, casings => new(text, use, actor, null, casings) { From = from, To = to });

    private static List<Tenure> ListOf<TKey>(Dictionary<TKey, List<Tenure>> lists, TKey key)
        where TKey : notnull
    {
        if (!lists.TryGetValue(key, out var list))
            lists.Add(key, list = []);
        return list;
    }

    private static double? Number(CsvTable.Row row, string column) =>
        row[column] is not { Length: > 0 } text ? null
        : double.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number
        : throw row.Error($"{text} is not a number");

    private static string? OrNull(string cell) => cell.Length == 0 ? null : cell;

    private static bool TryKind(string text, out ActorKind kind)
    {
        (kind, var known) = text switch
        {
            "state" => (ActorKind.State, true),
            "organization" => (ActorKind.Organization, true),
            "person" => (ActorKind.Person, true),
            "group" => (ActorKind.Group, true),
            "region" => (ActorKind.Region, true),
            _ => (default, false),
        };
        return known;
    }
}
