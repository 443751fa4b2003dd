using Microsoft.Playwright;

namespace Demarche.Tests.Record;

public sealed class PageTests(Browser browser) : IClassFixture<Browser>
{
    [Fact]
    public async Task A_click_on_a_record_lights_its_words()
    {
        var page = await browser.Open(HtmlRecordTests.Page(Recorded.Story()));
        await page.ClickAsync("#record-e1");
        Assert.Equal("Lusonia would close the river port of Varna if Tiberia fills the reservoir", await Lit(page, ":not(.lit-mention):not(.lit-date)"));
        Assert.Equal("close", await Lit(page, ".lit-trigger"));
        Assert.Equal("on Tuesday", await Lit(page, ".lit-date"));
    }

    [Fact]
    public async Task A_click_on_words_lights_the_smallest_record_and_then_the_ones_around_it()
    {
        var page = await browser.Open(HtmlRecordTests.Page(Recorded.Story()));
        var words = page.Locator("article .trigger", new() { HasText = "denied" });
        await words.ClickAsync();
        var first = await page.Locator(".records li.lit").GetAttributeAsync("id");
        Assert.True(first is "record-e2" or "record-p2", first);
        var seen = new List<string?> { first };
        for (var i = 0; i < 3; i++)
        {
            await words.ClickAsync();
            seen.Add(await page.Locator(".records li.lit").GetAttributeAsync("id"));
        }
        Assert.Contains("record-a2", seen);
        Assert.Contains("record-a3", seen);
    }

