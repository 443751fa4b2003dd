using System.Globalization;
using System.Text;
using Demarche.Recognizing;

namespace Demarche.Codebooks;

/// <summary>Makes a layer of a GeoNames dump: a folder whose places lie over those that come with the program.</summary>
public sealed class GazetteerImport
{
    // The columns of a dump, by GeoNames's own description of its files.
    private const int Columns = 19;
    private const int Name = 1;
    private const int PlainName = 2;
    private const int Alternates = 3;
    private const int Latitude = 4;
    private const int Longitude = 5;
    private const int Class = 6;
    private const int Code = 7;
    private const int Country = 8;
    private const int Population = 14;

    /// <summary>Degrees within which two places of one name are one.</summary>
    private const double Same = 0.3;

    /// <summary>Smaller places are meant only where the words around say that it is a place.</summary>
    private const long WellKnown = 100_000;

    private const int ShortestAlternate = 4;

    private readonly Gazetteer _gazetteer;
    private readonly Dictionary<string, string> _countries;
    private readonly List<Finding> _findings = [];
    private readonly SortedSet<string[]> _rows = new(Comparer<string[]>.Create(static (a, b) => Compare(a, b)));

    private GazetteerImport(string codebook)
    {
        _gazetteer = Gazetteer.Load(codebook);
        _countries = CsvTable.Load(Path.Combine(codebook, "places", "countries.csv"), "places/countries.csv", "alpha2", "alpha3").Rows
            .ToDictionary(row => row["alpha2"], row => row["alpha3"], StringComparer.Ordinal);
    }

    /// <summary>The lines that could not be read.</summary>
    public IReadOnlyList<Finding> Findings => _findings;

    /// <summary>How many places were taken.</summary>
    public int Places { get; private set; }

    public int Names => _rows.Count;

    /// <summary>How many places the codebook has already, by the same name and at the same spot.</summary>
    public int Known { get; private set; }

    /// <summary>How many lines speak of roads, countries and other things that are no places of events, or of towns that are too small.</summary>
    public int Left { get; private set; }

    /// <summary>Reads a dump and writes the layer.</summary>
    /// <param name="source">The file: lines of 19 cells with tabs between them, as GeoNames gives them.</param>
    /// <param name="target">The folder of the layer.</param>
    /// <param name="least">Towns with fewer inhabitants are left out.</param>
    /// <param name="alternates">True to take the further names in Latin letters too.</param>
    public static GazetteerImport Run(string source, string target, long least = 0, bool alternates = false)
    {
        if (Directory.Exists(Path.Combine(target, CodebookFolder.Events)) && File.Exists(Path.Combine(target, "operators.yaml")))
            throw new IOException($"{target} is a whole codebook; a layer goes into a folder of its own");
        var import = new GazetteerImport(CodebookFolder.Shipped);
        import.Read(source, least, alternates);
        import.Write(target);
        return import;
    }

    private void Read(string source, long least, bool alternates)
    {
        var file = Path.GetFileName(source);
        var number = 0;
        foreach (var line in File.ReadLines(source, Encoding.UTF8))
        {
            number++;
            if (line.Length == 0 || line[0] == '#')
                continue;
            var cells = line.Split('\t');
            if (Problem(cells) is { } problem)
                _findings.Add(new(file, number, problem));
            else
                Add(cells, least, alternates);
        }
    }

    private string? Problem(string[] cells)
    {
        if (cells.Length != Columns)
            return $"{cells.Length} cells where a line of GeoNames has {Columns}, with tabs between them";
        if (cells[Name].Length == 0)
            return "the name (second cell) is empty";
        if (!Degrees(cells[Latitude], 90, out _))
            return $"“{cells[Latitude]}” (fifth cell) is no latitude from -90 to 90";
        if (!Degrees(cells[Longitude], 180, out _))
            return $"“{cells[Longitude]}” (sixth cell) is no longitude from -180 to 180";
        if (cells[Country].Length > 0 && !_countries.ContainsKey(cells[Country]))
            return $"“{cells[Country]}” (ninth cell) is no country of ISO 3166-1 in two letters";
        return cells[Population].Length == 0 || long.TryParse(cells[Population], NumberStyles.None, CultureInfo.InvariantCulture, out _) ? null : $"“{cells[Population]}” (fifteenth cell) is no number of inhabitants";
    }

