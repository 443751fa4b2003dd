using CsCheck;
using Demarche.Tokenizing;

namespace Demarche.Tests.Tokenizing;

public sealed class TokenizerTests
{
    private static readonly Tokenizer Tokenizer = new(Abbreviations.Load(Path.Combine(AppContext.BaseDirectory, "codebook", "abbreviations.txt")), SentenceModel.Load(Path.Combine(AppContext.BaseDirectory, "models", "en", SentenceModel.Name)));

    internal static Document Tokenize(string text)
    {
        var document = new Document(new Story(text));
        var start = 0;
        foreach (var line in text.Split('\n'))
        {
            if (!string.IsNullOrWhiteSpace(line))
                document.Blocks.Add(new(new(start, start + line.Length), BlockKind.Body));
            start += line.Length + 1;
        }
        Tokenizer.Process(document);
        return document;
    }

    [Theory]
    [InlineData("Iran said no.", "Iran|said|no|.")]
    [InlineData("“No,” he said.", "“|No|,|”|he|said|.")]
    [InlineData("They don't and can't and won’t.", "They|do|n't|and|ca|n't|and|wo|n’t|.")]
    [InlineData("Iran's envoy cannot go", "Iran|'s|envoy|can|not|go")]
    [InlineData("We're gonna see what they'd've done", "We|'re|gon|na|see|what|they|'d|'ve|done")]
    [InlineData("the workers' strike", "the|workers|'|strike")]
    [InlineData("the ‘hard-liners’ won", "the|‘|hard|-|liners|’|won")]
    [InlineData("a U.S.-led coalition", "a|U.S.|-|led|coalition")]
    [InlineData("anti-war, pro-government and re-elected", "anti-war|,|pro-government|and|re-elected")]
    [InlineData("al-Assad met Mr. O'Neill on Jan. 6.", "al|-|Assad|met|Mr.|O'Neill|on|Jan.|6|.")]
    [InlineData("at No. 10 in St. Petersburg", "at|No.|10|in|St.|Petersburg")]
    [InlineData("Chad (pop. 19 million)", "Chad|(|pop.|19|million|)")]
    [InlineData("$5m, US$4.5bn, £3.40 and 50%", "$|5|m|,|US$|4.5|bn|,|£|3.40|and|50|%")]
    [InlineData("1,000 tons at 7:30pm on 12/06/1987", "1,000|tons|at|7:30|pm|on|12/06/1987")]
    [InlineData("between 1969-1970, call 202-555-0143", "between|1969|-|1970|,|call|202-555-0143")]
    [InlineData("see https://example.org/a?b=1, www.un.org.", "see|https://example.org/a?b=1|,|www.un.org|.")]
    [InlineData("press@example.gov or @ministry on #peace", "press@example.gov|or|@ministry|on|#peace")]
    [InlineData("talks...failed—again--twice", "talks|...|failed|—|again|--|twice")]
    [InlineData("He left.The envoy stayed.", "He|left|.|The|envoy|stayed|.")]
    [InlineData("NAIROBI, Kenya (Daily Wire) — Talks", "NAIROBI|,|Kenya|(|Daily|Wire|)|—|Talks")]
    [InlineData("the 1990s, '90s and 1990's", "the|1990s|,|'90s|and|1990's")]
    [InlineData("Q&A with AT&T's chief, Ph.D.", "Q&A|with|AT&T|'s|chief|,|Ph.D.")]
    [InlineData("and/or either/or", "and|/|or|either|/|or")]
    [InlineData("France **remains** _committed_ to line_2", "France|**|remains|**|_|committed|_|to|line_2")]
    [InlineData("in section 3.2 (c)", "in|section|3.2|(|c|)")]
    [InlineData("“The general told us ‘hold the bridge’ and left,” the clerk said", "“|The|general|told|us|‘|hold|the|bridge|’|and|left|,|”|the|clerk|said")]
    [InlineData("\"She wrote 'never' twice, the judge noted.", "\"|She|wrote|'|never|'|twice|,|the|judge|noted|.")]
    [InlineData("the “so-called ‘Northern Front’” group", "the|“|so|-|called|‘|Northern|Front|’|”|group")]
    [InlineData("Talks… or what is left…. went on", "Talks|…|or|what|is|left|…|.|went|on")]
    [InlineData("The envoy—a former judge–left the Lusaka–Harare road", "The|envoy|—|a|former|judge|–|left|the|Lusaka|–|Harare|road")]
    [InlineData("Honduras's, the ministers’ and the Seychelles' claims", "Honduras|'s|,|the|ministers|’|and|the|Seychelles|'|claims")]
    [InlineData("Shell's wells: Shell sold its shell; he'll and she'll", "Shell|'s|wells|:|Shell|sold|its|shell|;|he|'ll|and|she|'ll")]
    [InlineData("The law lets police search", "The|law|lets|police|search")]
    [InlineData("a U.N.-backed, E.U.-funded mission", "a|U.N.|-|backed|,|E.U.|-|funded|mission")]
    [InlineData("D'Souza, N'Djamena, N’Guessan, Sana'a and the Ba'ath", "D'Souza|,|N'Djamena|,|N’Guessan|,|Sana'a|and|the|Ba'ath")]
    [InlineData("Đà Nẵng, Łódź and São Tomé", "Đà|Nẵng|,|Łódź|and|São|Tomé")]
    [InlineData("Abdel-Fattah el-Tayeb", "Abdel|-|Fattah|el|-|Tayeb")]
    [InlineData("https://example.org/bill_(draft)?a=1#top, (http://example.net/x).", "https://example.org/bill_(draft)?a=1#top|,|(|http://example.net/x|)|.")]
    [InlineData("@Foreign_Min and #Truce2009!", "@Foreign_Min|and|#Truce2009|!")]
    [InlineData("MAPUTO/LUSAKA, Feb 3 (Wire) - Two", "MAPUTO|/|LUSAKA|,|Feb|3|(|Wire|)|-|Two")]
    [InlineData("• Withdraw • Disarm", "•|Withdraw|•|Disarm")]
    [InlineData("14:35 GMT – Shelling; 9.40am: polls", "14:35|GMT|–|Shelling|;|9.40|am|:|polls")]
    [InlineData("The mission ended.since then", "The|mission|ended|.|since|then")]
    [InlineData("5 p.m or 5p.m. at example.info.", "5|p.m|or|5|p.m.|at|example.info|.")]
    [InlineData("The Mr.Okoye and St.Helena", "The|Mr.|Okoye|and|St.|Helena")]
    public void Splits_words(string text, string expected) =>
        Assert.Equal(expected, string.Join('|', Tokenize(text).Tokens.Select(t => t.Form)));

