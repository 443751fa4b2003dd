using System.Collections.Concurrent;
using Demarche.Codebooks;

namespace Demarche.Coding;

/// <summary>Reads the plain-words notation of patterns (see <c>codebook/README.md</c>) into forms.</summary>
public sealed class FormParser(IReadOnlyDictionary<string, Lexicon> lexicons)
{
    private readonly Lexicon? _prepositions = lexicons.GetValueOrDefault("prepositions");
    private readonly Lexicon? _ingNouns = lexicons.GetValueOrDefault("ing_nouns");

    // The same few thousand words stand in all patterns: each is looked at once. Patterns of a compiled codebook are read while stories are, by any thread.
    private readonly ConcurrentDictionary<string, Word> _words = new(StringComparer.Ordinal);

    /// <summary>Reads an active clause: “&lt;actor&gt; impose|slap {sanction} on &lt;recipient&gt;”.</summary>
    public Form Clause(YamlNode source)
    {
        var words = Split(source);
        var at = 0;
        var subject = ReadFiller(source, words, ref at);
        if (at >= words.Count)
            throw source.Error("the clause has no verb");

        var negated = words[at] == "not";
        var future = words[at] == "will";
        if ((negated || future) && ++at >= words.Count)
            throw source.Error($"after {words[at - 1]} stands a verb");

        if (words[at] == "be" && at + 1 < words.Count && !words[at + 1].StartsWith('<') && words[at + 1] is not ("to" or "that" or "*"))
        {
            at++;
            string? preposition = IsPreposition(words[at]) ? words[at++] : null;
            if (preposition is not null && at < words.Count && words[at][0] == '<')
                return new(FormKind.Predicate)
                {
                    Written = source.Text,
                    Subject = subject,
                    Negated = negated,
                    Triggers = [PatternIndex.Place],
                    PredicatePreposition = preposition,
                    Standing = ReadSlot(source, words[at++]),
                    Arguments = ReadArguments(source, words, ref at),
                };
            if (at >= words.Count || words[at][0] is '<' or '*')
                throw source.Error("after be stands an adjective or a noun");
            var predicate = ReadNoun(source, words[at++]);
            return new(FormKind.Predicate)
            {
                Written = source.Text,
                Subject = subject,
                Negated = negated,
                Triggers = predicate.Words,
                TriggerClasses = predicate.Classes,
                PredicatePreposition = preposition,
                Arguments = ReadArguments(source, words, ref at),
            };
        }

        var verb = words[at++];
        if (verb[0] is '<' or '{' or '*' or '(')
            throw source.Error($"a verb is expected where {verb} stands");
        var triggers = Alternatives(verb);
        return new(FormKind.Verb) { Written = source.Text, Subject = subject, Negated = negated, Future = future, Triggers = triggers, Arguments = ReadArguments(source, words, ref at) };
    }

    /// <summary>Reads a noun phrase: “attack|raid on|against &lt;recipient&gt;”.</summary>
    public Form NounPhrase(YamlNode source)
    {
        var words = Split(source);
        var at = 0;
        var owner = new Filler { Slot = Slot.Actor };
        if (words[0].EndsWith("'s", StringComparison.Ordinal) && words[0][0] == '<')
            owner = new Filler { Slot = ReadSlot(source, words[at++][..^2]) };
        if (at >= words.Count || words[at][0] is '<' or '*' or '(')
            throw source.Error("a noun phrase begins with its noun");
        var noun = ReadNoun(source, words[at++]);
        return new(FormKind.Noun) { Written = source.Text, Subject = owner, Triggers = noun.Words, TriggerClasses = noun.Classes, Arguments = ReadArguments(source, words, ref at) };
    }

