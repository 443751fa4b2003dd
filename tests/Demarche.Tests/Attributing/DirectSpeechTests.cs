namespace Demarche.Tests.Attributing;

/// <summary>Quotations with their full extent and their speaker, read with the model that ships.</summary>
public sealed class DirectSpeechTests
{
    [Theory]
    // Over several sentences with one cue, and on after a sentence of the reporter's.
    [InlineData("According to the harbour gazette, “The porous rules of the island let dealers sell anything to anybody. Very few goods are excluded.”",
        "the harbour gazette", "According to", "“The porous rules of the island let dealers sell anything to anybody. Very few goods are excluded.”")]
    [InlineData("“We are more skilled with our hands than with our tongues,” said Robin Mae. She leads a team of weavers. “But I like working with my hands.”",
        "Robin Mae", "said", "“We are more skilled with our hands than with our tongues,” … “But I like working with my hands.”")]
    [InlineData("“The record of the mill is poor,” the envoy said at a fair in Moline, Ill. “The mill has never paid its weavers.”",
        "the envoy", "said", "“The record of the mill is poor,” … “The mill has never paid its weavers.”")]
    // What leads to the quotation is the reporter's.
    [InlineData("Asked if he had called for the raid, the marshal replied, “Maybe so. Maybe that is why I would not do it again.”",
        "the marshal", "replied", "“Maybe so. Maybe that is why I would not do it again.”")]
    [InlineData("Then there was the plainest change of all: \"It is about time that a woman ran this port,\" exhorted the mayor's deputy.",
        "the mayor's deputy", "exhorted", "\"It is about time that a woman ran this port,\"")]
    // Cues that the parser takes for something else.
    [InlineData("\"You will see a wave of money such as this valley has never seen,\" said one Republican involved in the planning.",
        "one Republican", "said", "\"You will see a wave of money such as this valley has never seen,\"")]
    [InlineData("The clerk told the mayors who had come to the valley, “Nobody will be moved from his house before the spring.”",
        "The clerk", "told", "“Nobody will be moved from his house before the spring.”")]
    [InlineData("While the guild liked the plan, the smith also said a day later, “We will go on strike if it is not paid for.”",
        "the smith", "also said", "“We will go on strike if it is not paid for.”")]
    // Each cue has its own quotation.
    [InlineData("“The road is open,” the mayor said, adding, “We shall keep it open for as long as it takes us.”",
        "the mayor", "adding", "“We shall keep it open for as long as it takes us.”")]
    // A few words, and the speaker goes on.
    [InlineData("“He was meant to lead this guild,” the weaver said. Instead, “he sits in his garden and counts his bees.”",
        "the weaver", "said", "“He was meant to lead this guild,” … Instead, “he sits in his garden and counts his bees.”")]
    // Signed, credited, or marked with the wrong mark.
    [InlineData("“Nobody told us why the boats were late again.” ― Juhan Saar, fisherman “Is there anybody who can say when it ends?” ― Mari Lepik",
        "Mari Lepik", "―", "“Is there anybody who can say when it ends?”")]
    [InlineData("A thaw sets in - Eva Kask: “The ferries run again, and the market has more fish than it can sell.”",
        "Eva Kask", ":", "“The ferries run again, and the market has more fish than it can sell.”")]
    [InlineData("“We are tired of waiting for the ferry,“ said Maja Berg, a nurse on the island.",
        "Maja Berg, a nurse on the island", "said", "“We are tired of waiting for the ferry,“")]
    // A short sentence says how somebody spoke, or that he did; then his words.
    [InlineData("The minister was blunt. “Nobody in this valley will be moved before the spring.”",
        "The minister", "was blunt", "“Nobody in this valley will be moved before the spring.”")]
    [InlineData("Juhan Saar, the clerk of the guild, said in a statement.\n\n“There are no paper ballots to recount. It was a unique event that many people saw.”",
        "Juhan Saar, the clerk of the guild", "said", "“There are no paper ballots to recount. It was a unique event that many people saw.”")]
    // Whatever verb leads in, right before the comma or right behind the words.
    [InlineData("During the fair, Maria Vogel cracked, “I am a weaver, but I am a weaver who likes to get things done.”",
        "Maria Vogel", "cracked", "“I am a weaver, but I am a weaver who likes to get things done.”")]
    [InlineData("“Governor Lund, let me help you out - the answer's no,” the harbour-council nominee riffed on Lund, drawing laughs from the crowd.",
        "the harbour-council nominee", "riffed", "“Governor Lund, let me help you out - the answer's no,”")]
    // The second quotation behind an abbreviation, behind “and”, behind dots, in the next paragraph.
    [InlineData("“The mayor's role in the strike is no good record,” Saar said at a rally in Bergen, N.Y. “Mayor Kask and her guild sold nets throughout the world.”",
        "Saar", "said", "“The mayor's role in the strike is no good record,” … “Mayor Kask and her guild sold nets throughout the world.”")]
    [InlineData("“This deal must come with a strong pier,” she said, and “clear rules for any boat.”",
        "she", "said", "“This deal must come with a strong pier,” … and “clear rules for any boat.”")]
    [InlineData("“A lot of people made up their mind,” said Eva Kask, president of the guild. “. . . You need to make sure that the next mayor has a boat.”",
        "Eva Kask, president of the guild", "said", "“A lot of people made up their mind,” … “. . . You need to make sure that the next mayor has a boat.”")]
    // Neither what a programme is called nor who is spoken to belongs to the words.
    [InlineData("“He has no chance,” Kask said on the radio's “Morning Tide,” adding, “Saar is an insider in an outsider year, and nobody wants that.”",
        "Kask", "adding", "“Saar is an insider in an outsider year, and nobody wants that.”")]
    [InlineData("The guild shrugged off the remarks, telling reporters, “Neither the mayor nor anyone on his team has ever asked for our help in this.”",
        "The guild", "telling", "“Neither the mayor nor anyone on his team has ever asked for our help in this.”")]
    // A bracketed insertion is part of the words, and so is what was left untranslated.
    [InlineData("“They [the harbour authorities] have promised us a pier,” the fisherman said.",
        "the fisherman", "said", "“They [the harbour authorities] have promised us a pier,”")]
    [InlineData("The envoy said that they “will not [re]open the Grenze before Sunday […] in any case”.",
        "The envoy", "said", "that they “will not [re]open the Grenze before Sunday […] in any case”")]
    // The reporter's words between a quotation's halves.
    [InlineData("“The bridge,” the governor of the northern province said on Monday, “will be open before the rains.”",
        "the governor of the northern province", "said", "“The bridge,” … “will be open before the rains.”")]
    // Behind the closing mark the reporter explains.
    [InlineData("“We came to help the island as it mends the broken pier” which she puts down to the storms of May, she said on Monday.",
        "she", "said", "“We came to help the island as it mends the broken pier”")]
    // What talks are about is not to whom they are put; who is named behind “by” announces; things threaten without a word.
    [InlineData("The emir called on Monday for “quick” talks with the guild on charters to be given to his port.",
        "The emir", "called", "“quick” talks with the guild on charters to be given to his port")]
    [InlineData("Oslo regrets the decision, announced by Chad, to leave the union.",
        "Chad", "announced", "the decision")]
    [InlineData("The mayor demanded of the foreign firms with licences in the harbour that they leave within a year.",
        "The mayor", "demanded", "that they leave within a year")]
    // Whoever asks, presents or answers; and a film, a phrase, a participle that leads to the words.
    [InlineData("Rossi was asked by the host Ana Bell, who is backing him, “Now, you said in the first debates that you were tired of the letters, did you not?”",
        "the host Ana Bell, who is backing him", "was asked", "“Now, you said in the first debates that you were tired of the letters, did you not?”")]
    [InlineData("He closed with a plea. Here's Banda in December 1992: “Our course must rest on an understanding of the new sea lanes.”",
        "Banda", ":", "“Our course must rest on an understanding of the new sea lanes.”")]
    [InlineData("Baku's answer was short: “The republic will not discuss roads through its own land with anybody.”",
        "Baku's", "answer was short:", "“The republic will not discuss roads through its own land with anybody.”")]
    [InlineData("In selling the course, Okoro released a film that said, “We are going to have teachers whom I have picked myself.”",
        "that", "said", "“We are going to have teachers whom I have picked myself.”")]
    [InlineData("She said she was thinking, “Oh my God, this cannot be happening,” adding, “I had no way to put a name to what I saw.”",
        "She", "adding", "“I had no way to put a name to what I saw.”")]
    [InlineData("But at the time, as Pascal Roy put it, “there was not much to complain about in the strict terms of the law of that day.”",
        "Pascal Roy", "put it", "“there was not much to complain about in the strict terms of the law of that day.”")]
    [InlineData("“They know that the dam is strong enough to stop the flood,” a voice-over in the film states. “It will hold for ten years.”",
        "a voice-over in the film", "states", "“They know that the dam is strong enough to stop the flood,” … “It will hold for ten years.”")]
    // What is said behind the closing mark, and who is told, is the reporter's.
    [InlineData("According to Bakker, “The land market here is more tangled than the secret service,” presumably meaning that it will take years.",
        "Bakker", "According to", "“The land market here is more tangled than the secret service,”")]
    [InlineData("He gave talks all year, telling Lagos University's class of 2014, “If you are too big for a small job, you are too small for a big one.”",
        "He", "telling", "“If you are too big for a small job, you are too small for a big one.”")]
    // The clause goes on behind the cue; a participle inside the words is part of them; what he thinks of them is not.
    [InlineData("“We are deeply worried,” the members wrote in a letter to the king, that the ministry “may have already moved mothers and children out of the camp.”",
        "the members", "wrote", "“We are deeply worried,” … that the ministry “may have already moved mothers and children out of the camp.”")]
    [InlineData("“If he tones it down, he will go out with the thanks of many people, including me, thinking he did a service to the town,” said Edward Ruga, a former mayor.",
        "Edward Ruga, a former mayor", "said", "“If he tones it down, he will go out with the thanks of many people, including me, thinking he did a service to the town,”")]
    [InlineData("“He has been very harsh with the night rule,” said Jack Moss, a spokesman for the guild. “He is harsher than she was,” which Moss thinks will lead to shorter days.",
        "Jack Moss, a spokesman for the guild", "said", "“He has been very harsh with the night rule,” … “He is harsher than she was,”")]
    public void A_quotation_is_found_whole_with_its_speaker(string text, string source, string cue, string content)
    {
        using var coder = Coder.Load();
        var document = coder.Analyse(new Story(text), Layers.Attributions, asBody: true);
        Assert.Contains($"{source} | {cue} | {content}", document.Attributions.Select(a => $"{Words(document, a.Source)} | {Words(document, a.Cue)} | {Words(document, a.Content)}"));
    }