    [Theory]
    [InlineData("He left. She stayed.", "He left.|She stayed.")]
    [InlineData("The embargo was extended and kept. until 1991 nobody tested it.", "The embargo was extended and kept. until 1991 nobody tested it.")]
    [InlineData("George W. Bush met J. R. Moreno.", "George W. Bush met J. R. Moreno.")]
    [InlineData("They met in the U.S. The talks failed.", "They met in the U.S.|The talks failed.")]
    [InlineData("The U.S. State Department and Gen. Aung replied.", "The U.S. State Department and Gen. Aung replied.")]
    [InlineData("“We will not go. We stay,” he said.", "“We will not go.|We stay,” he said.")]
    [InlineData("“We will not go.” He left.", "“We will not go.”|He left.")]
    [InlineData("He said: “We will not go. ” Then he left.", "He said: “We will not go. ”|Then he left.")]
    [InlineData("\"We will not go.\" He left.", "\"We will not go.\"|He left.")]
    [InlineData("\"Why?\" he asked. \"Who knows?\" Minister Okoro said.", "\"Why?\" he asked.|\"Who knows?\" Minister Okoro said.")]
    [InlineData("They signed a pact “with the coast ”. Nobody answered.", "They signed a pact “with the coast ”.|Nobody answered.")]
    [InlineData("Talks resume on Jan. 6. Nobody knows where.", "Talks resume on Jan. 6.|Nobody knows where.")]
    [InlineData("The answer was no. He left.", "The answer was no.|He left.")]
    [InlineData("The budget rose 3.5 percent. Exports fell.", "The budget rose 3.5 percent.|Exports fell.")]
    [InlineData("It was late. al-Hariri waited.", "It was late.|al-Hariri waited.")]
    [InlineData("(They met twice. Nothing came of it.) She left.", "(They met twice.|Nothing came of it.)|She left.")]
    [InlineData("No more war!! Nobody listened... Then came winter.", "No more war!!|Nobody listened...|Then came winter.")]
    [InlineData("1. Withdraw the troops.", "1. Withdraw the troops.")]
    [InlineData("They agreed on Plan B. The rest is known.", "They agreed on Plan B.|The rest is known.")]
    [InlineData("It ended.[12] Peace came.", "It ended.[12]|Peace came.")]
    [InlineData("Talks open in Geneva\nMinisters meet on Monday.", "Talks open in Geneva|Ministers meet on Monday.")]
    [InlineData("The talks ended and failed. since 2014 no one has tried.", "The talks ended and failed. since 2014 no one has tried.")]
    [InlineData("They ended the mission. tour. Nobody knew.", "They ended the mission. tour.|Nobody knew.")]
    [InlineData("The court ruled on Friday, the minister said. He had asked for it.", "The court ruled on Friday, the minister said.|He had asked for it.")]
    [InlineData("He signed it.The other side did not.", "He signed it.|The other side did not.")]
    [InlineData("The delegation waited at No. 10 on Jan. 6 with Gen. Mbeki. It rained.", "The delegation waited at No. 10 on Jan. 6 with Gen. Mbeki.|It rained.")]
    [InlineData("LUANDA, Angola (Daily Wire) — The cabinet met.", "LUANDA, Angola (Daily Wire) — The cabinet met.")]
    [InlineData("The rebels have long said: They will not disarm.", "The rebels have long said: They will not disarm.")]
    [InlineData("The chair had one question: “Who pays?” Nobody knew.", "The chair had one question: “Who pays?”|Nobody knew.")]
    [InlineData("Peru Recalls Envoy As Border Row With Chile Deepens", "Peru Recalls Envoy As Border Row With Chile Deepens")]
    [InlineData("“Who will pay for it?” Okafor asked.", "“Who will pay for it?” Okafor asked.")]
    [InlineData("“We shall see”. The envoy left. \"They agreed.\" Nobody else had.", "“We shall see”.|The envoy left.|\"They agreed.\"|Nobody else had.")]
    [InlineData("The mayor said: “No one came. The road was mined.", "The mayor said: “No one came.|The road was mined.")]
    [InlineData("They waited . . . and left. Peace came.", "They waited . . . and left.|Peace came.")]
    [InlineData("• Withdraw all forces • Open two crossings • Free the detainees", "• Withdraw all forces|• Open two crossings|• Free the detainees")]
    [InlineData("14:35 GMT – The convoy has left Aden. 14:52 GMT – It was stopped.", "14:35 GMT – The convoy has left Aden.|14:52 GMT – It was stopped.")]
    [InlineData("The vote was void. (It was repeated.) Turnout fell.", "The vote was void.|(It was repeated.)|Turnout fell.")]
    [InlineData("Prices in the U.S. rose, U.S. President Ford said.", "Prices in the U.S. rose, U.S. President Ford said.")]
    // A mail without a stop at its lines, and a writer without capitals.
    [InlineData("Please call me about the visas. Thanks, Ana Ruiz 03/04/2001 10:15 AM Here is the list you wanted.", "Please call me about the visas.|Thanks,|Ana Ruiz|03/04/2001 10:15 AM|Here is the list you wanted.")]
    [InlineData("i love this town. it is so quiet. we will come back.", "i love this town.|it is so quiet.|we will come back.")]
    public void Splits_sentences(string text, string expected)
    {
        var document = Tokenize(text);
        Assert.Equal(expected, string.Join('|', document.Sentences.Select(s => document.Words(s.Span))));
    }

