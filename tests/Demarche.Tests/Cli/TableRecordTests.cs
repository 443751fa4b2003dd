using CsCheck;
using Demarche.Cli;
using Demarche.Tests.Record;

namespace Demarche.Tests.Cli;

public sealed class TableRecordTests
{
    private static string Written(int width, Document document) => Recorded.Written(output => new TableRecord(new PlainScreen(output, width)), document);

    [Fact]
    public void Shows_events_statements_and_positions_with_their_words() => Assert.Equal(
        """
        Lusonia warns Tiberia over dam
        Example Courier · 16 March 2021 · 2 events · 3 statements · 2 positions

        Events
          e1   16 Mar 2021  threaten       Lusonia → Tiberia
               “Lusonia would close the river port of Varna if Tiberia fills the reservoir” (Varna)
               according to Ana Kovač
          e2   1994 – 1995  reject (deny)  Tiberia's envoy · reported, background
               “Tiberia's envoy had "denied any breach"”
               according to Her office, Lusonia

        Statements
          a1   Ana Kovač · says · by “said” · 16 Mar 2021
               “that Lusonia would close the river port of Varna if Tiberia fills the reservoir”
          a2   Her office, Lusonia · says · by “told” · statement
               “that Tiberia's envoy had "denied any breach" of the 1994 water treaty”
          │ a3   Tiberia's envoy · denies · by “denied”
          │      “any breach" of the 1994 water treaty”

        Positions
          p1   Lusonia threaten: water sharing → Tiberia
               “Lusonia would close the river port of Varna if Tiberia fills the reservoir”
               depends on if Tiberia fills the reservoir
          p2   Tiberia's envoy deny: water sharing
               “Tiberia's envoy had "denied any breach"”

        Where each side stands
          Lusonia
               water sharing: threaten (p1) “Lusonia would close the river port of Varna if Tiberia fills
                 the reservoir”
          Tiberia's envoy
               water sharing: deny (p2) “Tiberia's envoy had "denied any breach"”

        Agreements
          g1   “1994 water treaty” kept, says Tiberia's envoy

          Left out, 2 lines: leftover of the page; pull quote

        """.ReplaceLineEndings("\n"),
        Written(100, Recorded.Story()));

    [Theory]
    [InlineData("2021-12-13", "2021-12-19", "13–19 Dec 2021")]
    [InlineData("1990-07-30", "1990-08-05", "30 Jul – 5 Aug 1990")]
    [InlineData("2020-12-28", "2021-01-03", "28 Dec 2020 – 3 Jan 2021")]
    [InlineData("2019-03", "2019-05", "Mar – May 2019")]
    [InlineData("1994", "1995", "1994 – 1995")]
    [InlineData("2021-12-13", "2021-12-13", "13 Dec 2021")]
    public void An_interval_names_month_and_year_once(string from, string to, string expected)
    {
        var e = Recorded.Story().Events[0];
        (e.Date, e.DateEnd) = (Partial(from), Partial(to));
        Assert.Equal(expected, Phrases.Dates(e));

        static PartialDate Partial(string date)
        {
            var parts = date.Split('-').Select(part => int.Parse(part, System.Globalization.CultureInfo.InvariantCulture)).ToList();
            return new(parts[0], parts.ElementAtOrDefault(1), parts.ElementAtOrDefault(2));
        }
    }

    [Theory]
    [InlineData(40)]
    [InlineData(80)]
    [InlineData(100)]
    [InlineData(200)]
    public void No_line_is_wider_than_the_screen(int width)
    {
        Assert.All(Written(width, Recorded.Story()).Split('\n'), line => Assert.True(Layout.WidthOf(line) <= width, line));
        Assert.All(Written(width, Recorded.Story()).Split('\n'), line => Assert.Equal(line.TrimEnd(), line));
    }

    [Fact]
    public void What_could_steer_a_terminal_is_left_out()
    {
        var output = Written(80, Recorded.Story("\u001b[31mred\u001b[0m \u0007bell \u202Eturned \u009b2J\n" + Recorded.Story().Text, outlet: "\u001b]0;title\u0007"));
        Assert.DoesNotContain(output, c => c != '\n' && (char.IsControl(c) || c == '\u202E'));
    }

    [Fact]
    public void Colours_change_no_word()
    {
        var output = Recorded.Written(text => new TableRecord(ColourScreen.Create(text, 80)), Recorded.Story());
        Assert.Equal(Written(80, Recorded.Story()), System.Text.RegularExpressions.Regex.Replace(output, "\u001b\\[[0-9;]*m", "").Replace("\r\n", "\n", StringComparison.Ordinal));
    }

    [Fact]
    public void Any_words_fit_any_width() =>
        Gen.Select(Gen.Char.Array[0, 300].Select(c => new string(c)), Gen.Int[20, 120], Gen.Int[0, 30]).Sample((text, width, hanging) =>
        {
            var output = new StringWriter { NewLine = "\n" };
            Layout.Write(new PlainScreen(output, width), ["  ", "e1 "], hanging, text, "and more words at the end");
            Assert.All(output.ToString().Split('\n'), line => Assert.True(Layout.WidthOf(line) <= width, line));
        });
}
