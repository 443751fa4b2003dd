using Demarche.Text;

namespace Demarche.Recognizing.Tables;

/// <summary>
/// All tables of a gazetteer in rows, as they lie in a file: texts in one pool, rows that refer to them by number, trees of phrases, and slots by
/// which rows are found. Built from the files of a codebook, or read where they were written.
/// </summary>
internal sealed class GazetteerTables
{
    public Texts Texts = new();

    public Rows<ActorRow> Actors;
    public Rows<int> ActorSlots;
    public Rows<MemberRow> Members;

    public Rows<NameRow> Names;
    public Rows<Casing> Casings;
    public PhraseTree NameTree = new();

    public Rows<RoleRow> Roles;
    public Rows<int> NotOf;
    public PhraseTree RoleTree = new();

    public Rows<PlaceRow> Places;

    /// <summary>The rows of <see cref="Places"/> that are whole states.</summary>
    public Rows<int> Countries;
    public Rows<int> CountrySlots;

    public Rows<TenureRow> Tenures;

    /// <summary>For each actor where his tenures begin in <see cref="TenuresOfPersons"/>, and the end of the last.</summary>
    public Rows<int> TenureStarts;
    public Rows<int> TenuresOfPersons;
    public Rows<OfficeRow> Offices;
    public Rows<int> OfficeSlots;
    public Rows<int> TenuresOfOffices;

    /// <summary>The folded pieces of names, as texts of the pool, and the number of each.</summary>
    public Rows<int> Pieces;
    public Rows<int> PieceNumbers;
    public Rows<int> PieceSlots;

    /// <summary>The hashes of the words and phrases of the lists of names, in slots; 0 is an empty one.</summary>
    public Rows<ulong> ListKeys;
    public Rows<NameHints> ListHints;

    public ReadOnlySpan<char> Text(int number) => Texts[number];

    public void Visit(Sections sections)
    {
        Texts.Visit(sections);
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