    [Fact]
    public void Parts_of_a_word_continue_it()
    {
        var tokens = Tokenize("They don't see Iran's state-owned bank.").Tokens;
        Assert.Equal(["n't", "'s"], tokens.Where(t => t.Continues).Select(t => t.Form));
    }

    [Fact]
    public void A_sentence_has_at_most_200_tokens() =>
        Assert.All(Tokenize(string.Concat(Enumerable.Repeat("word, ", 1000))).Sentences, s => Assert.InRange(s.Count, 1, 200));

    [Fact]
    public void A_sentence_has_the_kind_of_its_block()
    {
        var document = new Document(new Story("Watch video"));
        document.Blocks.Add(new(new(0, 11), BlockKind.Ignored));
        Tokenizer.Process(document);
        Assert.True(Assert.Single(document.Sentences).Ignored);
    }

    [Fact]
    public void A_title_is_divided_by_the_rules_alone()
    {
        const string Text = "please write to ana@example.org Thanks, Ana";
        var document = new Document(new Story(Text));
        document.Blocks.Add(new(new(0, Text.Length), BlockKind.Title));
        Tokenizer.Process(document);
        Assert.Single(document.Sentences);
    }

    // Texts of the characters that a tokenizer stumbles over, besides wholly random ones.
    private static readonly Gen<string> AwkwardTexts = Gen.OneOf(
        Gen.String,
        Gen.Char["abAB.,'’\"“” -/\n@:1290!?…()\ud83d\ude00\u00a0&$#n'ts\u200b"].Array[0, 60].Select(c => new string(c)),
        Gen.OneOf("said", "U.S.", "Mr.", "No.", "don't", "“", "”", "\"", ".", "...", "?", " ", "\n", "al", "-", "Assad", "http://", "a@b.c", "5", "pm", "[1]", "\ud800", "\0").Array[0, 40].Select(string.Concat));

