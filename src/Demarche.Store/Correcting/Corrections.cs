using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Demarche.Store.Projecting;

namespace Demarche.Store.Correcting;

/// <summary>
/// What people decide about the record. Each decision is on disk when its method returns; it can be undone, and undoing can be undone. What the program made stays as it was:
/// decisions are applied to it whenever it is shown, also when the story is coded again.
/// </summary>
public sealed class Corrections
{
    private readonly RecordStore _store;

    internal Corrections(RecordStore store) => _store = store;

    /// <summary>The record is right.</summary>
    public long Accept(string author, string story, RecordId record) => OnRecord(author, "accept", story, record, null);

    /// <summary>The record is wrong and is shown no more.</summary>
    public long Reject(string author, string story, RecordId record) => OnRecord(author, "reject", story, record, null);

    /// <summary>Changes a field. Actors and spans that stand in a list are separated by semicolons; a span is given by its words.</summary>
    public long Edit(string author, string story, RecordId record, string field, string value) =>
        OnRecord(author, "edit", story, record, (found, element) => new FieldEditor(_store, found.Text, element).Edit(field, value));

    /// <summary>Adds a record that the program missed.</summary>
    /// <param name="author">Who adds it.</param>
    /// <param name="story">The story's key.</param>
    /// <param name="kind">Which list it is for.</param>
    /// <param name="words">The words it rests on, exactly as they stand in the text, or where they start and end (“80-87”).</param>
    /// <param name="fields">Further fields; at least the type, stance, polarity or claim.</param>
    /// <returns>What the new record is called.</returns>
    public RecordId Add(string author, string story, RecordKind kind, string words, IReadOnlyDictionary<string, string> fields)
    {
        var found = Find(story, author);
        var id = default(RecordId);
        _store.Write(() =>
        {
            id = new(kind, _store.Decisions.Of(story).Count(decision => decision.Verb == "add") + 1, Added: true);
            var body = NewRecord.Of(_store, found.Text, id, words, fields);
            _store.Shelf.Change([found.Id], () => Append(author, "add", story, id.ToString(), null, body.ToJsonString()));
        });
        return id;
    }

    /// <summary>Notes something about a story, or about a record of it; nothing changes.</summary>
    public long Note(string author, string story, RecordId? record, string text)
    {
        if (record is { } id)
            return OnRecord(author, "note", story, id, (_, _) => new() { ["note"] = text });
        Find(story, author);
        return Write(() => Append(author, "note", story, null, null, new JsonObject { ["note"] = text }.ToJsonString()));
    }

    /// <summary>Two names are one actor: what the one did or said is the other's.</summary>
    /// <param name="author">Who decides.</param>
    /// <param name="actor">The actor that is given up, by id or name.</param>
    /// <param name="into">The actor that it is.</param>
    public long Merge(string author, string actor, string into)
    {
        CheckAuthor(author);
        var (key, target) = (KeyOf(actor), Identity(into));
        if (ActorChange.KeyOf(target) == key)
            throw new StoreException($"{actor} and {into} are one actor already");
        return Write(() =>
        {
            var number = 0L;
            _store.Shelf.Change(StoriesOf(key), () => number = Append(author, "merge", null, key, null, new JsonObject { ["actor"] = target }.ToJsonString()));
            return number;
        });
    }

    /// <summary>In some stories an actor is somebody else of the same name.</summary>
    /// <param name="author">Who decides.</param>
    /// <param name="actor">The actor, by id or name.</param>
    /// <param name="into">Who it is there: an actor of the store, or a new one with its kind (“person:Jan Kos the elder”).</param>
    /// <param name="stories">The keys of those stories.</param>
    public long Split(string author, string actor, string into, IReadOnlyList<string> stories)
    {
        var (key, target) = (KeyOf(actor), Identity(into));
        if (ActorChange.KeyOf(target) == key)
            throw new StoreException($"{actor} and {into} are one actor; write who else it is there, if need be a new one with its kind, as in person:Jan Kos the elder");
        List<long> rows = [.. stories.Select(story => Find(story, author).Id)];
        var there = StoriesOf(key);
        if (stories.Where((_, i) => !there.Contains(rows[i])).FirstOrDefault() is { } without)
            throw new StoreException($"{actor} is in no record of story {without}; demarche record {without} --store {_store.Path} lists its records");
        return Write(() =>
        {
            var number = 0L;
            var body = new JsonObject { ["actor"] = target, ["stories"] = new JsonArray([.. stories.Select(story => (JsonNode)story)]) };
            _store.Shelf.Change(rows, () => number = Append(author, "split", null, key, null, body.ToJsonString()));
            return number;
        });
    }