    private List<Argument> ReadArguments(YamlNode source, List<string> words, ref int at, bool nested = false)
    {
        var arguments = new List<Argument>();
        var optional = false;
        while (at < words.Count)
        {
            var word = words[at];
            if (word == "(" && !optional && at + 2 < words.Count && words[at + 2] == ")" && IsPreposition(words[at + 1]))
            {
                // “quit (from) {talks}”: the noun may be the object or stand after the preposition.
                var prepositions = Alternatives(words[at + 1]);
                at += 3;
                arguments.Add(new(ArgumentKind.Object) { Prepositions = prepositions, Noun = ReadFiller(source, words, ref at) });
                continue;
            }
            if (word == "(" || word == ")")
            {
                if ((word == "(") == optional)
                    throw source.Error(optional ? "parentheses do not nest" : "a ) without (");
                optional = word == "(";
                at++;
                continue;
            }
            if (word == "and" && at + 1 < words.Count)
            {
                // “talks between <actor> and <recipient>”: the conjuncts of the first noun are the second.
                at += 2;
                continue;
            }
            var argument = ReadArgument(source, words, ref at);
            arguments.Add(optional ? argument with { Optional = true } : argument);
            if (argument.Kind is ArgumentKind.Clause || nested && argument.Kind is ArgumentKind.Infinitive)
                break;
        }
        return optional && at >= words.Count ? throw source.Error("a ( is not closed") : arguments;
    }

    private Argument ReadArgument(YamlNode source, List<string> words, ref int at)
    {
        var word = words[at];
        var next = at + 1 < words.Count ? words[at + 1] : null;
        if (word == "to" && next is not null && next[0] is not ('<' or '{') && !IsPreposition(next))
        {
            at += 2;
            var verbs = next == "*" ? [] : Alternatives(next);
            return new(ArgumentKind.Infinitive) { Verbs = verbs, Inner = next == "*" ? [] : ReadArguments(source, words, ref at, nested: true) };
        }
        if (word == "that")
        {
            at++;
            if (next is null || next == "*" && (at + 1 >= words.Count || words[at + 1] is "(" or ")"))
            {
                at++;
                return new(ArgumentKind.Clause);
            }
            var subject = ReadFiller(source, words, ref at);
            if (at >= words.Count)
                return new(ArgumentKind.Clause) { Subject = subject };
            // “insist that <recipient> should withdraw”: what ought to be, not what is.
            var demands = words[at] == "should";
            // “say that <recipient> must *”: what is only said must say so itself.
            var obliges = words[at] == "must";
            if ((demands || obliges) && ++at >= words.Count)
                throw source.Error($"after {words[at - 1]} stands a verb, or *");
            var verbs = Alternatives(words[at++]);
            return new(ArgumentKind.Clause) { Subject = subject, Demands = demands, Obliges = obliges, Verbs = verbs is ["*"] ? [] : verbs, Inner = ReadArguments(source, words, ref at, nested: true) };
        }
        if (IsPreposition(word))
        {
            if (next is null)
                throw source.Error($"nothing stands after {word}");
            at++;
            if (next == "*ing" || IsGerund(next))
            {
                at++;
                return new(ArgumentKind.Gerund)
                {
                    Prepositions = Alternatives(word),
                    Verbs = next == "*ing" ? [] : Alternatives(next),
                    Inner = next == "*ing" ? [] : ReadArguments(source, words, ref at, nested: true),
                };
            }
            return new(ArgumentKind.Oblique) { Prepositions = Alternatives(word), Noun = ReadFiller(source, words, ref at) };
        }
        // “of|belonging_to <recipient>”: one word that is no preposition would make nouns of them all, which match nothing.
        if (Alternatives(word) is [var first, ..] alternatives && IsPreposition(first) && Array.Find(alternatives, a => !IsPrepositionAlone(a)) is { } other)
            throw source.Error($"at character {source.Text.IndexOf(word, StringComparison.Ordinal) + 1} of the pattern {other} stands among prepositions and is none{CodebookException.DidYouMean(other, _prepositions!.Heads)}; where nouns are meant, write {other} first");
        if (word == "*ing" || IsGerund(word))
        {
            at++;
            return new(ArgumentKind.Gerund) { Verbs = word == "*ing" ? [] : Alternatives(word), Inner = word == "*ing" ? [] : ReadArguments(source, words, ref at, nested: true) };
        }
        return new(ArgumentKind.Object) { Noun = ReadFiller(source, words, ref at) };
    }

