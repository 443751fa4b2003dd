using CsvHelper;
using Demarche.Record;

namespace Demarche.Tests.Record;

public sealed class CsvRecordTests
{
    [Fact]
    public void Writes_a_row_an_event()
    {
        var story = Recorded.Story();
        Assert.Equal(
            $""""
            story,outlet,published,event,type,mode,contexts,actors,recipients,date,date_end,date_precision,date_note,place,place_country,where_prec,place_why,status,background,speakers,evidence,start,end,quad,score,rule,confidence,why
            {story.Story.Id},Example Courier,2021-03-16,e1,THREATEN,,economic,LUS,TIB,2021-03-16,,day,,Varna,LUS,1,“Varna” is in the tables,asserted,false,ana-kovac,Lusonia would close the river port of Varna if Tiberia fills the reservoir,80,154,3,-4.4,threaten/would-close,0.85,“would close … if …” is a conditional threat
            {story.Story.Id},Example Courier,2021-03-16,e2,REJECT,deny,,Tiberia's envoy,,1994,1995,year,,,,,,reported,true,Her office; LUS,"Tiberia's envoy had ""denied any breach""",187,226,3,,reject/deny,1,“denied” matches reject/deny

            """".ReplaceLineEndings("\r\n"),
            Recorded.Written(output => new CsvRecord(output), story));
    }

    [Fact]
    public void Names_speakers_from_the_outermost()
    {
        var story = Recorded.Story();
        story.Events.RemoveAt(0);
        story.Events[0] = new()
        {
            Type = "REJECT", Actors = [], Recipients = [], Status = EventStatus.Reported, Evidence = new(0, 1), Spans = [], Rule = "r", Why = "w", Attribution = story.Attributions[2],
        };
        Assert.Contains(",Her office; LUS > Tiberia's envoy,", Recorded.Written(output => new CsvRecord(output), story), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("=HYPERLINK(1)")]
    [InlineData("-2+3, or so")]
    [InlineData("two\nlines, \"quoted\"")]
    public void Gives_the_words_back_as_they_were(string words)
    {
        var document = new Document(new Story(words));
        document.Events.Add(new() { Type = "AID", Actors = [], Recipients = [], Status = EventStatus.Asserted, Evidence = new(0, words.Length), Spans = [], Rule = "r", Why = "w" });
        using var csv = CsvReader.Create(new StringReader(Recorded.Written(output => new CsvRecord(output), document)), new CsvReaderOptions { HasHeader = false });
        Assert.True(csv.Read());
        var at = Array.IndexOf(csv.Current.ToArray(), "evidence");
        Assert.True(csv.Read());
        Assert.Equal(words, csv.Current.ToArray()[at]);
    }
}
