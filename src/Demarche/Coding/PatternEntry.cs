using Demarche.Codebooks;

namespace Demarche.Coding;

/// <summary>A form of a pattern under one of the words that trigger it, with all that can be told of it without a text.</summary>
internal sealed class PatternEntry
{
    private readonly bool _needsSubject;
    private readonly bool _needsComplement;
    private readonly bool _needsNoun;
    private readonly string[][] _needsPrepositions;
    private readonly string[][] _needsReceivers;

    /// <param name="pattern">The entry of the codebook.</param>
    /// <param name="form">The form that may match.</param>
    /// <param name="trigger">The alternative that leads here.</param>
    /// <param name="lexicon">The class through which a noun leads here, or null.</param>
    /// <param name="order">The place of the pattern in the codebook, which decides between equals.</param>
    /// <param name="codebook">Says what type the pattern counts as, and which words are prepositions.</param>
    public PatternEntry(Pattern pattern, Form form, string trigger, Lexicon? lexicon, int order, Codebook codebook)
    {
        (Pattern, Form, Trigger, Class, Order) = (pattern, form, trigger, lexicon, order);
        Type = codebook.Profile.Types.GetValueOrDefault(pattern.Rule) ?? pattern.Type;
        Joined = trigger.Contains('_', StringComparison.Ordinal) ? trigger.Split('_') : [];
        LastPreposition = Joined.Length > 0 && form.Kind == FormKind.Verb && codebook.Lexicons.GetValueOrDefault("prepositions") is { } prepositions && (Joined[^1] == "to" || prepositions.Holds(Joined[^1])) ? Joined[^1] : null;
        SaysNo = Joined.Any(codebook.Operators.Negations.Contains);
        Weight = form.Weight + (Joined.Length > 0 ? 3 : 0);
        Objects = form.Arguments.Count(a => a.Kind == ArgumentKind.Object);
        // “want <recipient> to …” is not “want to …”.
        Infinitive = form.Arguments.Any(a => a is { Kind: ArgumentKind.Infinitive, Optional: false });
        Required = form.Kind == FormKind.Noun ? IsTransfer(form) : !HasFixed(form);
        ObjectAlone = form.Kind == FormKind.Verb && form.Arguments is [{ Kind: ArgumentKind.Object, Noun.Slot: not null }, ..] && form.Arguments.Skip(1).All(a => a.Kind == ArgumentKind.Oblique);
        TakesFrom = form.Arguments.Any(a => a.Prepositions.Contains("from"));

        var needed = form.Arguments.Where(a => !a.Optional).ToList();
        _needsSubject = form.Kind != FormKind.Noun && (form.Subject.Slot is null ? !form.Subject.Any : form.Subject.Fixed);
        _needsComplement = needed.Exists(a => a.Kind is ArgumentKind.Infinitive or ArgumentKind.Gerund || a is { Kind: ArgumentKind.Clause, Subject: not null });
        _needsNoun = needed.Exists(a => a.Kind == ArgumentKind.Object && (a.Noun!.Slot is null || a.Noun.Fixed));
        var obliques = needed.Where(a => a.Kind == ArgumentKind.Oblique).ToList();
        _needsPrepositions = [.. obliques.Where(a => a.Noun!.Slot is null).Select(a => a.Prepositions.ToArray())];
        _needsReceivers = [.. obliques.Where(a => a.Noun!.Slot is not null && (Required || a.Noun.Fixed)).Select(a => a.Prepositions.ToArray())];
    }

    public Pattern Pattern { get; }

    public Form Form { get; }

    public string Trigger { get; }

    public Lexicon? Class { get; }

    public int Order { get; }

    /// <summary>The event type, by the profile where that says another.</summary>
    public string Type { get; }

    /// <summary>How specific the form is under this word.</summary>
    public int Weight { get; }

    /// <summary>The verb and the words joined to it (“carry”, “out”); empty where it stands alone.</summary>
    public string[] Joined { get; }

    /// <summary>The last of the joined words where it is a preposition, which leads a noun: “look_into”.</summary>
    public string? LastPreposition { get; }

    /// <summary>“has no intention of”: the pattern's own words deny.</summary>
    public bool SaysNo { get; }

    /// <summary>How many objects the form has.</summary>
    public int Objects { get; }

    /// <summary>True where an infinitive must follow.</summary>
    public bool Infinitive { get; }

    /// <summary>True where an empty slot leaves too little for a match: nothing besides the trigger is fixed, or the noun is a thing that somebody must get.</summary>
    public bool Required { get; }

    /// <summary>True for a verb with somebody as its object, and no more than what prepositions lead.</summary>
    public bool ObjectAlone { get; }

    /// <summary>True where the form says itself what stands behind “from”.</summary>
    public bool TakesFrom { get; }

    /// <summary>False where a part that the form cannot do without is missing, as a look at the frame tells: most forms end here.</summary>
    public bool MayFit(Frame frame)
    {
        if (_needsSubject && frame.Subject < 0 || _needsComplement && frame.Complements.Count == 0
            || _needsNoun && frame is { Object: < 0, IndirectObject: < 0, Obliques.Count: 0, Complements.Count: 0 })
            return false;
        foreach (var prepositions in _needsPrepositions)
            if (!Leads(frame, prepositions))
                return false;
        foreach (var prepositions in _needsReceivers)
            if (!Leads(frame, prepositions) && (frame.IndirectObject < 0 || Array.IndexOf(prepositions, "to") < 0 && Array.IndexOf(prepositions, "for") < 0))
                return false;
        return true;
    }

    private static bool Leads(Frame frame, string[] prepositions)
    {
        foreach (var oblique in frame.Obliques)
            if (oblique.LedBy(prepositions))
                return true;
        return false;
    }

    /// <summary>“aid to”, “arms for”: the noun alone is a thing, and an act only with the one who gets it. “An attack” is an act without more.</summary>
    private static bool IsTransfer(Form form) =>
        form.Arguments.Any(a => a is { Kind: ArgumentKind.Oblique, Optional: false, Noun.Slot: Slot.Recipient } && a.Prepositions.All(p => p is "to" or "for" or "from" or "into"));

    /// <summary>True when something besides the trigger is fixed, so that an empty slot does not make the match mean too little.</summary>
    private static bool HasFixed(Form form) =>
        form.Kind == FormKind.Noun || form.Subject.Fixed || form.Arguments.Any(a => !a.Optional && (a.Kind is not (ArgumentKind.Object or ArgumentKind.Oblique) || a.Noun!.Fixed));
}