    /// <summary>Two events are one happening: their incidents are one, whatever speaks against it.</summary>
    public long Same(string author, string story, RecordId record, string otherStory, RecordId other) => OnEvents(author, "same", story, record, otherStory, other);

    /// <summary>Two events are two happenings: they are never of one incident.</summary>
    public long Apart(string author, string story, RecordId record, string otherStory, RecordId other) => OnEvents(author, "apart", story, record, otherStory, other);

    /// <summary>Takes a decision back; taking back an undo does again what it undid.</summary>
    public long Undo(string author, long number)
    {
        CheckAuthor(author);
        var decision = _store.Decisions.Find(number) ?? throw new StoreException($"{_store.Path} has no decision {number}");
        if (decision.Undone)
            throw new StoreException($"decision {number} is undone already");
        return Write(() =>
        {
            var undo = 0L;
            _store.Shelf.Change(StoriesOf(decision), () => undo = Append(author, "undo", decision.Story, number.ToString(CultureInfo.InvariantCulture), null, null));
            return undo;
        });
    }

    /// <summary>All decisions in order, or those about a story.</summary>
    public IReadOnlyList<Decision> History(string? story = null)
    {
        // Whether a decision about a story is undone stands with the story; an undo carries its key.
        return story is null ? _store.Decisions.All() : _store.Decisions.Of(story);
    }

    /// <summary>The decisions whose record is not there in what is shown now, since the story was coded again: somebody must look at them.</summary>
    public IReadOnlyList<Decision> Lost()
    {
        var lost = new List<Decision>();
        var rows = _store.Rows;
        foreach (var story in _store.Decisions.All().Select(decision => decision.Story).OfType<string>().Distinct(StringComparer.Ordinal))
            if (rows.Find(story, asCoded: true) is { } coded)
                Decided.Apply(coded.Record, coded.Text, story, _store.Decisions.Of(story), [], lost);
        var ties = new Collating.Ties(_store);
        lost.AddRange(_store.Decisions.All().Where(decision => decision is { Undone: false, Verb: "same" or "apart" } && ties.Find(decision) is not ({ }, { })));
        return [.. lost.OrderBy(decision => decision.Number)];
    }

    private long OnEvents(string author, string verb, string story, RecordId record, string otherStory, RecordId other)
    {
        if (record.Kind != RecordKind.Event || other.Kind != RecordKind.Event)
            throw new StoreException("only events are of incidents; write the ids of two, such as e3");
        if (story == otherStory && record == other)
            throw new StoreException($"{story}/{record} is one event; write two");
        var (one, two) = (Find(story, author), Find(otherStory, author));
        var (anchor, otherAnchor) = (AnchorOf(one, record), AnchorOf(two, other));
        var body = new JsonObject { ["story"] = otherStory, ["record"] = other.ToString(), ["anchor"] = otherAnchor };
        return Write(() =>
        {
            var number = Append(author, verb, story, record.ToString(), anchor, body.ToJsonString());
            _store.Shelf.Wait(one.Id);
            _store.Shelf.Wait(two.Id);
            return number;
        });
    }

    // By the words as the program found them; a record that was added is found by its name.
    private string? AnchorOf(StoredStory found, RecordId record)
    {
        using var machine = JsonDocument.Parse(record.Added ? found.Record : _store.Rows.OfDocument(found.DocumentId, asCoded: true).Record);
        var made = Find(machine.RootElement, record, record.ToString()) ?? throw NoSuch(found.Key, record);
        return record.Added ? null : Anchor.Of(made, record.Kind, machine.RootElement.Items(record.List), found.Text).Write();
    }

