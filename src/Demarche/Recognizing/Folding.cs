using System.Text;
using Demarche.Tokenizing;

namespace Demarche.Recognizing;

/// <summary>
/// Cuts words into pieces that compare alike however they are spelled: small letters without accents, cut at hyphens and apostrophes, the dots of
/// abbreviations left out. “Niinistö” is <c>niinisto</c>, “U.N.” is <c>un</c>, “Al-Qaeda” is <c>al qaeda</c>, “N’Djamena” is <c>n djamena</c>.
/// </summary>
internal static class Folding
{
    // A plain letter, then its accented forms. The platform's own decomposition is not there without ICU.
    private static readonly string[] Accented =
    [
        "aÀÁÂÃÄÅàáâãäåĀāĂăĄąǍǎǞǟǠǡǺǻȀȁȂȃȦȧḀḁẠạẢảẤấẦầẨẩẪẫẬậẮắẰằẲẳẴẵẶặ",
        "bƀḂḃḄḅḆḇ",
        "cÇçĆćĈĉĊċČčḈḉ",
        "dÐðĎďĐđḊḋḌḍḎḏḐḑḒḓ",
        "eÈÉÊËèéêëĒēĔĕĖėĘęĚěƎƏǝȄȅȆȇȨȩəḔḕḖḗḘḙḚḛḜḝẸẹẺẻẼẽẾếỀềỂểỄễỆệ",
        "fḞḟ",
        "gĜĝĞğĠġĢģǥǦǧǴǵḠḡ",
        "hĤĥĦħȞȟḢḣḤḥḦḧḨḩḪḫẖ",
        "iÌÍÎÏìíîïĨĩĪīĬĭĮįİıǏǐȈȉȊȋḬḭḮḯỈỉỊị",
        "jĴĵǰ",
        "kĶķǨǩḰḱḲḳḴḵ",
        "lĹĺĻļĽľŁłḶḷḸḹḺḻḼḽ",
        "mḾḿṀṁṂṃ",
        "nÑñŃńŅņŇňŊŋǸǹṄṅṆṇṈṉṊṋ",
        "oÒÓÔÕÖØòóôõöøŌōŎŏŐőƠơǑǒǪǫǬǭȌȍȎȏȪȫȬȭȮȯȰȱṌṍṎṏṐṑṒṓỌọỎỏỐốỒồỔổỖỗỘộỚớỜờỞởỠỡỢợ",
        "pṔṕṖṗ",
        "rŔŕŖŗŘřȐȑȒȓṘṙṚṛṜṝṞṟ",
        "sŚśŜŝŞşŠšȘșṠṡṢṣṤṥṦṧṨṩ",
        "tŢţŤťŦŧȚțṪṫṬṭṮṯṰṱẗ",
        "uÙÚÛÜùúûüŨũŪūŬŭŮůŰűŲųƯưǓǔǕǖǗǘǙǚǛǜȔȕȖȗṲṳṴṵṶṷṸṹṺṻỤụỦủỨứỪừỬửỮữỰự",
        "vṼṽṾṿ",
        "wŴŵẀẁẂẃẄẅẆẇẈẉẘ",
        "xẊẋẌẍ",
        "yÝýÿŶŷŸȲȳẎẏẙỲỳỴỵỶỷỸỹ",
        "zŹźŻżŽžẐẑẒẓẔẕ",
    ];

    private static readonly Dictionary<char, char> Plain = Accented.SelectMany(row => row.Skip(1).Select(c => (c, row[0]))).ToDictionary(x => x.c, x => x.Item2);

