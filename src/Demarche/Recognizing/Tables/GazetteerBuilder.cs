using Demarche.Codebooks;
using Demarche.Text;

namespace Demarche.Recognizing.Tables;

/// <summary>Reads the tables of actors and places, the roles and the lists of names of a codebook, and of a layer over it, into flat arrays.</summary>
internal sealed class GazetteerBuilder
{
    private readonly TextPool _texts = new();
    private readonly VocabularyBuilder _vocabulary = new();
    private readonly OrderedDictionary<string, KnownActor> _actors = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<MemberRow>> _members = new(StringComparer.Ordinal);
    private readonly PhraseTreeBuilder<NameRow> _names;
    private readonly PhraseTreeBuilder<RoleRow> _roles;
    private readonly List<Casing> _casings = [];
    private readonly List<int> _notOf = [];
    private readonly List<PlaceRow> _places = [];
    private readonly OrderedDictionary<string, int> _countries = new(StringComparer.Ordinal);
    private readonly List<TenureRow> _tenures = [];
    private readonly Dictionary<string, int> _holders = new(StringComparer.Ordinal);
    private readonly HashSet<string> _sectors = new(StringComparer.Ordinal);
    private readonly NameWords _words;

    private GazetteerBuilder(NameWords words)
    {
        _words = words;
        _names = new(_vocabulary);
        _roles = new(_vocabulary);
        _vocabulary.Equate(words.Spellings, words.Endings);
    }

    /// <summary>What is wrong in a file is a <see cref="CodebookException"/>.</summary>
    public static GazetteerTables Build(CodebookFolder folder, NameWords words)
    {
        var builder = new GazetteerBuilder(words);
        builder.Read(folder.Base, folder.Layer);
        return builder.Freeze(folder.Base);
    }

    /// <summary>The files of a codebook of which tables are made, by their names in it.</summary>
    public static readonly IReadOnlyList<string> Sources =
    [
        NameWords.File,
        CodebookFolder.Sectors,
        .. NameListsBuilder.Files.Select(file => $"names/{file}"),
        .. new[] { "actors.csv", "members.csv", "names.csv", "offices.csv", "office-kinds.csv" }.Select(file => $"{CodebookFolder.Actors}/{file}"),
        Gazetteer.PlacesFile,
    ];

    private void Read(string directory, string? layer)
    {
        if (layer is not null)
        {
            LoadSectors(directory);
            LoadLayer(directory, layer);
        }
        else
        {
            LoadRoles(LoadSectors(directory));
            var actors = LoadActors(directory);
            NameActors(actors);
            NameByLastName(actors, directory);
            LoadMembers(directory, []);
            LoadNames(directory);
            LoadOffices(directory);
        }
        if (layer is not null && File.Exists(Path.Combine(layer, Gazetteer.PlacesFile)))
            LoadPlaces(layer);
        LoadOfficeKinds(directory);
        LoadPlaces(directory);
    }

    // What a layer says comes before what the codebook below says: its actors in place of those with the same id, its names and roles in place of the same words.
    private void LoadLayer(string directory, string layer)
    {
        if (File.Exists(Path.Combine(layer, CodebookFolder.Sectors)))
            LoadRoles(LoadSectors(layer));
        _roles.Close();
        LoadRoles(LoadSectors(directory));
        _roles.Open();

        var own = HasTable(layer, "actors.csv") ? LoadActors(layer) : [];
        var shipped = LoadActors(directory);
        if (HasTable(layer, "members.csv"))
            LoadMembers(layer, []);
        // Whom the layer takes the place of has the members that the layer gives.
        LoadMembers(directory, own.Select(actor => actor.Id).ToHashSet(StringComparer.Ordinal));
        // An actor of the layer whose names stand in names.csv has those alone, each with its dates; of the many persons that a layer may have, few are called
        // by the last name alone.
        var named = HasTable(layer, "names.csv") ? LoadNames(layer) : [];
        NameActors([.. own.Where(actor => !named.Contains(actor.Id))]);
        _names.Close();
        NameActors(shipped);
        NameByLastName(shipped, directory);
        LoadNames(directory);
        _names.Open();
        if (HasTable(layer, "offices.csv"))
            LoadOffices(layer);
        LoadOffices(directory);
    }

