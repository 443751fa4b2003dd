using Demarche.Tests.Stories;

namespace Demarche.Tests.Coding;

/// <summary>Who takes part in an act, and how those are told whom no table knows.</summary>
public sealed class ParticipantTests
{
    [Theory]
    // The name beside a description says who it is.
    [InlineData("A woman later identified as Mira Holt, an activist for Greenpeace, demanded to know whether Macron would give back the money.", "REQUEST: Mira Holt > Emmanuel Macron")]
    [InlineData("The American oil company ExxonMobil accused Guyana of greed.", "ACCUSE: ExxonMobil > Guyana")]
    [InlineData("The German car maker Volkswagen sued the state of Ohio.", "ACCUSE: Volkswagen > Ohio")]
    [InlineData("Richard Holt, a shipping magnate and conservative activist, who backed the campaign of Scholz, gave money.", "SUPPORT: Richard Holt > Olaf Scholz")]
    [InlineData("Democratic opponent Rep. Jan Moor (R-Ohio) accused Macron of weakness.", "ACCUSE: Jan Moor > Emmanuel Macron")]
    [InlineData("Longtime ally Sergei Petrov condemned Turkey on Monday.", "ACCUSE: Sergei Petrov > Turkey")]
    [InlineData("Syria's former ally Hamas criticized Macron.", "ACCUSE: Hamas > Emmanuel Macron")]
    // Else its words in full.
    [InlineData("A senior adviser to Macron accused Germany of greed.", "ACCUSE: A senior adviser to Macron > Germany")]
    [InlineData("Critics of Merkel accused her of weakness.", "ACCUSE: Critics of Merkel > Angela Merkel")]
    [InlineData("Obama officials lobbied scores of finance ministers for Kim.", "REQUEST: Obama officials > finance ministers")]
    [InlineData("A popular column in the national newspaper Asahi attacked Biden.", ": A popular column in the national newspaper Asahi > Joe Biden")]
    // A part of a people or party is not its state, nor the party.
    [InlineData("Muslim Americans condemned Trump.", "ACCUSE: Muslim Americans > Donald Trump")]
    [InlineData("Two Labour MPs supported Macron on Monday.", "SUPPORT: Two Labour MPs > Emmanuel Macron")]
    [InlineData("Some Democrats attacked Merkel.", "ACCUSE: Some Democrats > Angela Merkel")]
    [InlineData("Two of the three Cuban-American members of Congress have disavowed Trump.", "REJECT: Two of the three Cuban-American members of Congress > Donald Trump")]
    [InlineData("A Norwegian group representing fishermen and smaller ports expressed concern about the plan.", "ACCUSE: A Norwegian group >")]
    [InlineData("Merkel thanked Chinese Christians.", "SUPPORT: Angela Merkel > Chinese Christians")]
    // Who suffers what is condemned is not condemned.
    [InlineData("Merkel condemned the persecution of Chinese Christians.", "ACCUSE: Angela Merkel >")]
    [InlineData("Latvia condemned the violation of Estonian airspace.", "ACCUSE: Latvia >")]
    [InlineData("Ghana condemned the police killing of two students by Togo.", "ACCUSE: Ghana > Togo")]
    // Who comes from a country does not act for it.
    [InlineData("France expelled migrants from Mali.", "COERCE: France > migrants from Mali")]
    [InlineData("Kenya arrested three journalists from Uganda.", "COERCE: Kenya > three journalists from Uganda")]
    // The noun before a noun for an act says who does it.
    [InlineData("A rebel attack on Goma killed six people.", "ASSAULT: rebel > Goma")]
    [InlineData("An army offensive against the insurgents began on Monday.", "ASSAULT: army > the insurgents")]
    // Who stands behind the last of two passives did both; of two names before “who” the last is told of.
    [InlineData("The envoy was shot and wounded by Boko Haram.", "ASSAULT: Boko Haram > The envoy")]
    [InlineData("Russia backs the government as the United States, Britain and France support some rebels.", "SUPPORT: United States, United Kingdom, France > some rebels")]
    // What only counts or measures an act is looked through; what two verbs share stands behind the last.
    [InlineData("Egypt and Ethiopia held three days of talks in Cairo.", "CONSULT: Egypt, Ethiopia >")]
    [InlineData("Boko Haram launched a series of attacks on Cameroon.", "ASSAULT: Boko Haram > Cameroon")]
    [InlineData("Months of negotiations between Greece and Macedonia led to a deal.", "CONSULT: Greece, North Macedonia >")]
    [InlineData("Fighting between Armenia and Azerbaijan flared up again on Sunday.", "ASSAULT: Armenia, Azerbaijan >")]
    [InlineData("Israel captured and later released six Lebanese fishermen.", "COERCE: Israel > six Lebanese fishermen")]
    [InlineData("Nikol Pashinyan flew to Tehran for two days of talks with Ali Khamenei.", "CONSULT: Nikol Pashinyan, Ali Khamenei")]
    // “of” before who does it, where the act is one's own.
    [InlineData("The visit of Olaf Scholz to Turkey ended on Friday.", "CONSULT: Olaf Scholz > Turkey")]
    [InlineData("The withdrawal of Uruguay from the African Union angered Haiti.", "Uruguay >")]
    [InlineData("The invasion of Kuwait led to a war.", "ASSAULT:  > Kuwait")]
    [InlineData("The articles by Emmanuel Macron led to the resignation of the mayor of Lyon.", "RETREAT: the mayor of Lyon >")]
    // Who summons a state's envoy is another state's.
    [InlineData("The French ambassador in Niamey was summoned by the junta.", "ACCUSE: the junta > France")]
    [InlineData("Germany's ambassador to Turkey was summoned over a sketch.", "ACCUSE: Turkey > Germany")]
    // They, of a state's authorities and of those for whom somebody speaks.
    [InlineData("Ukrainian authorities say they have arrested Boris Petrov.", "COERCE: Ukraine > Boris Petrov")]
    // A statement says what whoever makes it says.
    [InlineData("Emmanuel Macron spoke in a statement that praised Lebanon.", "SUPPORT: Emmanuel Macron > Lebanon")]
    // What a law or a letter says is done by whoever makes it, and asked of whom it goes to.
    [InlineData("President Macron signed an order freezing the assets of Afghan officials.", "COERCE: Emmanuel Macron > Afghan officials")]
    [InlineData("The Security Council adopted a resolution condemning Syria.", "ACCUSE: United Nations Security Council > Syria")]
    [InlineData("Kenya sent a letter to the African Union urging it to send troops.", "REQUEST: Kenya > African Union")]
    [InlineData("Japan imposed sanctions on Hamas, freezing assets and banning travel.", "COERCE: Japan > Hamas")]
    [InlineData("Turkey condemned Russia's raids on Georgia, including its bombing of Gori.", "ASSAULT: Russia > Gori")]
    // His party is somebody else than he.
    [InlineData("Macron wants his party to support Merkel.", "REQUEST: Emmanuel Macron > his party")]
    // What two verbs share is done to by both.
    [InlineData("Boko Haram has targeted and killed members of the Yazidi religion, one of the oldest in Iraq, along with Christians and other minorities.", "ASSAULT: Boko Haram > Yazidis")]
    // What an act is about has to do with somebody.
    [InlineData("Macron's victory, which Le Pen conceded on Sunday, surprised Brussels.", "CONCEDE: Marine Le Pen > Emmanuel Macron")]
    [InlineData("Many Germans approve of Macron.", "SUPPORT: Many Germans > Emmanuel Macron")]
    [InlineData("Workers protested outside the Russian embassy.", "PROTEST: Workers > Russia")]
    [InlineData("American hostages were held by Hezbollah in the Middle East.", "ASSAULT: Hezbollah > American hostages")]
    [InlineData("Oslo condemned the detention of its citizens by Iran.", "ACCUSE: Norway > Iran")]
    [InlineData("Putin blames mass media for their failure.", "ACCUSE: Vladimir Putin > mass media")]
    // A body of a country is not the country's government, and who leads it is not its president.
    [InlineData("The chief of the Kenyan army accused Somalia of deceit.", "ACCUSE: Kenya > Somalia")]
    // Part of a town, the other side of a border, somebody's officials.
    [InlineData("Israeli artillery shelled the outskirts of Tyre.", "ASSAULT: Israel > Tyre")]
    [InlineData("Ecuador has moved two armoured battalions up to its frontier with Peru.", "MOBILIZE: Ecuador > Peru")]
    [InlineData("Washington imposed visa restrictions on fourteen Chinese officials.", "SANCTION: United States > China")]
    [InlineData("The Arab League condemned the demolition of houses in Silwan by Israeli bulldozers.", "ACCUSE: Arab League > Israel")]
    // What one does with one's own envoy is another act than what one does with somebody else's.
    [InlineData("Ottawa summoned its ambassador from Minsk.", "SANCTION: Canada > Minsk")]
    [InlineData("Russia summoned the Norwegian ambassador to protest at the expulsion of its consul.", "ACCUSE: Russia > Norway")]
    [InlineData("Macron telephoned Putin to express support for Ukraine.", "SUPPORT: Emmanuel Macron > Ukraine")]
    // Sides that do it to each other do it to nobody else; who is turned away is told by his class.
    [InlineData("Iran and Iraq exchanged wounded prisoners.", "RETREAT: Iran, Iraq >")]
    [InlineData("Slovakia will not accept Syrian refugees.", "REJECT: Slovakia > Syrian refugees")]
    [InlineData("Germany is willing to provide support to Palestinian refugees.", "AGREE: Germany > Palestinian refugees")]
    [InlineData("Imran Khan called Turkish President Recep Tayyip Erdogan on Friday to convey Pakistan's support.", "SUPPORT: Imran Khan > Recep Tayyip Erdoğan")]
    // Who has it done, does it.
    [InlineData("Kampala had two Kenyan lawyers detained on Monday.", "COERCE: Uganda > two Kenyan lawyers")]
    // To whom what is refused would be done.
    [InlineData("New Zealand refused to let the American frigate into its ports.", "REJECT: New Zealand > United States")]
    [InlineData("An offer from Iceland to shelter the Belarusian poet was made on Wednesday.", "AGREE: Iceland >")]
    // Whose act is answered, the words before say.
    [InlineData("Israel bombed the port of Latakia on Monday. Iran condemned the attack.", "ACCUSE: Iran > Israel")]
    [InlineData("Washington accused Beijing of dumping steel. Beijing rejected the charge.", "REJECT: China > United States")]
    [InlineData("France recalled its ambassador from Ankara on Friday. Germany welcomed the move.", "SUPPORT: Germany > France")]
    [InlineData("Kenya decided on Monday to close the camp. The United Nations praised the decision.", "SUPPORT: United Nations > Kenya")]
    [InlineData("“The vote was stolen,” Macron said. Merkel dismissed the claim.", "REJECT: Angela Merkel > Emmanuel Macron")]
    [InlineData("North Korea fired a missile over Japan. The launch was condemned by South Korea.", "ACCUSE: South Korea > North Korea")]
    [InlineData("Paris expelled two Turkish diplomats, a decision which Athens welcomed.", "SUPPORT: Greece > France")]
    // What is threatened under a condition is threatened to whom it names.
    [InlineData("Kenya said it would close the border unless Somalia handed over the suspects.", "COERCE: Kenya > Somalia")]
    // Who is to do what is asked, prompted or called for.
    [InlineData("Macron made a plea for the Labour Party to unite behind him.", "SUPPORT: Labour Party > Emmanuel Macron")]
    [InlineData("Macron opened with a call for Germany to support Ukraine.", "SUPPORT: Germany > Ukraine")]
    [InlineData("Honduras severed its ties with Taiwan, prompting Taipei to recall its ambassador from Honduras.", "SANCTION: Taiwan > Honduras")]
    [InlineData("Macron asked the party to embrace him.", "REQUEST: Emmanuel Macron > party")]
    // A participle before its clause is of the subject behind it, and who does it stands behind “by”.
    [InlineData("Assured by Beijing that two frigates would be handed over, Bangladesh has begun sending crews, the Daily Sangram reported.", "AGREE: China > Bangladesh")]
    [InlineData("Beaten with batons by Belgrade gendarmes on Friday, the photographer sued Serbia.", "ASSAULT: Serbia > the photographer")]
    [InlineData("Thousands demonstrated against Robert Fico, who the week before had visited Moscow.", "CONSULT: Robert Fico > Moscow")]
    [InlineData("The rebels whom Uganda refused to arm attacked Goma.", "REJECT: Uganda > The rebels")]
    [InlineData("Merkel mocked Emmanuel Macron and Marine Le Pen's claims.", "ACCUSE: Angela Merkel > Emmanuel Macron, Marine Le Pen")]
    [InlineData("Congress denied Obama a hearing on the budget.", "REJECT: Congress > Barack Obama")]
    [InlineData("Macron dispatched Jean Holt to meet with Merkel.", "CONSULT: Jean Holt, Angela Merkel >")]
    [InlineData("Macron is supported by large majorities of voters.", "SUPPORT: voters > Emmanuel Macron")]
    [InlineData("Two bombs planted by Hezbollah killed six Ethiopian soldiers.", "ASSAULT: Hezbollah > Ethiopia")]
    [InlineData("The New Jersey governor attacked Macron, calling him out for his speech.", "ACCUSE: The New Jersey governor > Emmanuel Macron")]
    [InlineData("Thugs attacked Merkel's supporters.", "ASSAULT: Thugs >")]
    // The one who is named before a noun for an attack suffered it.
    [InlineData("After the Paris attacks, Hollande met Merkel.", "ASSAULT:  > France")]
    // The two are those that the story opposes or joins.
    [InlineData("Sudan and Chad opened talks on Monday. The two signed a ceasefire on Friday.", ": Sudan, Chad >")]
    [InlineData("Both sides accused each other of breaking the truce between Armenia and Azerbaijan.", "ACCUSE: Armenia, Azerbaijan >")]
    // A spokesman speaks of whom he speaks for.
    [InlineData("Macron's spokesman said he would visit Cairo on Monday.", "CONSULT: Emmanuel Macron > Cairo")]
    [InlineData("A spokesman for Emmanuel Macron said that his visit to Mexico would take place on Friday.", "CONSULT: Emmanuel Macron > Mexico")]
    // Asked of whoever is to do it, not of whom the scene names.
    [InlineData("During Obama's visit to Turkey, President Erdogan reiterated his request that the United States extradite the preacher.", "REQUEST: Recep Tayyip Erdoğan > United States")]
    // A description tells of the person last called so.
    [InlineData("Florida Sen. Marco Rubio spoke in Tampa. The Florida senator refused to back Trump.", "REJECT: Marco Rubio > Donald Trump")]
    [InlineData("Sen. Chuck Grassley of Iowa spoke. The longtime senator backed Trump.", "SUPPORT: Chuck Grassley > Donald Trump")]
    public void Are_told_in_full(string text, string expected) => Assert.Contains(Events(text), e => e.Contains(expected, StringComparison.Ordinal));

