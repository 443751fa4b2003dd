using Demarche.Codebooks;

namespace Demarche.Tests.Stories;

/// <summary>
/// Whom words mean in sentences of which other coders are known to make somebody else, and in more of their kinds. “words = RUS” is whom the words mean;
/// “words = ?KAZ GOV” a mention without an identifier, of that country and sector; “words = -” that they are no mention with an identifier.
/// </summary>
public sealed class WhoIsMeantTests
{
    [Theory]
    // A common word or part of a name that is an actor's name too.
    [InlineData("2017-06-01", "The male suspect told police that three other male voters had left.", "male = -")]
    [InlineData("2019-06-20", "Kim Jong Un told the UN envoy that talks could go on.", "Kim Jong Un = kim-jong-un | UN = UN | the UN envoy = UN")]
    [InlineData("2016-05-10", "Leeds, the witness, said he saw the soldiers near Leeds.", "Leeds, the witness = ? CVL | he = ? CVL")]
    [InlineData("2016-05-10", "The summit takes a place in history, Obama said.", "Obama = barack-obama | a place = -")]
    [InlineData("2017-03-02", "The House Intelligence Committee asked Comey to appear.", "House Intelligence Committee = HouseIntelligenceCommittee | Comey = -")]
    [InlineData("2015-11-26", "The family ate turkey at noon; Turkey shot down a Russian jet.", "turkey = - | Turkey = TUR | a Russian jet = RUS")]
    [InlineData("2014-02-02", "She broke the china in the kitchen before China protested.", "china = - | China = CHN")]
    [InlineData("2016-07-05", "Chad Miller, a farmer, fled Chad on Monday.", "Chad Miller = -")]
    [InlineData("2018-01-09", "Michael Jordan praised Jordan and its king.", "Michael Jordan = - | Jordan = JOR | its king = abdullah-bin-hussein")]
    [InlineData("2017-08-01", "Israel Adesanya said Israel was safe.", "Israel Adesanya = - | Israel = ISR")]
    [InlineData("2019-03-04", "Paris Hilton visited Paris, and Paris recalled its ambassador.", "Paris Hilton = - | its ambassador = FRA")]
    [InlineData("2020-12-01", "Raffensperger said Georgia would count again in Atlanta.", "Georgia = -")]
    [InlineData("2020-10-05", "Who said it? The WHO said it would help us, and US officials agreed.", "Who = - | WHO = WHO | us = - | US officials = ?USA GOV")]
    [InlineData("2010-05-10", "Gordon Brown resigned; brown bears were seen.", "Gordon Brown = gordon-brown | brown = -")]
    [InlineData("2012-03-01", "They ate guinea fowl in Guinea, and Conakry denied it.", "guinea = - | Conakry = GIN")]
    [InlineData("2012-06-01", "The Polish foreign minister told her to polish the text.", "The Polish foreign minister = radoslaw-sikorski | polish = -")]
    [InlineData("2016-06-24", "May said that in May she would decide.", "May = theresa-may | she = theresa-may")]
    [InlineData("2005-04-03", "Bush toured the bush country; bush fires burned.", "Bush = george-w-bush | bush = -")]
    [InlineData("2021-05-03", "Mali's army said the mali worker was its own.", "Mali's army = MLI | its = MLI")]
    [InlineData("2014-07-01", "The Washington Post said Washington was divided.", "Washington Post = WashingtonPost | Washington = USA")]
    [InlineData("2015-03-05", "Hungary was hungry for gas, said Orban.", "Hungary = HUN | hungry = - | Orban = viktor-orban")]
    [InlineData("2023-07-27", "Niger's soldiers seized President Mohamed Bazoum. Nigeria condemned them.", "Niger's soldiers = NER | Nigeria = NGA | them = NER")]
    // A last name that the leader of a small state has too.
    [InlineData("2022-09-01", "Stephen King said he would not go. King added that he was tired.", "Stephen King = - | King = - | he = -")]
    [InlineData("2022-09-01", "Mr Marcos, a baker in Lisbon, sold bread.", "Marcos = -")]
    [InlineData("2022-09-01", "The Philippine president flew home. Marcos said he was content.", "Marcos = bongbong-marcos | he = bongbong-marcos")]
    [InlineData("2019-04-02", "Price rises angered farmers; Price, a trader, shrugged.", "Price = -")]
    // Two of one last name.
    [InlineData("2017-11-22", "Robert Mugabe resigned. Grace Mugabe wept. Mr Mugabe stayed.", "Robert Mugabe = robert-mugabe | Grace Mugabe = - | Mr Mugabe = robert-mugabe")]
    [InlineData("2016-05-05", "Mayor Sadiq Khan won London; the Pakistani premier congratulated Khan.", "Mayor Sadiq Khan = ? GOV | Khan = ? GOV")]
    // Nobody acts on himself.
    [InlineData("2013-02-12", "Obama refused to meet Putin, and he said so himself.", "he = barack-obama | himself = barack-obama")]
    [InlineData("2019-09-14", "Riyadh blamed Tehran. The two governments have no relations; the former accused the latter.", "the former = SAU | the latter = IRN")]
    // Invented, and out of office.
    [InlineData("2018-07-16", "President Zorbek Almandine of Kazakhstan met Nurlan Tassmagul, the Kazakh deputy foreign minister.", "President Zorbek Almandine = ?KAZ GOV | Nurlan Tassmagul, the Kazakh deputy foreign minister = ?KAZ GOV")]
    [InlineData("2021-08-16", "Ghani fled Afghanistan, and the Taliban's spokesman Zabihullah Mujahid spoke.", "Ghani = ashraf-ghani | the Taliban's spokesman Zabihullah Mujahid = zabihullah-mujahid")]
    [InlineData("2013-07-04", "The Egyptian army arrested the president on Wednesday.", "the president = mohamed-morsi")]
    [InlineData("2015-06-01", "Bangladesh's foreign secretary handed over a note.", "Bangladesh's foreign secretary = BGD")]
    // Descriptions.
    [InlineData("2021-12-03", "The head of Russian diplomacy rejected the accusation.", "The head of Russian diplomacy = sergei-lavrov")]
    [InlineData("2021-12-03", "Assistant Secretary of State for Europe, Karen Donfried, will travel to Kyiv.", "Assistant Secretary of State for Europe, Karen Donfried = karen-donfried | Kyiv = -")]
    [InlineData("2021-12-03", "A White House official said two diplomats familiar with the talks were wrong.", "A White House official = ?USA GOV | two diplomats = ? GOV")]
    [InlineData("2024-02-05", "The Houthis' military spokesman Yahya Saree said the group had fired.", "The Houthis' military spokesman Yahya Saree = yahya-saree | the group = Houthis")]
    [InlineData("2008-08-12", "Seoul's top nuclear envoy flew to Beijing to meet his Chinese counterpart.", "Seoul's top nuclear envoy = KOR | his Chinese counterpart = CHN")]
    [InlineData("2022-03-10", "Lavrov met his Ukrainian counterpart Dmytro Kuleba in Antalya. The two ministers disagreed.", "his Ukrainian counterpart Dmytro Kuleba = dmytro-kuleba | The two ministers = sergei-lavrov+dmytro-kuleba")]
    [InlineData("1995-10-12", "The British and French foreign ministers met in Geneva.", "The British and French foreign ministers = malcolm-rifkind+herve-de-charette")]
    [InlineData("2020-07-01", "France, Britain and Germany triggered the mechanism; the three states told Tehran.", "the three states = FRA+GBR+DEU")]
    [InlineData("2019-04-02", "Santiago Pedraza of the Colombian Red Cross handed over a list.", "Santiago Pedraza = ?COL")]
    [InlineData("2022-10-05", "The captain received an ECOWAS delegation in Ouagadougou on Tuesday.", "an ECOWAS delegation in Ouagadougou = ECOWAS")]
    [InlineData("2022-01-12", "The bloc's foreign policy chief, Josep Borrell, said the EU was united. The bloc will act.", "The bloc's foreign policy chief, Josep Borrell = josep-borrell | The bloc = EU")]
    [InlineData("2022-01-12", "Jens Stoltenberg said the Alliance was ready. Its secretary-general repeated it.", "Alliance = NATO | Its secretary-general = jens-stoltenberg")]
    // Who rules by arms.
    [InlineData("2022-05-01", "The generals in Naypyidaw rejected the plan of ASEAN's envoys.", "The generals in Naypyidaw = MMR")]
    [InlineData("2023-08-20", "The junta in Niamey closed the air space. The generals then denounced a pact with Paris.", "The junta in Niamey = NER | The generals = NER")]
    [InlineData("2021-06-01", "Mali's ruling military council dissolved parliament.", "Mali's ruling military council = MLI")]
    [InlineData("2019-05-01", "Two retired Israeli generals criticised the war.", "Two retired Israeli generals = -")]
    // A person's name that holds a place's.
    [InlineData("2019-05-01", "Kerry Washington criticised the film, and Chad Smith praised it.", "Kerry Washington = - | Washington = - | Chad Smith = -")]
    [InlineData("2019-05-01", "Japan's largest carmaker sued the city.", "Japan's largest carmaker = ?JPN BUS")]
    // Who holds an office that no table has acts for his state; a word that several of one state go by names none of them.
    [InlineData("1968-03-01", "Senegal's interior minister and the French president met.", "Senegal's interior minister = SEN | the French president = charles-de-gaulle")]
    [InlineData("2020-07-15", "The Egyptian spokesman charged Ethiopia with a breach.", "The Egyptian spokesman = EGY")]
    [InlineData("2020-07-15", "The Egyptian presidential spokesman charged Ethiopia with a breach.", "The Egyptian presidential spokesman = bassam-rady")]
    [InlineData("2016-02-01", "The P5+1 met Iran in Vienna.", "P5+1 = P5Plus1")]
    [InlineData("2020-01-14", "E3 trigger dispute clause against Iran", "E3 = E3")]
    // One body as several, and a people.
    [InlineData("2016-02-01", "Amnesty International said they had proof.", "they = AmnestyInternational")]
    [InlineData("2016-02-01", "The Americans defended their decision.", "their = USA")]
    // Spellings.
    [InlineData("2023-05-19", "Zelenskiy left before Selenskyj came, said Wolodymyr Selenskyj.", "Zelenskiy = volodymyr-zelensky | Selenskyj = volodymyr-zelensky")]
    [InlineData("2011-03-01", "Muammar Khadafy spoke; Kadhafi's sons listened.", "Muammar Khadafy = muammar-gaddafi | Kadhafi = muammar-gaddafi")]
    [InlineData("2011-03-01", "Mouammar Khaddafi's government collapsed.", "Mouammar Khaddafi's government = LBY")]
    [InlineData("2015-01-15", "Muhammad Javad Zarif met John Kerry; both smiled.", "Muhammad Javad Zarif = mohammad-javad-zarif | both = mohammad-javad-zarif+john-kerry")]
    [InlineData("1971-07-10", "Chou En-lai received Kissinger, and Mao Tse-tung sent greetings.", "Chou En-lai = zhou-enlai | Mao Tse-tung = mao-zedong")]
    public void Means(string published, string text, string expected)
    {
        var document = Project.Coder.Analyse(new Story(text) { Published = DateOnly.ParseExact(published, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) }, Layers.Actors, asBody: true);
        foreach (var row in expected.Split(" | "))
        {
            var (words, whom) = row.Split(" = ") is [var left, var right] ? (left, right) : throw new FormatException(row);
            var mentions = document.Mentions.Where(m => document.Words(document.SpanOf(m.First, m.End - 1)) == words).ToList();
            if (whom == "-")
                Assert.True(mentions.TrueForAll(m => m.Actor.Id is null), $"{words} is {mentions.FirstOrDefault()?.Actor.Id}");
            else
                Assert.Contains(whom, mentions.SelectMany(Readings));
        }
    }

