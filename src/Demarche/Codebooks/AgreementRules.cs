using Demarche.Coding;

namespace Demarche.Codebooks;

/// <summary><c>codebook/agreements</c>: the agreements that are known, and what is claimed about any.</summary>
internal sealed class AgreementRules
{
    /// <summary>What is claimed; the type of each pattern is the claim.</summary>
    public required IReadOnlyList<Pattern> Claims { get; init; }

    /// <summary>Words that claim something of the agreement before or behind them however the tree takes them: “runs counter to the accord”; with the claim.</summary>
    public required IReadOnlyList<(SetPhrase Phrase, string Claim)> Phrases { get; init; }

    /// <summary>Claims that one side has done something against an agreement, where the one who did it is no witness.</summary>
    public required IReadOnlySet<string> Against { get; init; }

    /// <summary>Claims that are somebody's act, such as signing.</summary>
    public required IReadOnlySet<string> Acts { get; init; }

    /// <summary>By claim: what is claimed when it is denied; a claim that is not here is then no claim.</summary>
    public required IReadOnlyDictionary<string, string> Negated { get; init; }

    /// <summary>By claim: what is claimed where it will not be, as of whoever “will not honour” it.</summary>
    public required IReadOnlyDictionary<string, string> Refused { get; init; }

    /// <summary>By claim: what is claimed where somebody failed to make it true: “failed to implement the accord”.</summary>
    public required IReadOnlyDictionary<string, string> Failed { get; init; }

    /// <summary>By claim: what is claimed where it is still to come: “shall be extended”, “will sign”.</summary>
    public required IReadOnlyDictionary<string, string> ToCome { get; init; }

    /// <summary>Words that one gives oneself, as a pledge: that they will be kept claims nothing.</summary>
    public required IReadOnlySet<string> Given { get; init; }

    /// <summary>Verbs that claim something only of what was done: who “would accept” a truce makes an offer.</summary>
    public required IReadOnlySet<string> OnceDone { get; init; }

    /// <summary>Words that leave open what will be done: “ready to sign”, “considers leaving”.</summary>
    public required IReadOnlySet<string> Unsettled { get; init; }

    /// <summary>Words before a clause in which nothing is claimed: “once both have ratified it”.</summary>
    public required IReadOnlySet<string> Conditional { get; init; }

    /// <summary>By claim: what is claimed where somebody asks for it: “wants the truce extended”.</summary>
    public required IReadOnlyDictionary<string, string> Demanded { get; init; }

    /// <summary>Words before a clause that is told as so whatever is denied beside it: “since the pact was signed”.</summary>
    public required IReadOnlySet<string> Presupposing { get; init; }

    /// <summary>By claim: what it is as a charge against another: “accused Oslo of tearing up the pact”.</summary>
    public required IReadOnlyDictionary<string, string> Charged { get; init; }

    /// <summary>Verbs of which an agreement is the subject and a provision the object: “provides for”.</summary>
    public required IReadOnlySet<string> Provides { get; init; }

    /// <summary>Participles that tell an agreement without a name from others: “the deal signed in Doha”.</summary>
    public required IReadOnlySet<string> MadeBy { get; init; }

    /// <summary>Nouns that name an agreement with what stands around them.</summary>
    public required IReadOnlyList<Lexicon> Nouns { get; init; }

    /// <summary>Claims that set phrases make of what binds though nobody agreed on it: a ruling may be final, a plan that is shelved was no agreement.</summary>
    public required IReadOnlySet<string> BindingClaims { get; init; }

    /// <summary>Nouns of what binds though nobody agreed on it, as an award: set phrases claim of it what they claim of an agreement.</summary>
    public required Lexicon Binding { get; init; }

    /// <summary>Types of event whose actor claims what stands under them: “accused Kiev of violating”.</summary>
    public required IReadOnlySet<string> Accusing { get; init; }

    /// <summary>Verbs, and words as their object, by which sides accuse one another: “traded accusations”, “blamed each other”.</summary>
    public required IReadOnlySet<string> Mutual { get; init; }

    /// <summary>Verbs that with “as” say what somebody thinks of an agreement: “denounced it as a sell-out”.</summary>
    public required IReadOnlySet<string> Voiced { get; init; }

    /// <summary>Nouns of a part of an agreement: “article 5 of the accord”.</summary>
    public required Lexicon Parts { get; init; }

    /// <summary>Of those nouns the ones that need not say of which agreement, where one was spoken of: “will honour every clause”.</summary>
    public required IReadOnlySet<string> OwnParts { get; init; }

    /// <summary>By verb: what its participle claims of the agreement that it stands behind: “the truce signed in Doha”.</summary>
    public required IReadOnlyDictionary<string, string> Concluding { get; init; }

    /// <summary>By verb: what its participle claims of the agreement it stands before: “broken promises”.</summary>
    public required IReadOnlyDictionary<string, string> Participles { get; init; }

    /// <summary>By noun: what it claims of the agreement that stands before it: “ceasefire violations”.</summary>
    public required IReadOnlyDictionary<string, string> NounsOf { get; init; }