    [Theory]
    // A letter's addressee is not what it criticizes.
    [InlineData("In a letter to Senate colleagues released Monday, Merkel rips the agreement.", "> Senate colleagues")]
    [InlineData("During Obama's visit to Turkey, President Erdogan reiterated his request that the United States extradite the preacher.", "REQUEST: Recep Tayyip Erdoğan > Turkey")]
    [InlineData("Merkel condemned the persecution of Chinese Christians.", "ACCUSE: Angela Merkel > Chinese Christians")]
    [InlineData("Latvia condemned the violation of Estonian airspace.", "ACCUSE: Latvia > Estonia")]
    [InlineData("Angela Merkel and Emmanuel Macron, who sent Putin a letter, spoke in Bonn.", "CONSULT: Angela Merkel, Emmanuel Macron > Vladimir Putin")]
    // Showing somebody's support is no support of him.
    [InlineData("Polling showed Macron's support for Merkel.", "> Emmanuel Macron")]
    // What only says who reacts is not reacted to, and a new decision is nobody's before it.
    [InlineData("Iran, which the United States has sanctioned, condemned the ruling.", "> United States")]
    [InlineData("France recalled its ambassador on Friday. Germany welcomed a decision by Italy.", "SUPPORT: Germany > France")]
    [InlineData("Sen. Mark Holt, R-Utah, who faces a tough race in his home state, met Merkel.", "R-Utah")]
    [InlineData("Macron called Merkel's ignorance “disrespectful to the men and women in harm's way”.", "CONSULT")]
    [InlineData("Germans condemned the assaults committed by gangs in the city of Cologne.", "ASSAULT: gangs > gangs")]
    // Talks have a topic, and what tells when is carried out by nobody.
    [InlineData("Emmanuel Macron and Angela Merkel held talks on Chad.", "Chad")]
    [InlineData("Marine Le Pen led a march in June after the massacre in Lyon.", "ASSAULT: Marine Le Pen")]
    // “for” before a place one leaves for.
    [InlineData("Macron left for Berlin to meet Merkel.", "CONSULT: Germany")]
    // Another senator is meant.
    [InlineData("Sen. Ted Cruz of Texas spoke. The Utah senator backed Trump.", "SUPPORT: Ted Cruz")]
    public void Are_not(string text, string wrong) => Assert.DoesNotContain(Events(text), e => e.Contains(wrong, StringComparison.Ordinal));

    [Fact]
    public void Names_are_words_of_the_story()
    {
        const string Text = "Critics of Merkel accused her of weakness. Officials in Merkel's government praised two of the Greens.";
        foreach (var e in Project.Coder.Analyse(new Story(Text), Layers.Events, asBody: true).Events)
            foreach (var actor in e.Actors.Concat(e.Recipients))
                if (actor is { Id: null, Mention: { } mention })
                    Assert.Equal(actor.Name, Text[mention.Start..mention.End]);
    }

    private static List<string> Events(string text) =>
        [.. Project.Coder.Analyse(new Story(text), Layers.Events, asBody: true).Events.Select(e => $"{e.Type}: {Names(e.Actors)} > {Names(e.Recipients)}")];

    private static string Names(IReadOnlyList<Actor> actors) => string.Join(", ", actors.Select(a => a.Name));
}