    private static bool HasTable(string layer, string table) => File.Exists(Path.Combine(layer, CodebookFolder.Actors, table));

    private YamlNode LoadSectors(string directory)
    {
        var root = YamlNode.Load(Path.Combine(directory, CodebookFolder.Sectors), CodebookFolder.Sectors).Allow("sectors", "roles");
        if (root.Find("sectors") is { } sectors)
            foreach (var sector in sectors.IsMap ? sectors.Pairs.Select(pair => pair.Key.Text) : sectors.Items.Select(item => item.IsMap ? (item.Find("id") ?? item.Require("code")).Text : item.Text))
                _sectors.Add(sector);
        return root;
    }

    private void LoadRoles(YamlNode root)
    {
        foreach (var item in root.Find("roles")?.Items ?? [])
        {
            item.Allow("words", "office", "sector", "kind", "anonymous", "personal", "shared", "bare", "not_of", "only_of");
            var sector = item.Find("sector");
            if (sector is not null && !_sectors.Contains(sector.Text))
                throw sector.Error($"the sector {sector.Text} does not exist{CodebookException.DidYouMean(sector.Text, _sectors)}");
            var kind = item.Find("kind") is { } kindNode ? Gazetteer.KindOf(kindNode) : ActorKind.Person;
            var office = item.Find("office")?.Text;
            var marks = (item.Find("anonymous")?.Boolean == true ? RoleRow.Anonymous : 0) | (item.Find("personal")?.Boolean == true ? RoleRow.Personal : 0) | (item.Find("shared")?.Boolean == true ? RoleRow.Shared : 0)
                | (item.Find("bare")?.Boolean == true ? RoleRow.Bare : 0);
            var notOf = item.Find("not_of")?.Texts ?? [];
            var onlyOf = item.Find("only_of")?.Texts ?? [];
            var first = _notOf.Count;
            foreach (var state in notOf.Concat(onlyOf))
                _notOf.Add(_texts[state]);
            foreach (var words in item.Require("words").Texts)
                _roles.Add(words, casings => new(_texts[words], _texts[office], _texts[sector?.Text], (int)kind, marks | (casings is [Casing.Capitals] ? RoleRow.Letters : 0), first, notOf.Count, onlyOf.Count));
        }
    }

    private List<KnownActor> LoadActors(string directory)
    {
        var table = CsvTable.Load(Path.Combine(directory, "actors", "actors.csv"), "actors/actors.csv", "id", "name", "kind", "country", "sector", "from", "to");
        var layered = _actors.Count > 0 ? _actors.Keys.ToHashSet(StringComparer.Ordinal) : null;
        var loaded = new List<KnownActor>();
        foreach (var row in table.Rows)
        {
            if (!Gazetteer.TryKind(row["kind"], out var kind))
                throw row.Error($"{row["kind"]} is no kind of actor; write state, organization, person, group or region");
            CheckSector(row);
            if (layered?.Contains(row["id"]) == true)
                continue;
            var actor = new KnownActor(row["id"], row["name"], kind)
            {
                Country = OrNull(row["country"]),
                Sector = OrNull(row["sector"]),
                From = row.Date("from"),
                To = row.Date("to"),
            };
            if (actor.Id.Length == 0 || !_actors.TryAdd(actor.Id, actor))
                throw row.Error($"the id {actor.Id} is empty or stands twice");
            loaded.Add(actor);
        }
        return loaded;
    }

    private void LoadMembers(string directory, HashSet<string> without)
    {
        foreach (var row in CsvTable.Load(Path.Combine(directory, "actors", "members.csv"), "actors/members.csv", "of", "member", "from", "to").Rows)
        {
            var of = Actor(row, "of", "actor");
            var member = Actor(row, "member", "member");
            if (without.Contains(of.Id))
                continue;
            if (!_members.TryGetValue(of.Id, out var members))
                _members.Add(of.Id, members = []);
            members.Add(new(_texts[member.Id], PackedDate.Of(row.Date("from")), PackedDate.Of(row.Date("to"))));
        }
    }