    [Fact]
    public void Tokens_tile_any_text() => AwkwardTexts.Sample(text =>
    {
        var document = Tokenize(text);
        var at = 0;
        foreach (var token in document.Tokens)
        {
            if (!string.IsNullOrWhiteSpace(text[at..token.Span.Start]) || token.Form != document.Words(token.Span) || token.Span.Length == 0 || token.Form.Any(char.IsWhiteSpace))
                return false;
            at = token.Span.End;
        }
        return string.IsNullOrWhiteSpace(text[at..]);
    });

    [Fact]
    public void Sentences_tile_the_tokens() => AwkwardTexts.Sample(text =>
    {
        var document = Tokenize(text);
        var at = 0;
        foreach (var sentence in document.Sentences)
        {
            if (sentence.First != at || sentence.Count is < 1 or > 200)
                return false;
            at = sentence.End;
        }
        return at == document.Tokens.Length;
    });

    [Theory]
    [InlineData('a')]
    [InlineData('.')]
    [InlineData('-')]
    [InlineData('"')]
    [InlineData('\'')]
    [InlineData('1')]
    [InlineData('\ud83d')]
    public void A_long_text_without_blanks_takes_linear_time(char c)
    {
        var text = new string(c, 2_000_000);
        var watch = System.Diagnostics.Stopwatch.StartNew();
        Tokenize(text);
        // Quadratic time would be hours; a busy machine is allowed for.
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(60));
    }
}