    /// <summary>Calls <paramref name="take"/> for each piece of <paramref name="word"/>, with how it is written.</summary>
    public static void Pieces<TState>(ReadOnlySpan<char> word, TState state, PieceTaker<TState> take)
    {
        Span<char> piece = stackalloc char[64];
        int length = 0, capitals = 0, letters = 0;
        var startsCapital = false;
        var last = default(char);

        for (var i = 0; i < word.Length; i++)
        {
            var c = word[i];
            if (i + 1 < word.Length && Letters.IsGarbled(c, word[i + 1]))
                c = Letters.Mended(c, word[++i]);
            // Dots (“U.S.”) and combining accents belong to the piece and leave no trace.
            if (c is '.' or (>= '\u0300' and <= '\u036F'))
                continue;
            if (c == ',')
            {
                Flush(piece);
                take(state, ",", Casing.Small);
                continue;
            }
            if (!char.IsLetterOrDigit(c) && !char.IsSurrogate(c))
            {
                Flush(piece);
                continue;
            }

            var capital = char.IsUpper(c);
            last = c;
            if (letters == 0 && length == 0)
                startsCapital = capital;
            letters += char.IsLetter(c) ? 1 : 0;
            capitals += capital ? 1 : 0;
            // What is longer than any name is cut; it matches nothing.
            if (length < piece.Length - 2)
                length += Fold(c, piece[length..]);
        }
        Flush(piece);

        void Flush(Span<char> folded)
        {
            if (length > 0)
                take(state, folded[..length], capitals > 1 && (capitals == letters || (capitals == letters - 1 && last == 's')) ? Casing.Capitals : startsCapital ? Casing.Capital : Casing.Small);
            length = capitals = letters = 0;
        }
    }

    /// <summary>The number of a word that is a single piece; −1 for what is no word of the vocabulary.</summary>
    public static int Single(ReadOnlySpan<char> word, Vocabulary vocabulary)
    {
        var found = new Found { Vocabulary = vocabulary };
        Pieces(
            word,
            found,
            static (found, piece, _) =>
            {
                found.Piece = found.Vocabulary.Find(piece);
                found.Count++;
            });
        return found.Count == 1 ? found.Piece : -1;
    }

    /// <summary>
    /// A hash of the pieces of a word, going on from the hash of the words before it (0 at the start); what has no letters or digits leaves it as it is.
    /// </summary>
    public static ulong Hash(ReadOnlySpan<char> word, ulong before)
    {
        var hash = before;
        var inside = false;
        Span<char> folded = stackalloc char[2];
        for (var i = 0; i < word.Length; i++)
        {
            var c = word[i];
            if (i + 1 < word.Length && Letters.IsGarbled(c, word[i + 1]))
                c = Letters.Mended(c, word[++i]);
            if (c is '.' or (>= '\u0300' and <= '\u036F'))
                continue;
            if (!char.IsLetterOrDigit(c) && !char.IsSurrogate(c))
            {
                inside = false;
                continue;
            }
            if (!inside)
                hash = hash == 0 ? 14695981039346656037UL : (hash ^ ' ') * 1099511628211UL;
            inside = true;
            foreach (var letter in folded[..Fold(c, folded)])
                hash = (hash ^ letter) * 1099511628211UL;
        }
        return hash;
    }

    private sealed class Found
    {
        public required Vocabulary Vocabulary;
        public int Piece;
        public int Count;
    }

    /// <summary>The pieces of a phrase, joined by blanks.</summary>
    public static string Fold(ReadOnlySpan<char> phrase)
    {
        var folded = new StringBuilder();
        Pieces(phrase, folded, static (folded, piece, _) => (folded.Length > 0 ? folded.Append(' ') : folded).Append(piece));
        return folded.ToString();
    }

    private static int Fold(char c, Span<char> to)
    {
        if (c < 128)
        {
            to[0] = char.ToLowerInvariant(c);
            return 1;
        }
        var pair = c switch { 'ß' => "ss", 'Æ' or 'æ' => "ae", 'Œ' or 'œ' => "oe", 'Þ' or 'þ' => "th", _ => null };
        if (pair is not null)
        {
            pair.CopyTo(to);
            return 2;
        }
        to[0] = Plain.TryGetValue(c, out var plain) ? plain : char.ToLowerInvariant(c);
        return 1;
    }
}
