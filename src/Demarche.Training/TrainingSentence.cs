namespace Demarche.Training;

/// <summary>A sentence to learn from.</summary>
/// <param name="Forms">The words.</param>
/// <param name="SpaceBefore">Whether a blank stands before the word; true for the first.</param>
/// <param name="Upos">Universal parts of speech.</param>
/// <param name="Xpos">Numbers of the Penn Treebank tags; −1 where the treebank has none.</param>
/// <param name="Heads">Index of each word's head; −1 at the root, <see cref="Unknown"/> where nothing is to be learnt of head and relation.</param>
/// <param name="Relations">Relation of each word to its head.</param>
internal sealed record TrainingSentence(string[] Forms, bool[] SpaceBefore, Upos[] Upos, int[] Xpos, int[] Heads, Relation[] Relations)
{
    /// <summary>In the place of a head that is not known.</summary>
    public const int Unknown = -2;

    public int Count => Forms.Length;
}