    /// <summary>A person named on the day before and on the day after a tenure does not hold that office, unless another row says so.</summary>
    [Fact]
    public void Nobody_holds_an_office_outside_its_dates()
    {
        var actors = CsvTable.Load(Project.In("codebook/actors/actors.csv"), "actors.csv", "id", "name", "kind", "country", "sector", "from", "to");
        var names = actors.Rows.ToDictionary(row => row["id"], row => row["name"], StringComparer.Ordinal);
        var tenures = CsvTable.Load(Project.In("codebook/actors/offices.csv"), "offices.csv", "person", "of", "office", "sector", "from", "to", "source").Rows.ToList();
        var seen = 0;
        for (var i = 0; i < tenures.Count; i += 45)
        {
            var tenure = tenures[i];
            foreach (var day in (DateOnly?[])[tenure.Date("from")?.Earliest.AddDays(-1), tenure.Date("to")?.Latest.AddDays(1)])
            {
                if (day is null || tenures.Any(other => other["person"] == tenure["person"] && other["office"] == tenure["office"] && !(other.Date("from")?.Earliest > day) && !(other.Date("to")?.Latest < day)))
                    continue;
                var document = Project.Coder.Analyse(new Story($"{names[tenure["person"]]} spoke on the radio.") { Published = day }, Layers.Actors, asBody: true);
                Assert.All(document.Mentions, mention => Assert.False(mention.Actor.Id == tenure["person"] && mention.Actor.Office == tenure["office"], $"{tenure["person"]} {tenure["office"]} {day}"));
                seen += document.Mentions.Count(mention => mention.Actor.Id == tenure["person"]);
            }
        }
        Assert.True(seen > 50, $"{seen} persons were found");
    }

    private static IEnumerable<string> Readings(Mention mention)
    {
        var actor = mention.Actor;
        if (mention.Parts.Count > 0)
            return [string.Join('+', mention.Parts.Select(part => part.Id ?? $"?{part.Country}"))];
        return actor.Id is { } id ? [id] : [$"?{actor.Country} {actor.Sector}", $"?{actor.Country}"];
    }
}