    /// <summary>By verb: what is claimed where its object is a pronoun that stands for an agreement.</summary>
    public required IReadOnlyDictionary<string, string> OfPronoun { get; init; }

    /// <summary>By word: what is claimed of an agreement that somebody calls so: “considers it binding”.</summary>
    public required IReadOnlyDictionary<string, string> Verdicts { get; init; }

    /// <summary>Verbs of calling something so.</summary>
    public required IReadOnlySet<string> Calling { get; init; }

    public required IReadOnlyDictionary<string, KnownAgreement> Known { get; init; }

    /// <summary>Every name of a known agreement, with its id.</summary>
    public required IReadOnlyList<(string Name, string Id)> Names { get; init; }

    public static AgreementRules Load(string directory, FormParser forms, IReadOnlyDictionary<string, Lexicon> lexicons)
    {
        var root = YamlNode.Load(Path.Combine(directory, "agreements.yaml"), "codebook/agreements.yaml").Allow("about", "claims", "against", "acts", "negated", "refused", "failed", "to_come", "given", "once_done", "unsettled", "conditional", "presupposing", "demanded", "charged", "nouns_of", "provides", "made_by", "nouns", "accusing", "mutual", "voiced", "parts", "own_parts", "concluding", "binding", "binding_claims", "participles", "of_pronoun", "verdicts", "calling", "patterns");
        var claims = root.Require("claims").Texts;
        var (known, names) = AgreementTables.Load(directory);
        Pattern[] patterns = [.. root.Require("patterns").Items.Select(node => Codebook.ReadPattern(node, Claim(node.Require("claim")), forms, "claim", "phrases"))];
        return new()
        {
            Claims = patterns,
            Phrases = [.. root.Require("patterns").Items.Zip(patterns).SelectMany(p => (p.First.Find("phrases")?.Items ?? []).Select(phrase => (SetPhrase.Read(phrase, p.Second.Rule, "<agreement>"), p.Second.Type)))],
            Against = root.Require("against").Items.Select(Claim).ToHashSet(StringComparer.Ordinal),
            Acts = root.Require("acts").Items.Select(Claim).ToHashSet(StringComparer.Ordinal),
            Negated = ByClaim("negated"),
            Refused = ByClaim("refused"),
            Failed = ByClaim("failed"),
            ToCome = ByClaim("to_come"),
            Given = root.Require("given").Texts.ToHashSet(StringComparer.OrdinalIgnoreCase),
            OnceDone = root.Require("once_done").Texts.ToHashSet(StringComparer.Ordinal),
            Unsettled = root.Require("unsettled").Texts.ToHashSet(StringComparer.Ordinal),
            Presupposing = root.Require("presupposing").Texts.ToHashSet(StringComparer.OrdinalIgnoreCase),
            Conditional = root.Require("conditional").Texts.ToHashSet(StringComparer.OrdinalIgnoreCase),
            Demanded = ByClaim("demanded"),
            Charged = ByClaim("charged"),
            Provides = root.Require("provides").Texts.ToHashSet(StringComparer.Ordinal),
            MadeBy = root.Require("made_by").Texts.ToHashSet(StringComparer.Ordinal),
            Nouns = lexicons.Classes(root.Require("nouns")),
            Accusing = root.Require("accusing").Texts.ToHashSet(StringComparer.Ordinal),
            Mutual = root.Require("mutual").Texts.ToHashSet(StringComparer.Ordinal),
            Voiced = root.Require("voiced").Texts.ToHashSet(StringComparer.Ordinal),
            BindingClaims = root.Require("binding_claims").Items.Select(Claim).ToHashSet(StringComparer.Ordinal),
            Binding = lexicons.Class(root.Require("binding")),
            Parts = lexicons.Class(root.Require("parts")),
            OwnParts = root.Require("own_parts").Texts.ToHashSet(StringComparer.Ordinal),
            Concluding = ByVerb("concluding"),
            Participles = ByVerb("participles"),
            NounsOf = ByVerb("nouns_of"),
            OfPronoun = ByVerb("of_pronoun"),
            Verdicts = ByVerb("verdicts"),
            Calling = root.Require("calling").Texts.ToHashSet(StringComparer.Ordinal),
            Known = known,
            Names = names,
        };

        Dictionary<string, string> ByClaim(string key) => root.Require(key).Pairs.ToDictionary(p => Claim(p.Key), p => Claim(p.Value), StringComparer.Ordinal);

        Dictionary<string, string> ByVerb(string key) => root.Require(key).Pairs.SelectMany(p => p.Value.Texts.Select(verb => (verb, claim: Claim(p.Key)))).ToDictionary(p => p.verb, p => p.claim, StringComparer.OrdinalIgnoreCase);

        string Claim(YamlNode node) => claims.Contains(node.Text) ? node.Text : throw node.Error($"{node.Text} is not a claim{CodebookException.DidYouMean(node.Text, claims)}");
    }
}