    private void NameActors(List<KnownActor> actors)
    {
        foreach (var actor in actors)
            AddName(actor.Name, NameUse.Name, actor, actor.From, actor.To);
    }

    // “Trump” alone is whoever held office, and never somebody of that name who did not.
    private void NameByLastName(List<KnownActor> actors, string directory)
    {
        var holders = CsvTable.Load(Path.Combine(directory, "actors", "offices.csv"), "actors/offices.csv", "person", "of", "office", "sector", "from", "to", "source").Rows.Select(row => row["person"]).ToHashSet(StringComparer.Ordinal);
        var taken = actors.Where(actor => holders.Contains(actor.Id)).Select(LastName).ToHashSet(StringComparer.Ordinal);
        foreach (var actor in actors)
            if (actor.Kind == ActorKind.Person && (holders.Contains(actor.Id) || !taken.Contains(LastName(actor))))
                AddSurname(LastName(actor), actor);
    }

    private static string LastName(KnownActor person) => person.Name[(person.Name.LastIndexOf(' ') + 1)..];

    /// <summary>Gives the actors that have a name here.</summary>
    private HashSet<string> LoadNames(string directory)
    {
        var named = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in CsvTable.Load(Path.Combine(directory, "actors", "names.csv"), "actors/names.csv", "actor", "name", "use", "from", "to").Rows)
        {
            var actor = Actor(row, "actor", "actor");
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

    private void LoadOffices(string directory)
    {
        foreach (var row in CsvTable.Load(Path.Combine(directory, "actors", "offices.csv"), "actors/offices.csv", "person", "of", "office", "sector", "from", "to", "source").Rows)
        {
            var person = Actor(row, "person", "person");
            Actor(row, "of", "actor");
            CheckSector(row);
            _tenures.Add(new(_actors.IndexOf(person.Id), _texts[row["of"]], _texts[row["office"]], _texts[OrNull(row["sector"])], PackedDate.Of(row.Date("from")), PackedDate.Of(row.Date("to"))));
        }
    }

    private void LoadOfficeKinds(string directory)
    {
        foreach (var row in CsvTable.Load(Path.Combine(directory, "actors", "office-kinds.csv"), "actors/office-kinds.csv", "office", "holders", "overlap", "gap", "covered", "about").Rows)
            _holders[row["office"]] = row["holders"] switch { "several" => OfficeRow.Several, "many" => OfficeRow.Many, _ => 0 };
    }

    private void LoadPlaces(string directory)
    {
        foreach (var row in CsvTable.Load(Path.Combine(directory, Gazetteer.PlacesFile), "places/places.csv", "name", "country", "lat", "lon", "kind", "population", "use").Rows)
        {
            var (name, country, kind) = (row["name"], OrNull(row["country"]), row["kind"]);
            var number = _places.Count;
            _places.Add(new(Number(row, "lat") ?? double.NaN, Number(row, "lon") ?? double.NaN, (long)(Number(row, "population") ?? 0), _texts[name], _texts[country], _texts[kind], (int)StandingOf(row)));
            if (!Gazetteer.PlaceKinds.Contains(kind))
                throw row.Error($"{kind} is no kind of place; write {string.Join(", ", Gazetteer.PlaceKinds)}");
            if (kind == "country")
                _countries.TryAdd(country ?? throw row.Error("a country needs its code"), number);
            else
                _names.Add(name, casings => Name(name, NameUse.Place, -1, number, casings, null, null));
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
        if (surname.IndexOf('-') is > 0 and var hyphen && hyphen + 1 < surname.Length && char.IsUpper(surname[hyphen + 1]) && _words.Articles.Contains(surname[..hyphen].ToLowerInvariant()))
            AddName(surname[(hyphen + 1)..], NameUse.Surname, actor, null, null);
    }

    private void AddName(string text, NameUse use, KnownActor actor, PartialDate? from, PartialDate? to) =>
        _names.Add(text, casings => Name(text, use, _actors.IndexOf(actor.Id), -1, casings, from, to));

    private NameRow Name(string text, NameUse use, int actor, int place, Casing[] casings, PartialDate? from, PartialDate? to)
    {
        _casings.AddRange(casings);
        return new(_texts[text], (int)use, actor, place, PackedDate.Of(from), PackedDate.Of(to), _casings.Count - casings.Length, casings.Length);
    }

    private KnownActor Actor(CsvTable.Row row, string column, string what) =>
        _actors.TryGetValue(row[column], out var actor) ? actor : throw row.Error($"the {what} {row[column]} does not exist{CodebookException.DidYouMean(row[column], _actors.Keys)}");

    private void CheckSector(CsvTable.Row row)
    {
        if (OrNull(row["sector"]) is { } sector && !_sectors.Contains(sector))
            throw row.Error($"the sector {sector} does not exist{CodebookException.DidYouMean(sector, _sectors)}");
    }

    private static double? Number(CsvTable.Row row, string column) =>
        row[column] is not { Length: > 0 } text ? null
        : double.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number
        : throw row.Error($"{text} is not a number");

    private static string? OrNull(string cell) => cell.Length == 0 ? null : cell;

    private GazetteerTables Freeze(string directory)
    {
        var members = new List<MemberRow>();
        var actors = _actors.Values.Select(actor =>
        {
            var own = _members.GetValueOrDefault(actor.Id, []);
            members.AddRange(own);
            return new ActorRow(_texts[actor.Id], _texts[actor.Name], (int)actor.Kind, _texts[actor.Country], _texts[actor.Sector], PackedDate.Of(actor.From), PackedDate.Of(actor.To), members.Count - own.Count, own.Count);
        }).ToArray();
        var (nameTree, names) = _names.Freeze();
        var (roleTree, roles) = _roles.Freeze();
        var persons = Enumerable.Range(0, _tenures.Count).ToLookup(row => _tenures[row].Person);
        var (starts, byPerson) = (new int[actors.Length + 1], new List<int>());
        for (var person = 0; person < actors.Length; person++)
        {
            byPerson.AddRange(persons[person]);
            starts[person + 1] = byPerson.Count;
        }
        var pieces = _vocabulary.Pieces();
        var (keys, hints) = new NameListsBuilder(directory, _words).Freeze();
        var tables = new GazetteerTables
        {
            Actors = actors,
            ActorSlots = Slots.Of([.. _actors.Keys.Select(id => Slots.Hash(id))]),
            Members = (MemberRow[])[.. members],
            Names = (NameRow[])[.. names],
            Casings = (Casing[])[.. _casings],
            NameTree = nameTree,
            Roles = (RoleRow[])[.. roles],
            NotOf = (int[])[.. _notOf],
            RoleTree = roleTree,
            Places = (PlaceRow[])[.. _places],
            Countries = (int[])[.. _countries.Values],
            CountrySlots = Slots.Of([.. _countries.Keys.Select(id => Slots.Hash(id))]),
            Tenures = (TenureRow[])[.. _tenures],
            TenureStarts = starts,
            TenuresOfPersons = (int[])[.. byPerson],
            Pieces = (int[])[.. pieces.Select(piece => _texts[piece.Piece])],
            PieceNumbers = (int[])[.. pieces.Select(piece => piece.Number)],
            PieceSlots = Slots.Of([.. pieces.Select(piece => Slots.Hash(piece.Piece))]),
            ListKeys = keys,
            ListHints = hints,
        };
        tables.Texts = _texts.Freeze();
        FreezeOffices(tables);
        return tables;
    }

    private void FreezeOffices(GazetteerTables tables)
    {
        var (offices, tenures, hashes) = (new List<OfficeRow>(), new List<int>(), new List<uint>());
        foreach (var group in Enumerable.Range(0, _tenures.Count).GroupBy(row => (_tenures[row].Of, _tenures[row].Office)))
        {
            var of = tables.Text(group.Key.Of);
            var office = tables.Text(group.Key.Office);
            hashes.Add(Slots.Hash(of, office));
            offices.Add(new(group.Key.Of, group.Key.Office, _holders.GetValueOrDefault(office.ToString()), tenures.Count, group.Count()));
            tenures.AddRange(group);
        }
        tables.Offices = (OfficeRow[])[.. offices];
        tables.OfficeSlots = Slots.Of(hashes);
        tables.TenuresOfOffices = (int[])[.. tenures];
    }
}
