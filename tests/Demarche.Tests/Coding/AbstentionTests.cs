using Demarche.Tests.Stories;

namespace Demarche.Tests.Coding;

/// <summary>What is left out though its words were found, and what is kept beside it.</summary>
public sealed class AbstentionTests
{
    [Theory]
    // An act that was not made says little where only one private person is known in it.
    [InlineData("Jane Doe may visit the museum.", "CONSULT")]
    [InlineData("The farmer plans to sue Jane Doe.", "ACCUSE")]
    // A talk has two sides.
    [InlineData("The novelist had a long conversation.", "CONSULT")]
    [InlineData("Barack Obama gave an interview to the Morning Echo.", "CONSULT")]
    // Whom a pronoun means should be known.
    [InlineData("Jane Doe asked everyone to leave and thanked them.", "SUPPORT")]
    // A question asks nobody to do anything.
    [InlineData("“Can Peru win?” asked Emmanuel Macron.", "REQUEST")]
    [InlineData("Emmanuel Macron asked Angela Merkel whom she supported.", "REQUEST")]
    [InlineData("Emmanuel Macron asked Angela Merkel if she would deport “the bad ones.”", "REQUEST")]
    // A class of nouns is named that must stand there.
    [InlineData("Emmanuel Macron keeps getting stronger.", "ASSAULT")]
    // The fate of unknown people as such, by nobody.
    [InlineData("Emmanuel Macron compared it to the internment of peasants.", "COERCE")]
    // What somebody is called.
    [InlineData("Emmanuel Macron called the Swiss bankers “thieves”.", "CONSULT")]
    // What one regularly does is no single happening.
    [InlineData("Emmanuel Macron regularly criticizes Turkey.", "ACCUSE")]
    // Between persons, a figure of speech.
    [InlineData("Emmanuel Macron beat Marine Le Pen in May.", "ASSAULT")]
    [InlineData("Marine Le Pen suspended her campaign.", "RETREAT")]
    // Words in another sense.
    [InlineData("The broker made a killing on tin in Peru.", "ASSAULT")]
    [InlineData("The broker pleaded guilty in Peru.", "REQUEST")]
    [InlineData("Emmanuel Macron called Turkey a friend.", "CONSULT")]
    [InlineData("Peru insists that it is fighting the smugglers.", "REQUEST")]
    [InlineData("Chile and Peru held opposing views.", "REJECT")]
    [InlineData("Emmanuel Macron was forced to cancel the trip.", "COERCE")]
    [InlineData("Emmanuel Macron defended his remarks on wine.", "SUPPORT")]
    [InlineData("Peru's ministry declined to comment.", "REJECT")]
    [InlineData("The Peruvian candidate appeals to rural voters.", "REQUEST")]
    // A poll, in which nobody acts.
    [InlineData("52 percent of the voters approve of Emmanuel Macron.", "SUPPORT")]
    [InlineData("The survey showed that older voters mostly backed Emmanuel Macron.", "SUPPORT")]
    // A word that warns of what may come, by somebody who has no means to bring it about.
    [InlineData("The novelist Jane Doe warned that the winter would be long.", "THREATEN")]
    // A place at home, or that may be.
    [InlineData("Emmanuel Macron visited Lyon on Monday.", "CONSULT")]
    [InlineData("Jane Doe visited Missouri on Monday.", "CONSULT")]
    // Whom a verb has as object need not be met where it was said.
    [InlineData("Emmanuel Macron photographed Angela Merkel at a conference.", "CONSULT")]
    // People nobody knows, and nobody to whom.
    [InlineData("The visitor did not accept any comfort.", "REJECT")]
    // Force with words: nobody is named who uses it, or nobody bears arms.
    [InlineData("Emmanuel Macron answered the sharp attacks on Angela Merkel.", "ASSAULT")]
    [InlineData("Emmanuel Macron attacked the trade union.", "ASSAULT")]
    [InlineData("Jane Doe bombarded John Roe in Lyon.", "ASSAULT")]
    [InlineData("Angela Merkel offered Emmanuel Macron her congratulations.", "AGREE")]
    // Who does it is a thing, or is not said; to whom it is done is nobody in particular.
    [InlineData("The drought helps Emmanuel Macron.", "AID")]
    [InlineData("People are bullied, Emmanuel Macron said.", "COERCE")]
    // “the attack” alone has neither its day nor its place.
    [InlineData("Angela Merkel spoke of the attack.", "ASSAULT")]
    // Told of a place by nobody, and not as a happening; or by somebody who takes part in nothing.
    [InlineData("The violence in Syria worries Angela Merkel.", "ASSAULT")]
    [InlineData("A linguist in Minsk pronounced a sentence.", "COERCE")]
    [InlineData("The minister came under fire from critics in Oslo.", "ASSAULT")]
    [InlineData("The president stepped down from the podium in Lima.", "RETREAT")]
    public void Leaves_out(string sentence, string type) => Assert.DoesNotContain(Events(sentence), e => e.StartsWith(type + " ", StringComparison.Ordinal));