    private StoreException NoSuch(string story, RecordId record) => new($"story {story} has no {record}; demarche record {story} --store {_store.Path} lists its records");

    private long OnRecord(string author, string verb, string story, RecordId record, Func<StoredStory, JsonElement, JsonObject>? body)
    {
        var found = Find(story, author);
        // By what the program made, which stays the same whatever is decided; a record that was added is found by its name.
        using var machine = JsonDocument.Parse(_store.Rows.OfDocument(found.DocumentId, asCoded: true).Record);
        using var shown = JsonDocument.Parse(found.Record);
        var id = record.ToString();
        JsonElement? made = Find(machine.RootElement, record, id), now = Find(shown.RootElement, record, id);
        if ((made ?? now) is not { } element)
            throw NoSuch(story, record);
        string? anchor = null;
        if (!record.Added)
            anchor = Anchor.Of(made!.Value, record.Kind, machine.RootElement.Items(record.List), found.Text).Write();
        var content = body?.Invoke(found, now ?? element).ToJsonString();
        return Write(() =>
        {
            var number = 0L;
            _store.Shelf.Change(verb == "note" ? [] : [found.Id], () => number = Append(author, verb, story, id, anchor, content));
            return number;
        });
    }

    private long Write(Func<long> work)
    {
        var number = 0L;
        _store.Write(() => number = work());
        return number;
    }

    private long Append(string author, string verb, string? story, string? target, string? anchor, string? body) =>
        _store.Decisions.Append(_store.Options.Clock.GetUtcNow().UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture), author, verb, story, target, anchor, body);

    private StoredStory Find(string story, string author)
    {
        CheckAuthor(author);
        return _store.Rows.Find(story) ?? throw new StoreException($"{_store.Path} has no story {story}");
    }

    private static void CheckAuthor(string author)
    {
        if (string.IsNullOrWhiteSpace(author))
            throw new StoreException("a decision needs an author");
    }

    private static JsonElement? Find(JsonElement root, RecordId record, string id)
    {
        foreach (var element in root.Items(record.List))
            if (element.Text("id") == id)
                return element;
        return null;
    }

    private string KeyOf(string actor) => ActorChange.KeyOf(new FieldEditor(_store, "", default).Actor(actor))!;

    // What makes an actor this one; the office and the words are those of the place.
    private JsonObject Identity(string actor)
    {
        var whole = new FieldEditor(_store, "", default).Actor(actor);
        return new() { ["id"] = whole["id"]?.DeepClone(), ["name"] = whole["name"]!.DeepClone(), ["kind"] = whole["kind"]!.DeepClone(), ["country"] = whole["country"]?.DeepClone(), ["sector"] = whole["sector"]?.DeepClone() };
    }

    private List<long> StoriesOf(Decision decision)
    {
        // An undo changes what the decision at the end of its chain is about.
        var about = decision;
        while (about.Verb == "undo" && long.TryParse(about.Target, out var target) && _store.Decisions.Find(target) is { } undone)
            about = undone;
        if (about.Story is { } story)
            return about.Verb == "note" ? [] : [Find(story, about.Author).Id];
        // Before or after the change, whoever it concerns goes by one of the two names.
        var now = ActorChange.KeyOf(JsonNode.Parse(about.Body!)!["actor"]!.AsObject())!;
        return [.. StoriesOf(about.Target!).Union(StoriesOf(now))];
    }

    private List<long> StoriesOf(string key)
    {
        var stories = new List<long>();
        using var rows = _store.Database["SELECT DISTINCT document.story FROM part JOIN actor ON actor.id = part.actor JOIN record ON record.id = part.record JOIN document ON document.id = record.document WHERE actor.key = ?1"].Rows(key);
        while (rows.Next())
            stories.Add(rows.Long(0));
        return stories;
    }
}