    private Filler ReadFiller(YamlNode source, List<string> words, ref int at)
    {
        if (at >= words.Count)
            throw source.Error("the pattern ends where a noun is expected");
        var word = words[at++];
        if (word == "*")
            return new() { Any = true };
        if (word[0] == '<')
        {
            if (word.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon && word[^1] == '>')
                return ReadNoun(source, word[(colon + 1)..^1]) with { Slot = ReadSlot(source, word[..colon] + ">") };
            if (word.EndsWith("!>", StringComparison.Ordinal))
                return new() { Slot = ReadSlot(source, word[..^2] + ">"), Itself = true };
            if (!word.EndsWith("'s", StringComparison.Ordinal))
                return new() { Slot = ReadSlot(source, word) };
            var owner = ReadSlot(source, word[..^2]);
            if (at >= words.Count)
                throw source.Error($"a noun is expected after {word}");
            return (words[at] == "*" ? Anything(ref at) : ReadNoun(source, words[at++])) with { Owner = owner };
        }
        return ReadNoun(source, word);

        static Filler Anything(ref int at)
        {
            at++;
            return new() { Any = true };
        }
    }

    private Filler ReadNoun(YamlNode source, string word)
    {
        List<string> literals = [];
        List<Lexicon> classes = [];
        foreach (var part in Alternatives(word))
        {
            if (part[0] != '{')
            {
                literals.Add(part);
                continue;
            }
            if (part[^1] != '}')
                throw source.Error($"{part} has no closing brace");
            classes.Add(lexicons.Class(part[1..^1], source));
        }
        return new() { Words = literals, Classes = classes };
    }

    private static Slot ReadSlot(YamlNode source, string word) => word switch
    {
        "<actor>" => Slot.Actor,
        "<recipient>" => Slot.Recipient,
        _ => throw source.Error($"{word} is not a slot; write <actor> or <recipient>"),
    };

    private bool IsPreposition(string word) => Look(word).IsPreposition;

    private bool IsGerund(string word) => Look(word).IsGerund;

    // “out_of” is one, as “out” and “of” are.
    private bool IsPrepositionAlone(string word) => word == "to" || _prepositions!.Holds(word) || word.Contains('_', StringComparison.Ordinal) && Array.TrueForAll(word.Split('_'), IsPrepositionAlone);

    /// <summary>“violating|breaching” is a gerund; “warning” and “meeting” are nouns, by the lexicon <c>ing_nouns</c>.</summary>
    private bool IsGerund(string word, string[] alternatives) =>
        word.Contains("ing", StringComparison.Ordinal) && Array.TrueForAll(alternatives, w => w.AsSpan(0, w.IndexOf('_', StringComparison.Ordinal) is >= 0 and var joint ? joint : w.Length).EndsWith("ing")) && !(_ingNouns is not null && Array.TrueForAll(alternatives, _ingNouns.Holds));

    private string[] Alternatives(string word) => Look(word).Alternatives;

    private Word Look(string word) => _words.TryGetValue(word, out var known) ? known : _words.GetOrAdd(word, Read(word));

    private Word Read(string word)
    {
        var alternatives = word.Split('|');
        var isWord = word[0] is not ('<' or '{' or '*');
        return new(alternatives, _prepositions is not null && isWord && Array.TrueForAll(alternatives, IsPrepositionAlone), isWord && IsGerund(word, alternatives));
    }

    /// <summary>What is between two blanks of a pattern, and what can be told of it alone.</summary>
    private sealed record Word(string[] Alternatives, bool IsPreposition, bool IsGerund);

    private static List<string> Split(YamlNode source)
    {
        var words = new List<string>();
        foreach (var word in source.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var rest = word;
            if (rest.StartsWith('('))
            {
                words.Add("(");
                rest = rest[1..];
            }
            var closes = rest.EndsWith(')');
            if (closes)
                rest = rest[..^1];
            if (rest.Length > 0)
                words.Add(rest);
            if (rest.Length > 0 && (rest[0] == '|' || rest[^1] == '|' || rest.Contains("||", StringComparison.Ordinal)))
                throw source.Error($"an alternative is empty in {rest}");
            if (closes)
                words.Add(")");
        }
        return words.Count > 0 ? words : throw source.Error("the pattern is empty");
    }
}
