namespace Demarche.Codebooks;

/// <summary>A position in words that stand together however the tree takes them: “turn a deaf ear to”, “too little, too late”.</summary>
/// <param name="Words">For each word, in dictionary form, its alternatives. Articles, possessives, adjectives and adverbs may stand between.</param>
/// <param name="Holder">Whose position it is.</param>
/// <param name="Negated">True when it holds only where it is denied: “would not budge”.</param>
/// <param name="Rule">The entry that it belongs to, as records name it.</param>
internal sealed record SetPhrase(string[][] Words, PhraseHolder Holder, bool Negated, string Rule)
{
    /// <summary>Reads <c>&lt;actor&gt; turn deaf|blind ear to</c>, <c>fall on deaf ear in &lt;actor&gt;</c> or, of whoever says so, <c>fall short</c>.</summary>
    /// <param name="node">The phrase as written.</param>
    /// <param name="rule">The entry that it belongs to.</param>
    /// <param name="slot">What stands for the one it is about: <c>&lt;actor&gt;</c>, or of agreements <c>&lt;agreement&gt;</c>.</param>
    public static SetPhrase Read(YamlNode node, string rule, string slot)
    {
        var words = node.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList();
        var holder = words[0] == slot ? PhraseHolder.Subject : words[^1] == slot ? PhraseHolder.Behind : PhraseHolder.Speaker;
        if (holder != PhraseHolder.Speaker)
            words.RemoveAt(holder == PhraseHolder.Subject ? 0 : words.Count - 1);
        var negated = words.Count > 1 && words[0] == "not";
        if (negated)
            words.RemoveAt(0);
        if (words.Count == 0 || words.Exists(word => word.Contains('<', StringComparison.Ordinal) || word == "*"))
            throw node.Error($"“{node.Text}” is no set phrase; write words in dictionary form, with {slot} before or behind them or nowhere");
        return new([.. words.Select(word => word.Split('|'))], holder, negated, rule);
    }
}