    [Theory]
    [InlineData("Turkey may attack Syria.", "ASSAULT hypothetical")]
    [InlineData("Barack Obama met with Vladimir Putin.", "CONSULT asserted")]
    [InlineData("NATO held an emergency meeting.", "CONSULT asserted")]
    [InlineData("Eighty people were killed in Nice.", "ASSAULT asserted")]
    [InlineData("Riots broke out in Osh.", "PROTEST asserted")]
    [InlineData("Gunmen killed six in Mali.", "ASSAULT asserted")]
    [InlineData("Police detained 400 at a rally in Moscow.", "COERCE asserted")]
    [InlineData("Emmanuel Macron criticized Turkey.", "ACCUSE asserted")]
    [InlineData("Saudi Arabia suspended its campaign in Yemen.", "RETREAT asserted")]
    [InlineData("Emmanuel Macron asked Turkey to leave.", "REQUEST asserted")]
    [InlineData("Emmanuel Macron telephoned Vladimir Putin on Tuesday.", "CONSULT asserted")]
    [InlineData("The army forced the villagers of Peru to leave.", "COERCE asserted")]
    [InlineData("Turkey warned that its ships would fire.", "THREATEN asserted")]
    [InlineData("Vladimir Putin visited Lyon on Monday.", "CONSULT asserted")]
    [InlineData("The Turkish attack on Angela Merkel's convoy killed two.", "ASSAULT asserted")]
    [InlineData("The rebels fought Vladimir Putin's guards in Grozny.", "ASSAULT asserted")]
    [InlineData("Thousands of Peruvians marched through Lima on Monday.", "PROTEST asserted")]
    // Nobody is known who takes part, but the act has its day, its number or its place.
    [InlineData("Friday's raid on a farm broke the truce.", "ASSAULT asserted")]
    [InlineData("An airliner was hijacked on April 12.", "ASSAULT asserted")]
    [InlineData("Thirty-six labourers were murdered at a quarry.", "ASSAULT asserted")]
    // A bare number is of people, and dozens of people are more than anybody.
    [InlineData("At least 30 were hurt.", "ASSAULT asserted")]
    [InlineData("Dozens of people were arrested for looting in Lima.", "COERCE asserted")]
    [InlineData("The attack on a bar in Wajir went unclaimed.", "ASSAULT asserted")]
    // All sides of a talk are told of at once.
    [InlineData("The two foreign ministers spoke by phone.", "CONSULT asserted")]
    [InlineData("A summit of African leaders opened in Addis Ababa.", "CONSULT asserted")]
    [InlineData("Talks between Iran and Oman were held in Muscat.", "CONSULT asserted Iran, Oman")]
    [InlineData("Talks between Iran and Oman took place in Muscat.", "CONSULT asserted Iran, Oman")]
    // A body of which the story speaks acts though nobody says which it is.
    [InlineData("The seven-party alliance turned down the offer.", "REJECT asserted")]
    // What a hyphen joins is one word.
    [InlineData("North Korea test-fired a missile.", "MOBILIZE asserted North Korea")]
    [InlineData("Coptic students held a sit-in in Cairo.", "PROTEST asserted")]
    public void Keeps(string sentence, string expected) => Assert.Contains(Events(sentence), e => e.StartsWith(expected, StringComparison.Ordinal));