    [Fact]
    public async Task Statements_inside_statements_are_bars_inside_bars_with_names()
    {
        var page = await browser.Open(HtmlRecordTests.Page(Recorded.Story()));
        Assert.Equal("Her office, Lusonia", await page.Locator("#record-a3 > .says > .name").InnerTextAsync());
        Assert.StartsWith("Tiberia's envoy", await page.Locator("#record-a3 > .says > .says > .name").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(1, await page.Locator(".gutter i.deep").CountAsync());
        Assert.Contains("Her office, Lusonia", await page.Locator(".gutter").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keys_walk_over_the_records_and_say_why()
    {
        var page = await browser.Open(HtmlRecordTests.Page(Recorded.Story()));
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("k");
        var first = await page.Locator(".records li.lit").GetAttributeAsync("id");
        Assert.Equal(await page.Locator(".records li").First.GetAttributeAsync("id"), first);
        await page.Keyboard.PressAsync("Enter");
        Assert.True(await page.Locator($"#{first} .why").IsVisibleAsync());
        await page.Keyboard.PressAsync("Escape");
        Assert.Equal(0, await page.Locator(".lit:not(.why *)").CountAsync());
        await page.Keyboard.PressAsync("?");
        Assert.True(await page.Locator("dialog").IsVisibleAsync());
    }

    [Fact]
    public async Task Dots_of_the_timeline_and_cells_of_positions_light_their_records()
    {
        var page = await browser.Open(HtmlRecordTests.Page(Recorded.Story()));
        await page.ClickAsync(".timeline [data-record=e2]");
        Assert.Equal("record-e2", await page.Locator(".records li.lit").GetAttributeAsync("id"));
        await page.ClickAsync(".positions [data-record=p1]");
        Assert.Equal("record-p1", await page.Locator(".records li.lit").GetAttributeAsync("id"));
        Assert.Equal(["Lusonia", "Tiberia's envoy"], await page.Locator(".positions tbody th").AllInnerTextsAsync());
    }

    [Fact]
    public async Task The_address_opens_the_record_again()
    {
        var story = Recorded.Story();
        var page = await browser.Open(HtmlRecordTests.Page(story));
        await page.ClickAsync("#record-p1");
        Assert.EndsWith($"#{story.Story.Id}/p1", page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stories_are_turned_like_leaves()
    {
        var other = new Document(new Story("Nothing happened.\n") { Title = "A quiet day" });
        var page = await browser.Open(HtmlRecordTests.Page(Recorded.Story(), other));
        Assert.Equal(["Lusonia warns Tiberia over dam · Example Courier · 2021-03-16", "A quiet day"], await page.Locator("select option").AllInnerTextsAsync());
        await page.Keyboard.PressAsync("n");
        Assert.Contains("Nothing happened.", await page.InnerTextAsync("article"), StringComparison.Ordinal);
        Assert.Contains("Nothing in this text became a record.", await page.InnerTextAsync(".records"), StringComparison.Ordinal);
        await page.Keyboard.PressAsync("p");
        Assert.Contains("Ana Kovač", await page.InnerTextAsync("article"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hostile_text_is_words_and_nothing_else()
    {
        const string Hostile = "</script><script>document.title='taken'</script><img src=x onerror=\"document.title='taken'\"> & \"quotes\" '";
        var page = await browser.Open(HtmlRecordTests.Page(Recorded.Story(Hostile + "\n" + Recorded.Story().Text, outlet: Hostile)));
        Assert.Contains(Hostile, await page.InnerTextAsync("article"), StringComparison.Ordinal);
        Assert.Equal(0, await page.Locator("img").CountAsync());
        Assert.DoesNotContain("taken", (await page.TitleAsync()).Split('–')[0], StringComparison.Ordinal);
        Assert.NotEqual("taken", await page.TitleAsync());
    }

    [Theory]
    [InlineData(ColorScheme.Light, 1440)]
    [InlineData(ColorScheme.Dark, 1440)]
    [InlineData(ColorScheme.Light, 390)]
    public async Task Draws_without_network_and_without_error(ColorScheme scheme, int width)
    {
        var page = await browser.Open(HtmlRecordTests.Page(Recorded.Story()), scheme, width);
        var requests = new List<string>();
        var errors = new List<string>();
        page.Request += (_, request) => requests.Add(request.Url);
        page.PageError += (_, error) => errors.Add(error);
        page.Console += (_, message) => errors.Add(message.Text);
        foreach (var record in await page.Locator(".records li:visible .head").AllAsync())
        {
            await record.ClickAsync();
            await record.ClickAsync();
        }
        Assert.Empty(requests);
        Assert.Empty(errors);
        // No line of the page is wider than the window.
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
        var folder = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), "demarche-screenshots")).FullName;
        await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"page-{scheme.ToString().ToLowerInvariant()}-{width}.png"), FullPage = true });
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Words_stand_out_from_their_ground(ColorScheme scheme)
    {
        var page = await browser.Open(HtmlRecordTests.Page(Recorded.Story()), scheme);
        await page.ClickAsync("#record-e1");
        // WCAG 2, 1.4.3: at least 4.5 to 1, whatever is mixed into the ground.
        var poor = await page.EvaluateAsync<string[]>("""
            () => {
              const parse = c => { const n = c.match(/[\d.]+/g).map(Number); return c.startsWith("color(") ? [n[0] * 255, n[1] * 255, n[2] * 255, n[3] ?? 1] : [n[0], n[1], n[2], n[3] ?? 1]; };
              const ground = e => {
                const layers = [];
                for (let x = e; x; x = x.parentElement) layers.push(parse(getComputedStyle(x).backgroundColor));
                return layers.reverse().reduce((under, [r, g, b, a]) => [r * a + under[0] * (1 - a), g * a + under[1] * (1 - a), b * a + under[2] * (1 - a)], [255, 255, 255]);
              };
              const light = c => c.slice(0, 3).map(v => v / 255).map(v => v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4).reduce((sum, v, i) => sum + v * [.2126, .7152, .0722][i], 0);
              const poor = [];
              for (const e of document.querySelectorAll("body *")) {
                if (![...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()) || !e.checkVisibility() || e.closest("svg, script, style, .unseen")) continue;
                const a = light(parse(getComputedStyle(e).color)), b = light(ground(e));
                const ratio = (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
                if (ratio < 4.5) poor.push(`${e.tagName}.${e.className} ${ratio.toFixed(2)} ${e.textContent.slice(0, 30)}`);
              }
              return poor;
            }
            """);
        Assert.Empty(poor);
    }

    private static async Task<string> Lit(IPage page, string filter) => string.Concat(await page.Locator($"article .lit{filter}").AllTextContentsAsync());
}
