using Demarche.Store.Projecting;
using Demarche.Store.Sql;

namespace Demarche.Store.Collating;

/// <summary>Writes what a report has beside its story into a few bytes, and reads it again. Words are numbers of the table <c>phrase</c>.</summary>
internal sealed class ReportData(Database database)
{
    private readonly NameTable _numbers = new(database, "phrase");
    private readonly Dictionary<long, string> _words = [];

    public byte[] Write(Report report)
    {
        using var stream = new MemoryStream(128);
        using var writer = new BinaryWriter(stream);
        Put(writer, report.Family);
        Put(writer, report.Type);
        Put(writer, report.Act);
        Put(writer, report.Status);
        writer.Write7BitEncodedInt(report.First.DayNumber);
        writer.Write7BitEncodedInt(report.Last.DayNumber - report.First.DayNumber);
        writer.Write((byte)((report.Dated ? 1 : 0) | (report.InTitle ? 2 : 0) | (report.Place is null ? 0 : 4) | (report.Place is { IsPoint: true } ? 8 : 0) | (report.Place is { Latitude: not null, Longitude: not null } ? 16 : 0)
            | (report.Known ? 32 : 0) | (report.Again ? 64 : 0) | (report.Follows ? 128 : 0)));
        if (report.Place is { } place)
        {
            Put(writer, place.Name);
            Put(writer, place.Country);
            if (place.Latitude is { } latitude && place.Longitude is { } longitude)
            {
                writer.Write((float)latitude);
                writer.Write((float)longitude);
            }
        }
        Put(writer, report.Actors);
        Put(writer, report.Recipients);
        Put(writer, report.Anchors);
        Put(writer, report.Speakers);
        Put(writer, report.Names);
        Put(writer, report.Words);
        writer.Write7BitEncodedInt(report.Figures.Count);
        foreach (var figure in report.Figures)
        {
            Put(writer, figure.Kind);
            writer.Write7BitEncodedInt64((figure.Low ?? -1) + 1);
            writer.Write7BitEncodedInt64((figure.Best ?? -1) + 1);
            writer.Write7BitEncodedInt64((figure.High ?? -1) + 1);
            Put(writer, figure.Words);
        }
        Put(writer, report.Evidence);
        writer.Write7BitEncodedInt(report.Sentence);
        foreach (var count in report.Counts)
            writer.Write7BitEncodedInt64(count);
        return stream.ToArray();
    }

    /// <summary>Reads a report of a story, whose text is needed for the words only.</summary>
    public Report Read(byte[] data, long row, (string Id, string? Outlet, DateOnly? Published) story, uint[] storyNames)
    {
        using var reader = new BinaryReader(new MemoryStream(data));
        var (family, type, act, status) = (Take(reader)!, Take(reader)!, Take(reader), Take(reader)!);
        var first = DateOnly.FromDayNumber(reader.Read7BitEncodedInt());
        var last = first.AddDays(reader.Read7BitEncodedInt());
        var flags = reader.ReadByte();
        ReportPlace? place = null;
        if ((flags & 4) != 0)
        {
            var (name, country) = (Take(reader)!, Take(reader));
            var hasPoint = (flags & 16) != 0;
            place = new(name, country, hasPoint ? reader.ReadSingle() : null, hasPoint ? reader.ReadSingle() : null, (flags & 8) != 0);
        }
        return new()
        {
            Row = row, Story = story.Id, Event = RecordId.OfRow(row), Outlet = story.Outlet, Published = story.Published, Family = family, Type = type, Act = act, Status = status,
            First = first, Last = last, Dated = (flags & 1) != 0, InTitle = (flags & 2) != 0, Known = (flags & 32) != 0, Again = (flags & 64) != 0, Follows = (flags & 128) != 0, Place = place, Actors = TakeParties(reader), Recipients = TakeParties(reader),
            Anchors = TakeWords(reader), Speakers = TakeWords(reader), Names = TakeNumbers(reader), Words = TakeNumbers(reader), StoryNames = storyNames,
            Figures = TakeFigures(reader), Evidence = TakeSpan(reader), Sentence = reader.Read7BitEncodedInt(), Counts = TakeRest(reader),
        };
    }

