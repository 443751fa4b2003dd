using System.Text.RegularExpressions;
using Demarche.Record;

namespace Demarche.Tests.Record;

public sealed partial class HtmlRecordTests
{
    public static string Page(params Document[] documents) => Recorded.Written(output => new HtmlRecord(output, Recorded.Run), documents);

    [Fact]
    public void Asks_for_nothing_outside_itself()
    {
        var page = Page(Recorded.Story());
        Assert.Contains("default-src 'none'", page, StringComparison.Ordinal);
        Assert.DoesNotMatch(Outside(), page.Replace("http://www.w3.org/2000/svg", "", StringComparison.Ordinal));
    }

    [Fact]
    public void A_hostile_text_closes_nothing()
    {
        var page = Page(Recorded.Story("</script><script>alert(1)</script><!-- '\" onload=alert(2) {{script}} {{stories}}\n" + Recorded.Story().Text, outlet: "</script>\"'<img src=x onerror=alert(3)>"));
        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", page, StringComparison.Ordinal);
        Assert.Equal(2, ScriptEnds().Count(page));
    }

    [Fact]
    public void Is_the_same_twice() => Assert.Equal(Page(Recorded.Story()), Page(Recorded.Story()));

    [GeneratedRegex(@"https?://|<link[^>]+stylesheet|@import|url\(|fetch\(|XMLHttpRequest")]
    private static partial Regex Outside();

    [GeneratedRegex("</script", RegexOptions.IgnoreCase)]
    private static partial Regex ScriptEnds();
}
