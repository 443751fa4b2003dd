namespace Demarche.Recognizing.Tables;

/// <summary>A role, with texts as numbers of the pool; −1 where there is none.</summary>
/// <param name="Words">The words in the dictionary form.</param>
/// <param name="Office">The office of who is called so.</param>
/// <param name="Sector">A code of <c>sectors.yaml</c>.</param>
/// <param name="Kind">What kind of actor is called so.</param>
/// <param name="Marks">1 anonymous, 2 letters, 4 personal, 8 shared, 16 bare.</param>
/// <param name="FirstNotOf">Where the states begin for which it does not hold.</param>
/// <param name="NotOf">How many they are; those follow to which alone it belongs.</param>
/// <param name="OnlyOf">How many those are.</param>
internal readonly record struct RoleRow(int Words, int Office, int Sector, int Kind, int Marks, int FirstNotOf, int NotOf, int OnlyOf)
{
    public const int Anonymous = 1;

    public const int Letters = 2;

    public const int Personal = 4;

    public const int Shared = 8;

    public const int Bare = 16;
}