    private void Put(BinaryWriter writer, string? word) => writer.Write7BitEncodedInt64(word is null ? 0 : _numbers.Of(word));

    private string? Take(BinaryReader reader)
    {
        var number = reader.Read7BitEncodedInt64();
        if (number == 0)
            return null;
        if (!_words.TryGetValue(number, out var word))
            _words[number] = word = database["SELECT name FROM phrase WHERE id = ?1"].Text(number) ?? throw new StoreException($"{database.Path} is damaged: phrase {number} is missing; demarche check says more");
        return word;
    }

    private void Put(BinaryWriter writer, IReadOnlyList<string> words)
    {
        writer.Write7BitEncodedInt(words.Count);
        foreach (var word in words)
            Put(writer, word);
    }

    private string[] TakeWords(BinaryReader reader)
    {
        var words = new string[reader.Read7BitEncodedInt()];
        for (var i = 0; i < words.Length; i++)
            words[i] = Take(reader)!;
        return words;
    }

    private void Put(BinaryWriter writer, IReadOnlyList<Party> parties)
    {
        writer.Write7BitEncodedInt(parties.Count);
        foreach (var party in parties)
        {
            Put(writer, party.Id);
            Put(writer, party.Name);
            Put(writer, party.Country);
            Put(writer, party.Sector);
            writer.Write((byte)((party.ForState ? 1 : 0) | (party.IsPerson ? 2 : 0) | (party.IsNamed ? 4 : 0) | (party.IsGroup ? 8 : 0) | (party.IsSettled ? 16 : 0)));
            Put(writer, party.Members);
        }
    }

    private Party[] TakeParties(BinaryReader reader)
    {
        var parties = new Party[reader.Read7BitEncodedInt()];
        for (var i = 0; i < parties.Length; i++)
        {
            var (id, name, country, sector, flags) = (Take(reader), Take(reader)!, Take(reader), Take(reader), reader.ReadByte());
            parties[i] = new(id, name, country, (flags & 1) != 0, sector, (flags & 2) != 0, (flags & 8) != 0, (flags & 4) != 0, TakeWords(reader), (flags & 16) != 0);
        }
        return parties;
    }

    private static void Put(BinaryWriter writer, uint[] numbers)
    {
        writer.Write7BitEncodedInt(numbers.Length);
        foreach (var number in numbers)
            writer.Write(number);
    }

    private static uint[] TakeNumbers(BinaryReader reader)
    {
        var numbers = new uint[reader.Read7BitEncodedInt()];
        for (var i = 0; i < numbers.Length; i++)
            numbers[i] = reader.ReadUInt32();
        return numbers;
    }

    private Figure[] TakeFigures(BinaryReader reader)
    {
        var figures = new Figure[reader.Read7BitEncodedInt()];
        for (var i = 0; i < figures.Length; i++)
            figures[i] = new(Take(reader)!, Number(reader), Number(reader), Number(reader), TakeSpan(reader));
        return figures;

        static long? Number(BinaryReader reader) => reader.Read7BitEncodedInt64() is > 0 and var number ? number - 1 : null;
    }

    // What stands at the end was not written always.
    private static List<long> TakeRest(BinaryReader reader)
    {
        var numbers = new List<long>();
        while (reader.BaseStream.Position < reader.BaseStream.Length)
            numbers.Add(reader.Read7BitEncodedInt64());
        return numbers;
    }

    private static void Put(BinaryWriter writer, Span span)
    {
        writer.Write7BitEncodedInt(span.Start);
        writer.Write7BitEncodedInt(span.Length);
    }

    private static Span TakeSpan(BinaryReader reader)
    {
        var start = reader.Read7BitEncodedInt();
        return new(start, start + reader.Read7BitEncodedInt());
    }
}