    private void Add(string[] cells, long least, bool alternates)
    {
        var population = cells[Population].Length == 0 ? 0 : long.Parse(cells[Population], CultureInfo.InvariantCulture);
        if (KindOf(cells[Class], cells[Code]) is not { } kind || (kind == "city" && population < least))
        {
            Left++;
            return;
        }
        Degrees(cells[Latitude], 90, out var latitude);
        Degrees(cells[Longitude], 180, out var longitude);
        var country = cells[Country].Length == 0 ? "" : _countries[cells[Country]];
        var folded = new HashSet<string>(StringComparer.Ordinal);
        var before = _rows.Count;
        foreach (var name in NamesOf(cells, alternates))
        {
            if (Folding.Fold(name) is not { Length: > 0 } key || !folded.Add(key))
                continue;
            var known = _gazetteer.NamesOf(name);
            if (known.Any(other => other.Place is { } place && Near(place, latitude, longitude)))
            {
                Known++;
                continue;
            }
            // What is also a person, a state or an ordinary word, and any small place, is a place only after “in” and the like.
            var careful = population < WellKnown && !name.Contains(' ') || known.Any(other => other.Place is null);
            _rows.Add([name, country, Number(latitude), Number(longitude), kind, population > 0 ? population.ToString(CultureInfo.InvariantCulture) : "", careful ? "located" : "name"]);
        }
        if (_rows.Count > before)
            Places++;
    }

    private static IEnumerable<string> NamesOf(string[] cells, bool alternates)
    {
        yield return cells[Name];
        if (cells[PlainName].Length > 0)
            yield return cells[PlainName];
        if (!alternates)
            yield break;
        foreach (var other in cells[Alternates].Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            if (other.Length >= ShortestAlternate && char.IsUpper(other[0]) && other.Any(char.IsLower) && other.All(c => c < '\u0250' || !char.IsLetter(c)))
                yield return other;
    }

    /// <summary>What a feature of GeoNames is in the table of places; null for what is no place of events.</summary>
    private static string? KindOf(string featureClass, string code) => (featureClass, code) switch
    {
        ("P", not ("PPLH" or "PPLQ" or "PPLW")) => "city",
        ("A", "ADM1") => "province",
        ("A", "ADM2" or "ADM3" or "ADM4") => "district",
        ("H", "STM" or "STMI" or "WAD" or "CNL") => "river",
        ("H", "SEA" or "OCN" or "GULF" or "STRT" or "BAY" or "LK" or "CHN" or "LGN" or "SD") => "water",
        ("T", "ISL" or "ISLS" or "ATOL" or "ISLET") => "island",
        ("T", "MTS" or "PEN" or "PLN" or "DSRT" or "VAL" or "PLAT" or "CAPE") => "region",
        ("T", "MT" or "PK" or "PASS") => "site",
        ("S", "AIRB" or "AIRP" or "MILB" or "INSM" or "NUCL" or "DAM" or "CSTM" or "CMPRF" or "OILR" or "PALC" or "PRN") => "site",
        ("L", "RGN" or "RGNE" or "MILB" or "NVB" or "RES" or "PRT") => code is "RGN" or "RGNE" or "RES" ? "region" : "site",
        _ => null,
    };

    private void Write(string target)
    {
        var path = Path.Combine(target, Gazetteer.PlacesFile);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var writer = new StreamWriter(path, false, new UTF8Encoding(false)) { NewLine = "\n" };
        writer.WriteLine("name,country,lat,lon,kind,population,use");
        foreach (var row in _rows)
            writer.WriteLine(string.Join(',', row.Select(Cell)));
    }

    private static string Cell(string text) => text.AsSpan().IndexOfAny("\",\n\r") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static bool Near(KnownPlace place, double latitude, double longitude) =>
        place is { Latitude: { } y, Longitude: { } x } && Math.Abs(y - latitude) < Same && Math.Abs(x - longitude) < Same;

    private static bool Degrees(string text, double most, out double degrees) =>
        double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out degrees) && Math.Abs(degrees) <= most;

    private static string Number(double degrees) => degrees.ToString("0.0000", CultureInfo.InvariantCulture);

    private static int Compare(string[] a, string[] b)
    {
        for (var i = 0; i < a.Length; i++)
            if (string.CompareOrdinal(a[i], b[i]) is not 0 and var order)
                return order;
        return 0;
    }
}
