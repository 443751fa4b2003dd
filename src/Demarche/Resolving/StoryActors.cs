using Demarche.Recognizing;

namespace Demarche.Resolving;

/// <summary>Everybody whom a story has spoken of: one entity for each, found by identifier, by name, by last name and by office.</summary>
internal sealed class StoryActors(Gazetteer gazetteer, DateOnly? published)
{
    private readonly Dictionary<(string Id, string? Sector), Entity> _known = [];
    private readonly Dictionary<string, Entity> _named = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Entity>> _surnames = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Entity?> _firstNames = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Of, string Office), Entity> _holders = [];
    private readonly HashSet<string> _countries = new(StringComparer.Ordinal);

    /// <summary>True when the story has spoken of the country or of somebody from it.</summary>
    public bool HasCountry(string? country) => country is not null && _countries.Contains(country);

    /// <summary>True when the story has named the actor.</summary>
    public bool Has(string id) => _known.ContainsKey((id, null)) || _countries.Contains(id);

    /// <summary>The entity of an actor of the tables. With a sector of its own (“the army”), a state's part is told from the state.</summary>
    public Entity Of(KnownActor actor, string? part = null)
    {
        var key = (actor.Id, part);
        if (_known.TryGetValue(key, out var entity))
            return entity;

        var tenure = actor.Kind == ActorKind.Person && published is { } day ? gazetteer.OfficeOf(actor, day) : null;
        var left = actor.Kind == ActorKind.Person && tenure is null && published is { } today ? gazetteer.OfficeOf(actor, InMind(today)) : null;
        entity = new(actor.Name, actor.Kind)
        {
            Id = actor.Id,
            LastOffice = left?.Office,
            LastOfficeOf = left?.Of,
            // Shevardnadze as Soviet minister is Soviet, as president of Georgia Georgian.
            Country = CountryOf(tenure) ?? actor.Country,
            Sector = part ?? tenure?.Sector ?? SectorOf(actor),
            Office = tenure?.Office,
            OfficeOf = tenure?.Of,
            Members = actor.MembersOn(published),
            Gender = actor.Kind == ActorKind.Person ? GenderOf(actor.Name) : Gender.Unknown,
            Plural = part is not null,
        };
        _known.Add(key, entity);
        Note(entity);
        return entity;
    }

    /// <summary>The entity of a name that the tables do not know.</summary>
    public Entity Named(string name, ActorKind kind, string? country = null)
    {
        var key = $"{(int)kind} {Folding.Fold(name)}";
        if (_named.TryGetValue(key, out var entity))
            return entity;

        entity = new(name, kind) { Country = country, Gender = kind == ActorKind.Person ? GenderOf(name) : Gender.Unknown };
        _named.Add(key, entity);
        return entity;
    }

    /// <summary>The unnamed holder of an office, the same one each time.</summary>
    public Entity UnnamedHolder(string of, string office, Func<Entity> make)
    {
        if (!_holders.TryGetValue((of, office), out var entity))
            _holders.Add((of, office), entity = make());
        return entity;
    }

    /// <summary>Says who the unnamed holder of an office is.</summary>
    public void NameHolder(string of, string office, Entity person)
    {
        if (_holders.TryGetValue((of, office), out var unnamed) && unnamed != person)
            unnamed.IsNamed(person);
        _holders[(of, office)] = person;
    }

    /// <summary>Notes that this last name means this person from now on.</summary>
    public void AddSurname(string folded, Entity person)
    {
        if (!_surnames.TryGetValue(folded, out var persons))
            _surnames.Add(folded, persons = []);
        if (!persons.Contains(person))
            persons.Add(person);
    }

    /// <summary>Notes that the story has named a person in full with this first name.</summary>
    public void AddFirstName(string folded, Entity person)
    {
        // Of two with one first name neither is meant by it alone.
        _firstNames[folded] = !_firstNames.TryGetValue(folded, out var other) || other == person ? person : null;
    }

    /// <summary>The one person whom the story named in full with this first name; null when there is none, or several.</summary>
    public Entity? ByFirstName(string folded) => _firstNames.GetValueOrDefault(folded);

    /// <summary>Whom the story named in full with this last name; of several the one whom the title or office before it fits, else the first.</summary>
    public Entity? BySurname(string folded, Gender gender = Gender.Unknown, string? office = null)
    {
        if (!_surnames.TryGetValue(folded, out var persons))
            return null;
        // “Mrs Gandhi” is not Rajiv.
        if (persons.Count == 1)
            return gender == Gender.Unknown || persons[0].Gender == Gender.Unknown || persons[0].Gender == gender ? persons[0] : null;
        foreach (var person in persons)
            if (office is not null && person.Office == office)
                return person;
        foreach (var person in persons)
            if (gender != Gender.Unknown && person.Gender == gender)
                return person;
        return persons[0];
    }

    public void Note(Entity entity)
    {
        if (entity.Country is { } country)
            _countries.Add(country);
    }

    public Gender GenderOf(string name)
    {
        var end = name.IndexOf(' ');
        return gazetteer.Words.IsFirstName(end > 0 ? name[..end] : name, out var gender) ? gender : Gender.Unknown;
    }

    // Who held office and holds none any more is of the executive no longer.
    private string? SectorOf(KnownActor actor) =>
        actor is { Kind: ActorKind.Person, Sector: { } sector } && published is { } day && gazetteer.Words.Organs.Contains(sector) && gazetteer.HasLeftOffice(actor, InMind(day)) ? gazetteer.Words.LeftOffice : actor.Sector;

    // The day before which an office that was left is forgotten.
    private DateOnly InMind(DateOnly day) => day.DayNumber > gazetteer.Words.DaysInMind ? day.AddDays(-gazetteer.Words.DaysInMind) : day;

    private string? CountryOf(Tenure? tenure) => tenure is not null && gazetteer.Find(tenure.Of) is { Kind: ActorKind.State } state ? state.Id : null;
}