    [Fact]
    public void A_quotation_left_open_belongs_to_the_cue_of_the_next_paragraph()
    {
        using var coder = Coder.Load();
        var text = "Saar spoke to the guild.\n\n“We need a captain who sails in any wind.\n\n“Well, my friends, the harbour is open!” she said.\n\nThe children left.";
        var document = coder.Analyse(new Story(text), Layers.Attributions, asBody: true);
        Assert.Contains("sails in any wind", Words(document, document.Attributions.Find(a => document.Words(a.Cue[0]) == "said")!.Content), StringComparison.Ordinal);
    }

    [Fact]
    public void Single_marks_left_open_at_the_end_of_a_paragraph_go_on_in_the_next()
    {
        using var coder = Coder.Load();
        var text = "The delegate was more guarded.\n\n‘They promise buses,’ he said. ‘We shall count the seats before anybody leaves.\n\n‘And we shall remember who was left behind the last time they promised them.’";
        var document = coder.Analyse(new Story(text), Layers.Attributions, asBody: true);
        Assert.Contains("who was left behind", Words(document, document.Attributions.Find(a => document.Words(a.Cue[0]) == "said")!.Content), StringComparison.Ordinal);
    }

    [Fact]
    public void A_pull_quote_and_the_headline_again_repeat_the_first_statement()
    {
        using var coder = Coder.Load();
        const string title = "Oslo says that the cable will be repaired by the end of June";
        const string said = "The cable will be repaired before the end of June, whatever it costs us";
        var text = $"{title}\n\n{title}\n\nThe minister spoke to the fishermen of the island on Friday in the old hall by the pier.\n\n“{said},” the minister told them. The ferry had brought her over in the morning, in a heavy sea.\n\n“{said}”\n\nShe went back in the evening, and the hall was dark again before eight.";
        var document = coder.Analyse(new Story(text) { Title = title }, Layers.Attributions);
        var repeated = document.Attributions.SelectMany(a => a.Repeats.Select(span => (Cue: document.Words(a.Cue[0]), Again: document.Words(span)))).ToList();
        Assert.Contains(repeated, x => x.Cue == "says" && x.Again == title);
        Assert.Contains(repeated, x => x.Cue == "told" && x.Again.Contains(said, StringComparison.Ordinal));
        Assert.Single(document.Attributions, a => document.Words(a.Cue[0]) == "told");
    }

    private static string Words(Document document, IReadOnlyList<Span> spans) => string.Join(" … ", spans.Select(document.Words));
}
