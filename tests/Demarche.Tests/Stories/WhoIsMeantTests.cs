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
    [InlineData("2016-05-10", "Leeds, the witness, said he saw the soldiers near Leeds.", "Leeds, the witness = ?GBR CVL | he = ?GBR CVL")]
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
    [InlineData("2017-11-22", "Robert Mugabe resigned. Grace Mugabe wept. Mr Mugabe stayed.", "Robert Mugabe = robert-mugabe | Grace Mugabe = grace-mugabe | Mr Mugabe = robert-mugabe")]
    [InlineData("2016-05-05", "Mayor Haroun Khan won London; the Pakistani premier congratulated Khan.", "Mayor Haroun Khan = ?GBR GOV | Khan = ?GBR GOV")]
    // Nobody acts on himself.
    [InlineData("2013-02-12", "Obama refused to meet Putin, and he said so himself.", "he = barack-obama | himself = barack-obama")]
    [InlineData("2019-09-14", "Riyadh blamed Tehran. The two governments have no relations; the former accused the latter.", "the former = SAU | the latter = IRN")]
    // Pronouns: in somebody's own words the third person is another, and whom they name is not whom the story speaks of.
    [InlineData("2016-07-05", "Putin met Obama in Moscow. “He has broken our pact and will do it again,” Obama said.", "He = vladimir-putin")]
    [InlineData("2014-03-05", "Putin spoke on Tuesday. “We will wait for an answer,” Hollande said. “He must choose between us and them.”", "He = vladimir-putin")]
    [InlineData("2014-03-05", "Cameron spoke for an hour. “I am the man who will beat Putin in the end,” Cameron said. He also thanked the troops.", "He = david-cameron")]
    // The subject of a relative clause; whose choice it is; to whom it is done.
    [InlineData("2014-03-05", "Putin sat opposite Hollande, who surprised the hosts by saying that he could not stay.", "he = francois-hollande")]
    [InlineData("2014-03-05", "Putin flew to Batumi with Hollande, who had shuttled between him and the rebels.", "him = vladimir-putin")]
    [InlineData("2014-03-05", "Putin was silent. Hollande's choice of an envoy suggests that he wants a truce.", "he = francois-hollande")]
    [InlineData("2022-03-10", "The general criticized Kuleba and Lavrov, accusing them of lies.", "them = dmytro-kuleba+sergei-lavrov")]
    // Who acts inside what is said, or is only compared, is not whom the next sentence speaks of.
    [InlineData("2014-03-05", "Cameron said Putin had lied. He flew home on Friday.", "He = david-cameron")]
    [InlineData("2014-03-05", "Cameron waited for an hour, just as Hollande did in Minsk. He flew home on Friday.", "He = david-cameron")]
    // One rejects what is said of oneself, and doubts what others say of themselves.
    [InlineData("2023-05-05", "Kyiv rejected Moscow's claim that it had shelled the bridge.", "it = UKR")]
    [InlineData("2016-01-06", "Seoul doubted Pyongyang's claim that it had tested a bomb.", "it = PRK")]
    // A state is not “they”, a party no bank, the leadership no government, the head of a delegation no head of state.
    [InlineData("2015-11-15", "While the top candidates say the United States must fight, they differ in their plans.", "they = - | their = -")]
    [InlineData("2016-01-05", "The Democratic Party met in Chicago, and NATO met in Oslo. The party said it would wait.", "The party = DemocraticParty")]
    [InlineData("2016-03-16", "Obama made an offer, which the Republican leadership rebuffed.", "the Republican leadership = -")]
    [InlineData("2016-06-05", "The head of China's delegation to the forum spoke of patrols.", "The head of China's delegation = CHN")]
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
    // Whose a title is that only some states have; a government does not speak of its own so.
    [InlineData("2011-03-20", "Tripoli called the emir a liar.", "the emir = - | the emir = ? GOV")]
    [InlineData("2011-03-20", "Tripoli called the emir a liar after Qatari jets had joined the patrols.", "the emir = hamad-bin-khalifa")]
    [InlineData("1990-08-03", "Iraqi troops overran Kuwait on Thursday. The emir escaped to Saudi Arabia.", "The emir = jaber-al-ahmad-al-sabah")]
    [InlineData("2011-03-20", "Tripoli called the president a liar.", "the president = -")]
    [InlineData("2007-09-28", "Burmese troops fired on monks in Rangoon on Thursday; the prime minister of Malaysia called on the military to stop the killing.", "the military = MMR")]
    [InlineData("2021-02-02", "Monks fled Rangoon on Thursday. The prime minister of Malaysia called on the military to stop the killing.", "the military = ? MIL")]
    [InlineData("2020-11-05", "Ethiopia's prime minister ordered the army into the mountains.", "the army = ETH")]
    [InlineData("2009-06-29", "The army flew President Manuel Zelaya to Costa Rica on Sunday.", "The army = HND")]
    [InlineData("2013-02-27", "Italy's Five Star Movement ruled out a pact; the president cut short his visit to Germany.", "the president = giorgio-napolitano")]
    [InlineData("2010-03-03", "China said local governments had too much debt.", "local governments = -")]
    [InlineData("2022-02-08", "COMMUNIQUE of the Ministry of Foreign Affairs of Estonia. The Foreign Minister will not attend the meeting in Minsk. The Ministry has summoned the Russian ambassador.", "The Foreign Minister = eva-maria-liimets | The Ministry = EST")]
    [InlineData("2014-03-02", "STATEMENT of the Ministry of Foreign Affairs of Lithuania. The Minister spoke to the Belarusian ambassador.", "The Minister = LTU")]
    [InlineData("2012-08-11", "President Lee Myung-bak visited the islets, and Japan recalled its ambassador from Seoul.", "its ambassador = JPN")]
    [InlineData("2020-08-11", "Belarusian police used grenades; she had left for Lithuania, its foreign minister said.", "its foreign minister = linas-linkevicius")]
    [InlineData("1998-09-23", "South African troops crossed into Lesotho at the request of its prime minister.", "its prime minister = pakalitha-mosisili")]
    [InlineData("2002-12-28", "The representative of Syria told the Security Council that his Government opposed war; the Council adjourned.", "The representative of Syria = SYR | his Government = SYR | the Council = UNSC")]
    [InlineData("2022-03-18", "Ukraine's Security Council met in Kyiv.", "Ukraine's Security Council = UKR")]
    [InlineData("2022-03-18", "Russia's Security Council veto surprised nobody.", "Security Council = UNSC")]
    // Bodies, parties and courts of a state.
    [InlineData("2017-09-02", "Kenya's Supreme Court threw out the vote; opposition lawmakers danced.", "Kenya's Supreme Court = KEN")]
    [InlineData("2007-03-30", "The Government of Bahrain takes note of the letter.", "The Government of Bahrain = BHR")]
    [InlineData("2009-06-29", "Congress named its speaker, and Honduras fell silent.", "Congress = HND")]
    [InlineData("2014-08-01", "Congress passed sanctions on Russia.", "Congress = ? LEG")]
    [InlineData("2002-04-14", "Loyal paratroopers freed Hugo Chávez; the Bush administration denied any part in it.", "the Bush administration = USA")]
    [InlineData("2016-07-26", "The Clinton campaign blamed Moscow for the leak.", "The Clinton campaign = ? PTY")]
    [InlineData("2013-10-01", "Senate Democrats rejected the House Republicans' plan.", "Senate Democrats = DemocraticParty | House Republicans = RepublicanParty")]
    [InlineData("2010-05-12", "Labour MPs applauded; Ugandan MPs did not.", "Labour MPs = LabourParty | Ugandan MPs = ?UGA LEG")]
    [InlineData("2019-09-19", "Israel's Blue and White party refused.", "Blue and White party = BlueAndWhite")]
    [InlineData("2016-08-06", "The ruling African National Congress lost to the opposition Democratic Alliance.", "African National Congress = ANC | Democratic Alliance = DemocraticAllianceZAF")]
    [InlineData("2023-02-27", "Nigeria voted on Saturday. The Labour Party's Pius Obanor won Lagos.", "Pius Obanor = ?NGA PTY")]
    [InlineData("2008-09-25", "Taro Aso became prime minister after the ruling Liberal Democrats had picked him.", "Liberal Democrats = LDP")]
    [InlineData("2016-05-13", "The Workers' Party called the vote in the Brazilian Senate a coup.", "Workers' Party = ?BRA PTY | the Brazilian Senate = BRA")]
    [InlineData("2007-12-28", "Benazir Bhutto's supporters stoned the police.", "Benazir Bhutto's supporters = ?PAK CVL | Benazir Bhutto's supporters = -")]
    [InlineData("2017-03-11", "A court removed Park Geun-hye on Friday. The ousted president went home.", "The ousted president = park-geun-hye")]
    [InlineData("2006-09-20", "The army ousted Thaksin Shinawatra on Tuesday night while the premier was in New York.", "the premier = thaksin-shinawatra")]
    [InlineData("2013-02-11", "The Pope told his cardinals in Latin that he would go.", "The Pope = pope-benedict")]
    [InlineData("2013-02-11", "A spokesman for Angela Merkel said the government was moved.", "A spokesman for Angela Merkel = ?DEU GOV")]
    [InlineData("1995-11-11", "Nigeria's generals hanged him on Friday; the Commonwealth suspended the country.", "the country = NGA")]
    [InlineData("1998-12-21", "Binyamin Netanyahu asked the Knesset for more time.", "Knesset = Knesset")]
    [InlineData("2017-08-09", "Guam's governor told the island there was no threat.", "the island = GUAMISLAND")]
    [InlineData("2019-01-01", "Supporters of the president marched in Egypt.", "Supporters of the president = ?EGY CVL")]
    [InlineData("2021-11-26", "The premier asked Canberra for police.", "The premier = -")]
    // Police of whom the report says only whom they met.
    [InlineData("2019-01-01", "Police arrested two French tourists.", "Police = ? COP")]
    [InlineData("2019-01-01", "Police arrested two French tourists in Nairobi.", "Police = KEN")]
    [InlineData("2019-01-01", "Police detained a woman near Togo's embassy.", "Police = ? COP | a woman = -")]
    [InlineData("2019-01-01", "Police in Lagos detained a woman near the Italian consulate.", "Police in Lagos = NGA | a woman = ?")]
    // Peoples are no states'.
    [InlineData("2022-03-04", "Ethnic Russians in Latvia marched against the war.", "Ethnic Russians = - | Russians = -")]
    [InlineData("2020-10-01", "Ethnic Armenian forces in Nagorno-Karabakh said they had shot down a drone.", "Ethnic Armenian forces in Nagorno-Karabakh = - | they = -")]
    // Persons behind a role in the plural, the two of an office, and the island.
    [InlineData("2022-09-17", "Presidents Japarov and Rahmon met in Samarkand.", "Presidents = sadyr-japarov+emomali-rahmon")]
    [InlineData("2014-05-27", "Narendra Modi received Nawaz Sharif; the two prime ministers spoke for an hour.", "the two prime ministers = narendra-modi+nawaz-sharif")]
    [InlineData("1994-11-29", "The President of Kazakhstan and the President of Turkmenistan met. The Presidents instructed their governments.", "The Presidents = nursultan-nazarbayev+saparmurat-niyazov | their governments = KAZ+TKM")]
    [InlineData("2022-08-03", "Nancy Pelosi landed in Taipei on Tuesday night; China began drills around the island.", "the island = TWN")]
    [InlineData("2010-12-05", "Laurent Gbagbo took the oath, as did his rival Alassane Ouattara. France recognised the latter.", "the latter = alassane-ouattara")]
    [InlineData("2000-10-14", "Israeli helicopters rocketed Mr Arafat's compound.", "Mr Arafat = yasser-arafat | Israeli helicopters = ISR")]
    [InlineData("2001-10-08", "The Taliban ambassador to Pakistan, Abdul Salam Zaeef, called the raids terrorism.", "The Taliban ambassador to Pakistan, Abdul Salam Zaeef = abdul-salam-zaeef")]
    // Where somebody is met is told, and whose word it is stands aside.
    [InlineData("2008-08-13", "Nicolas Sarkozy flew in from Moscow, where he agreed a truce with Dmitry Medvedev.", "he = nicolas-sarkozy")]
    [InlineData("2011-05-31", "Jacob Zuma met Muammar Gaddafi and, according to South Africa's defence minister, warned him.", "him = muammar-gaddafi")]
    // One who is neither turns to the two of whom the story speaks.
    [InlineData("2011-05-05", "Togo expelled the envoy of Benin. Benin closed its border with Togo. Ghana offered its help to Togo and Benin. The African Union urged both sides to talk.", "both sides = TGO+BEN")]
    // Whatever somebody is, a nationality says whose; a soldier is of the one state of which the story speaks.
    [InlineData("2019-01-01", "A Tongan beekeeper, Sione Vakameilalo, sued the ferry.", "Sione Vakameilalo = ?TON")]
    [InlineData("2019-01-01", "Sione Vakameilalo, a Tongan beekeeper, sued the ferry.", "Sione Vakameilalo = ?TON")]
    [InlineData("2019-01-01", "Colonel Abel Quintanar told reporters in Lima that the roads were open.", "Colonel Abel Quintanar = ?PER MIL")]
    // Who held an office is meant by the last name alone, and no relative.
    [InlineData("", "Trump praised the pact.", "Trump = donald-trump")]
    [InlineData("2018-05-05", "Ivanka Trump opened the embassy.", "Ivanka Trump = ivanka-trump")]
    [InlineData("1982-04-05", "Lord Carrington left the Foreign Office.", "Lord Carrington = peter-carrington")]
    // Spellings.
    [InlineData("2023-05-19", "Zelenskiy left before Selenskyj came, said Wolodymyr Selenskyj.", "Zelenskiy = volodymyr-zelensky | Selenskyj = volodymyr-zelensky")]
    [InlineData("2011-03-01", "Muammar Khadafy spoke; Kadhafi's sons listened.", "Muammar Khadafy = muammar-gaddafi | Kadhafi = muammar-gaddafi")]
    [InlineData("2011-03-01", "Mouammar Khaddafi's government collapsed.", "Mouammar Khaddafi's government = LBY")]
    [InlineData("2015-01-15", "Muhammad Javad Zarif met John Kerry; both smiled.", "Muhammad Javad Zarif = mohammad-javad-zarif | both = mohammad-javad-zarif+john-kerry")]
    // those who act together are “they”, “the three”, “all three”, also beside another whom the sentence names
    [InlineData("2014-05-02", "Kenya, Uganda and Rwanda rejected the plan. They demanded talks.", "They = KEN+UGA+RWA")]
    [InlineData("2014-05-02", "Kenya and Uganda accused Sudan of lying. They recalled their envoys.", "They = KEN+UGA")]
    [InlineData("2014-05-02", "Kenya, Uganda and Rwanda met in Nairobi. All three condemned the raid.", "All three = KEN+UGA+RWA")]
    [InlineData("2014-05-02", "Kenya, Uganda, Rwanda and Burundi broke with Sudan. The four accused Sudan of arming rebels.", "The four = KEN+UGA+RWA+BDI")]
    [InlineData("1995-02-02", "Ecuador and Peru exchanged fire. Each blamed the other.", "Each = ECU+PER")]
    [InlineData("1971-07-10", "Chou En-lai received Kissinger, and Mao Tse-tung sent greetings.", "Chou En-lai = zhou-enlai | Mao Tse-tung = mao-zedong")]
    public void Means(string published, string text, string expected)
    {
        var document = Project.Coder.Analyse(new Story(text) { Published = DateOnly.TryParseExact(published, "yyyy-MM-dd", out var day) ? day : null }, Layers.Actors, asBody: true);
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
