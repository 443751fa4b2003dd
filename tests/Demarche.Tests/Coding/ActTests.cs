using Demarche.Tests.Stories;

namespace Demarche.Tests.Coding;

/// <summary>Wordings that look like another act than they are, or like none.</summary>
public sealed class ActTests
{
    [Theory]
    // Strikes are raids where armed forces or states make them, and work laid down elsewhere.
    [InlineData("The Turkish army undertook strikes on Syria.", "ASSAULT asserted TUR > SYR")]
    [InlineData("Denmark would not take part in the strikes on Libya.", "ASSAULT denied DNK > LBY")]
    // What is called something is that.
    [InlineData("Russia has begun what it calls a special military operation in Ukraine.", "ASSAULT asserted RUS > UKR")]
    // “Would” in reported speech is “will”.
    [InlineData("Beijing said it would suspend talks with Washington.", "SANCTION planned CHN > USA")]
    // Threats made in the future tense.
    [InlineData("If India attacks again, Pakistan will respond at a time of its choosing.", "THREATEN asserted PAK > IND")]
    // Whoever announces an act by its noun does it.
    [InlineData("Egypt announced the severing of ties with Iran.", "SANCTION reported EGY > IRN by EGY")]
    [InlineData("UN monitors will not be allowed to return, Iraq said.", "REJECT reported IRQ")]
    // Diplomats are expelled by a deadline; a state protests with words.
    [InlineData("Bahrain gave the Qatari diplomats two days to leave.", "SANCTION asserted BHR > QAT")]
    [InlineData("Denmark protested against the seizure.", "ACCUSE asserted DNK")]
    // The accused is named in the deed; a relative pronoun is the noun before it.
    [InlineData("Zelensky denounced an attack planned by Russia.", "ACCUSE asserted volodymyr-zelensky > RUS")]
    [InlineData("Moscow would not talk to Kyiv.", "REJECT asserted RUS > UKR")]
    [InlineData("Britain has yet to decide whether to send troops to Mali.", "MOBILIZE hypothetical GBR > MLI")]
    public void Tells(string sentence, string expected) => Assert.Contains(Events(sentence), e => e.StartsWith(expected, StringComparison.Ordinal));

    [Theory]
    [InlineData("“We have a moral duty to act,” Macron said.", "SANCTION")]
    [InlineData("France has taken strikes against military targets in Syria.", "PROTEST")]
    [InlineData("Norway gave ten million dollars for the displaced.", "COERCE")]
    [InlineData("Lebanon failed to stop Hezbollah from shelling Israeli villages.", "RETREAT")]
    [InlineData("Belgrade vowed not to yield.", "AGREE")]
    [InlineData("Further fire on its soldiers would be seen as an attack, Spain said.", "ASSAULT")]
    [InlineData("Ethiopia's premier declared the war over.", "THREATEN")]
    [InlineData("Iran will retaliate, analysts said.", "THREATEN")]
    public void Asserts_no(string sentence, string type) =>
        Assert.DoesNotContain(Events(sentence), e => e.StartsWith(type + " asserted", StringComparison.Ordinal) || e.StartsWith(type + " reported", StringComparison.Ordinal));

    [Theory]
    // “We” is whoever issues the text, outside quotation marks; in an interview whoever answers.
    [InlineData("Joint statement of the foreign ministers of Germany and Poland\n\nWe call on Russia to withdraw its troops.", "REQUEST asserted joschka-fischer wlodzimierz-cimoszewicz > RUS")]
    [InlineData("Statement by the Foreign Ministry of Latvia\n\nWe urge Moscow to release the sailors.", "REQUEST asserted LVA > RUS")]
    [InlineData("Interview with Foreign Minister Ana Palacio\n\nQ: What did Spain do?\n\nA: We asked Rabat six times to withdraw.", "REQUEST asserted ESP > MAR")]
    public void Knows_who_we_are(string text, string expected) =>
        Assert.Contains(Events(new Story(text) { Published = new(2002, 7, 19) }, asBody: false), e => e.StartsWith(expected, StringComparison.Ordinal));

    private static List<string> Events(string sentence) => Events(new Story(sentence), asBody: true);

    private static List<string> Events(Story story, bool asBody) =>
        [.. Project.Coder.Analyse(story, Layers.Events, asBody).Events.Select(e =>
            $"{e.Type} {e.Status.ToString().ToLowerInvariant()} {Ids(e.Actors)} > {Ids(e.Recipients)} by {e.Attribution?.Speaker?.Id}".Replace("  ", " ", StringComparison.Ordinal))];

    private static string Ids(IReadOnlyList<Actor> actors) => string.Join(' ', actors.Select(a => a.Id).OfType<string>());
}
