using Demarche.Tests.Stories;

namespace Demarche.Tests.Positioning;

/// <summary>What is claimed about agreements, by whom and against whom, and which part of them is meant.</summary>
public sealed class AgreementClaimTests
{
    [Theory]
    // set phrases before and behind the agreement
    [InlineData("The truce is in tatters, Bamako said.", "truce denied, MLI against nobody")]
    [InlineData("Luanda remains faithful to the Lusaka protocol.", "Lusaka protocol kept, AGO against nobody")]
    [InlineData("Sanaa renewed its call for an accord.", "")]
    [InlineData("Havana says that Washington broke the promises made in 1962.", "promises made in 1962 violated, CUB against USA")]
    [InlineData("Havana accuses Washington of broken promises.", "promises violated, CUB against USA")]
    [InlineData("Doha complained of broken promises.", "promises violated, QAT against nobody")]
    [InlineData("Skopje accused Sofia of breaching article 3 of the friendship treaty.", "friendship treaty violated, MKD against BGR, article 3")]
    [InlineData("Rabat says Algiers violated the spirit of the Marrakech treaty.", "Marrakech treaty violated, MAR against DZA, the spirit")]
    [InlineData("Baku suspended article 4 of the accord.", "accord suspended, AZE against nobody, article 4")]
    [InlineData("The 1991 accord, which provides for free passage, was suspended by Asmara.", "1991 accord suspended, ERI against nobody, provides for free passage")]
    [InlineData("Wellington and Suva signed a declaration on fisheries.", "declaration signed, nobody against nobody")]
    [InlineData("Santiago signed a pledge to protect the whales.", "pledge signed, CHL against nobody")]
    [InlineData("The water treaty of 1996 has twelve pages. Dhaka ratified it in 1997.", "it ratified, BGD against nobody")]
    [InlineData("Delegates agreed that the protocol shall be extended until May.", "protocol extended, nobody against nobody")]
    [InlineData("Seoul maintained that the convention of 1903 remains fully in effect.", "convention of 1903 in force, KOR against nobody")]
    [InlineData("Lisbon says that the accord is dead.", "accord denied, PRT against nobody")]
    [InlineData("The ceasefire was breached by the rebels, Hanoi said.", "ceasefire violated, VNM against nobody")]
    // the agreement, not its part; what somebody calls it; what is done in breach of it
    [InlineData("Moscow suspended its participation in the grain deal.", "grain deal suspended, RUS against nobody")]
    [InlineData("Algiers considers the trade accord void.", "trade accord denied, DZA against nobody")]
    [InlineData("Georgia accused Russia of moving the fence in breach of the ceasefire.", "ceasefire violated, GEO against RUS")]
    [InlineData("The 2013 accord, which Oslo says it has respected in full, runs until June.", "2013 accord in force, nobody against nobody; 2013 accord kept, NOR against nobody")]
    [InlineData("There is no agreement with Damascus, the Turkish ministry said.", "agreement denied, TUR against nobody")]
    [InlineData("Tunis complies with the plan.", "plan kept, TUN against nobody")]
    // whoever says so claims it; what hangs on “under which” is done under it; a plan that is shelved was none
    [InlineData("Washington said that Pyongyang had honoured the accord.", "accord kept, USA against nobody")]
    [InlineData("The Kremlin insists that it has kept the treaty.", "treaty kept, RUS against nobody")]
    [InlineData("The accord under which Pyongyang is to freeze its plants has ten pages.", "")]
    [InlineData("Oslo shelved the plan.", "")]
    [InlineData("Lima met its obligations under the treaty.", "treaty kept, PER against nobody")]
    [InlineData("The president said that he was withdrawing Samoa from the climate accord.", "climate accord denounced, WSM against nobody")]
    [InlineData("The truce took hold at dawn.", "truce in force, nobody against nobody")]
    [InlineData("Quito and Lima put pen to paper on a border treaty.", "border treaty signed, nobody against nobody")]
    [InlineData("Cairo will not sign the treaty.", "")]
    [InlineData("The letter lay on the table. The minister signed it.", "")]
    [InlineData("The colonel broke a window of the embassy.", "")]
    [InlineData("The mayor violated article 4 of the rule book.", "")]
    // a denial that answers a charge, what is told beside a denial, texts that are drafted and leases that run
    [InlineData("Mali accused Niger of breaking the truce. Niger called the charge baseless.", "truce violated, MLI against NER; truce denied, NER against nobody")]
    [InlineData("The Nigerien minister rejected the claim that Niger had broken the truce.", "truce denied, NER against nobody")]
    [InlineData("The Chadian minister denied that weapons had been sent since the pact was signed in May.", "pact signed, nobody against nobody")]
    [InlineData("Oslo will pay provided that they sign the accord.", "")]
    [InlineData("The fisheries agreement of 1973 had ceased to exist, Reykjavik said.", "fisheries agreement of 1973 expired, ISL against nobody")]
    [InlineData("The text was drafted by Norway and Chile.", "text proposed, nobody against nobody")]
    [InlineData("The lease runs until 2042.", "lease in force, nobody against nobody")]
    [InlineData("Delhi said the water treaty would remain suspended.", "water treaty suspended, nobody against nobody")]
    [InlineData("Tehran recalled the convention of 1958, which, its minister said, remains in force.", "convention of 1958 in force, IRN against nobody")]
    [InlineData("The fishing agreement concluded by the two countries in 1973 expired on Nov. 13.", "fishing agreement expired, nobody against nobody; fishing agreement signed, nobody against nobody")]
    // done by things; what was failed, refused, is to come, is only asked for, or is an opinion
    [InlineData("Suva said that the dam violates the river treaty.", "river treaty violated, FJI against nobody")]
    [InlineData("Lagos failed to honour the fisheries accord.", "fisheries accord violated, nobody against NGA")]
    [InlineData("Accra said that it would not honour the accord.", "accord denied, GHA against nobody")]
    [InlineData("Lisbon will respect the convention.", "convention kept, PRT against nobody")]
    [InlineData("Oslo and Riga are to sign a fisheries treaty.", "fisheries treaty proposed, nobody against nobody")]
    [InlineData("Athens would accept a truce.", "")]
    [InlineData("Jakarta is ready to sign the treaty.", "")]
    [InlineData("Dakar threatened war if no deal was reached.", "")]
    [InlineData("Tunis hopes that an accord can be reached.", "")]
    [InlineData("Delhi denounced the accord as a betrayal.", "")]
    [InlineData("Delhi denounced the accord.", "accord denounced, IND against nobody")]
    [InlineData("Rabat refused to renew the accord.", "accord denounced, MAR against nobody")]
    [InlineData("Paris urged Lima not to sign the pact.", "")]
    [InlineData("Dili vowed not to respect the pact.", "pact denied, TLS against nobody")]
    [InlineData("Troops will come once both states have ratified the pact.", "")]
    [InlineData("Brussels will not renew the fisheries accord.", "fisheries accord denounced, nobody against nobody")]
    // as a charge, by both sides, by the noun behind it
    [InlineData("Lima accused Quito of tearing up the pact.", "pact violated, PER against ECU")]
    [InlineData("Lima and Quito accused each other of violating the truce.", "truce violated, PER against ECU; truce violated, ECU against PER")]
    [InlineData("Tirana reported eight ceasefire violations.", "ceasefire violated, ALB against nobody")]
    // what is named by its signing; a part of what was spoken of before; a pronoun behind words that stand together
    [InlineData("Oslo praised the truce reached only last week.", "truce signed, nobody against nobody")]
    [InlineData("The accord, signed in 1994, has ten pages.", "accord, signed in 1994 signed, nobody against nobody")]
    [InlineData("The parties to the accord agreed on Monday that it was late.", "")]
    [InlineData("The treaty has ten pages. Madrid said that it would honour every clause.", "clause kept, ESP against nobody")]
    [InlineData("The treaty has ten pages. Madrid said that it was bound by it.", "it in force, ESP against nobody")]
    [InlineData("Harare is not a party to the accord and will not be bound by it.", "accord denied, ZWE against nobody")]
    public void Claims(string sentence, string expected)
    {
        var document = Project.Coder.Analyse(new Story(sentence), Layers.Positions, asBody: true);
        Assert.Equal(expected, string.Join("; ", document.Agreements.Select(a =>
            $"{document.Words(a.Name)} {a.Claim}, {a.By?.Id ?? "nobody"} against {a.Against?.Id ?? "nobody"}{(a.Provision is { } part ? $", {document.Words(part)}" : "")}")));
    }

    [Fact]
    public void What_is_said_once_of_a_known_agreement_holds_for_each_claim_about_it()
    {
        var document = Project.Coder.Analyse(new Story("Moscow said that Kyiv violated the Minsk agreements. The Minsk agreements, which provide for direct dialogue, date from 2015."), Layers.Positions, asBody: true);
        var claim = Assert.Single(document.Agreements);
        Assert.Equal(("minsk-agreements", "provide for direct dialogue"), (claim.Known, document.Words(claim.Provision!.Value)));
    }
}
