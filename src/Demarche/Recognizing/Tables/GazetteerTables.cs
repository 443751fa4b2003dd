namespace Demarche.Recognizing.Tables;

/// <summary>
/// All tables of a gazetteer in flat arrays, as they lie in a file: texts in one pool, rows that refer to them by number, trees of phrases, and slots by
/// which rows are found. Built from the files of a codebook, or read as it was written.
/// </summary>
internal sealed class GazetteerTables
{
    /// <summary>Changes with the arrays and with what builds them: a file of another version is not read.</summary>
    public const int Format = 2;

    public char[] Letters = [];
    public int[] TextStarts = [];

    // An empty array of a type of our own would be compiled at each start.
    public ActorRow[] Actors = null!;
    public int[] ActorSlots = [];
    public MemberRow[] Members = null!;

    public NameRow[] Names = null!;
    public Casing[] Casings = null!;
    public PhraseTree NameTree = new();

    public RoleRow[] Roles = null!;
    public int[] NotOf = [];
    public PhraseTree RoleTree = new();

    public PlaceRow[] Places = null!;

    /// <summary>The rows of <see cref="Places"/> that are whole states.</summary>
    public int[] Countries = [];
    public int[] CountrySlots = [];

    public TenureRow[] Tenures = null!;

    /// <summary>For each actor where his tenures begin in <see cref="TenuresOfPersons"/>, and the end of the last.</summary>
    public int[] TenureStarts = [];
    public int[] TenuresOfPersons = [];
    public OfficeRow[] Offices = null!;
    public int[] OfficeSlots = [];
    public int[] TenuresOfOffices = [];

    /// <summary>The folded pieces of names, as texts of the pool, and the number of each.</summary>
    public int[] Pieces = [];
    public int[] PieceNumbers = [];
    public int[] PieceSlots = [];

    /// <summary>The hashes of the words and phrases of the lists of names, in slots; 0 is an empty one.</summary>
    public ulong[] ListKeys = [];
    public NameHints[] ListHints = null!;

    public ReadOnlySpan<char> Text(int number) => Letters.AsSpan(TextStarts[number]..TextStarts[number + 1]);

    public void Write(Stream stream) => Visit(Sections.To(stream));

    /// <exception cref="InvalidDataException">The stream holds something else.</exception>
    public static GazetteerTables Read(Stream stream, long end)
    {
        var tables = new GazetteerTables();
        tables.Visit(Sections.From(stream, end));
        return stream.Position == end ? tables : throw new InvalidDataException();
    }

    private void Visit(Sections sections)
    {
        sections.Take(ref Letters);
        sections.Take(ref TextStarts);
        sections.Take(ref Actors);
        sections.Take(ref ActorSlots);
        sections.Take(ref Members);
        sections.Take(ref Names);
        sections.Take(ref Casings);
        NameTree.Visit(sections);
        sections.Take(ref Roles);
        sections.Take(ref NotOf);
        RoleTree.Visit(sections);
        sections.Take(ref Places);
        sections.Take(ref Countries);
        sections.Take(ref CountrySlots);
        sections.Take(ref Tenures);
        sections.Take(ref TenureStarts);
        sections.Take(ref TenuresOfPersons);
        sections.Take(ref Offices);
        sections.Take(ref OfficeSlots);
        sections.Take(ref TenuresOfOffices);
        sections.Take(ref Pieces);
        sections.Take(ref PieceNumbers);
        sections.Take(ref PieceSlots);
        sections.Take(ref ListKeys);
        sections.Take(ref ListHints);
    }
}