    [Theory]
    // The words for which something was done were spoken.
    [InlineData("Emmanuel Macron used the speech to condemn Turkey.", "ACCUSE asserted Emmanuel Macron > Turkey")]
    [InlineData("Emmanuel Macron flew to Riga to thank Latvia.", "SUPPORT asserted Emmanuel Macron > Latvia")]
    // What is not yet so, and what is so after all.
    [InlineData("Turkey has yet to apologize to Greece.", "CONCEDE denied Turkey > Greece")]
    [InlineData("Turkey not only rejected the proposal of Greece, it closed the border.", "REJECT asserted Turkey")]
    [InlineData("Turkey's proposed ban on Greek ships went unread.", "denied")]
    // Who is asked does it; who is his takes part himself; who criticism comes from voices it.
    [InlineData("A cable has King Hussein urging Britain to bomb Syria.", "ASSAULT demanded United Kingdom > Syria")]
    [InlineData("The minister wants Chad to free the pilots.", "RETREAT demanded Chad")]
    [InlineData("Angela Merkel criticized Turkey for attacking Syria.", "ASSAULT reported Turkey > Syria")]
    [InlineData("Emmanuel Macron's supporters criticized Turkey.", "ACCUSE asserted Emmanuel Macron's supporters > Turkey")]
    [InlineData("Syria has to be attacked, Turkey said.", "ASSAULT demanded")]
    [InlineData("Emmanuel Macron thanked his supporters.", "SUPPORT asserted Emmanuel Macron > his supporters")]
    [InlineData("Turkey faced criticism from Greece over the dam.", "ACCUSE asserted Greece")]
    // What is told of as earlier is no part of what is promised or asked.
    [InlineData("France voiced support for Greece on Sunday after Turkey's seizure of a tanker.", "COERCE asserted Turkey")]
    public void Tells(string sentence, string expected)
    {
        if (expected == "denied")
            Assert.DoesNotContain(Events(sentence), e => e.Contains(" asserted ", StringComparison.Ordinal) && !e.StartsWith("REJECT", StringComparison.Ordinal));
        else
            Assert.Contains(Events(sentence), e => e.StartsWith(expected, StringComparison.Ordinal));
    }

    /// <summary>Every event that is left out says why.</summary>
    [Fact]
    public void Says_why() =>
        Assert.Contains(Project.Coder.Analyse(new Story("Jane Doe talked with John Roe."), Layers.Events, asBody: true).Considered, c => c.Why.Contains("sides", StringComparison.Ordinal) || c.Why.Contains("known", StringComparison.Ordinal));

    [Fact]
    public void What_is_told_or_was_not_done_is_less_sure()
    {
        double Sure(string sentence, string type) => Assert.Single(Project.Coder.Code(new Story(sentence)).Events, e => e.Type == type).Confidence;

        var done = Sure("Turkey attacked Syria on Monday.", "ASSAULT");
        Assert.True(done >= 0.85);
        Assert.True(Sure("Turkey attacked Syria on Monday, Egypt said.", "ASSAULT") < done);
        Assert.True(Sure("Turkey may attack Syria on Monday.", "ASSAULT") < done);
        Assert.True(Sure("Peru closed the port after Turkey attacked Syria.", "ASSAULT") < done);
    }

    // A profile with a threshold of its own leaves out what is less sure, and says so.
    [Theory]
    [InlineData("Turkey attacked Syria on Monday.", true)]
    [InlineData("Turkey may attack Syria, diplomats who had met rebels said.", false)]
    public void The_profile_for_sure_events_leaves_out_the_others(string sentence, bool stays)
    {
        using var sure = Coder.Load(new() { Codebook = Project.In("codebook"), Model = Project.In("models/en/model.bin"), Profile = "sure" });
        var document = sure.Code(new Story(sentence));
        Assert.Equal(stays, document.Events.Exists(e => e.Type == "ASSAULT"));
        Assert.Equal(!stays, document.Considered.Exists(c => c.Why == "it is too unsure"));
        Assert.Contains(Project.Coder.Code(new Story(sentence)).Events, e => e.Type == "ASSAULT");
    }

    private static List<string> Events(string sentence) =>
        [.. Project.Coder.Analyse(new Story(sentence), Layers.Events, asBody: true).Events.Select(e =>
            $"{e.Type} {e.Status.ToString().ToLowerInvariant()} {string.Join(", ", e.Actors.Select(a => a.Name))} > {string.Join(", ", e.Recipients.Select(a => a.Name))}")];
}
