using Demarche.Cli;
using Demarche.Record;

namespace Demarche.Tests.Stories;

/// <summary>Grounded, attributed, repeatable, explained: on every sample and every story of the project.</summary>
public sealed class PromiseTests
{
    public static TheoryData<int, string> Stories => new(Project.Stories.Select((story, i) => (i, $"{story.Outlet}, {story.Published:yyyy-MM-dd}")));

    [Theory]
    [MemberData(nameof(Stories))]
    public void Every_record_rests_on_words_of_the_story(int number, string name) =>
        Assert.Equal((name, null), (name, RecordCheck.Fault(Project.Coder.Code(Project.Stories[number]), Project.Coder.Run)));

    [Theory]
    [MemberData(nameof(Stories))]
    public void Every_record_says_why(int number, string name)
    {
        var document = Project.Coder.Code(Project.Stories[number]);
        Assert.All(document.Events, e => Assert.False(string.IsNullOrWhiteSpace(e.Why) || string.IsNullOrWhiteSpace(e.Rule), $"{name}: {e.Id}"));
        Assert.All(document.Attributions, a => Assert.False(string.IsNullOrWhiteSpace(a.Why) || string.IsNullOrWhiteSpace(a.Rule), $"{name}: {a.Id}"));
        Assert.All(document.Positions, p => Assert.False(string.IsNullOrWhiteSpace(p.Why) || string.IsNullOrWhiteSpace(p.Rule), $"{name}: {p.Id}"));
        Assert.All(document.Ignored, i => Assert.False(string.IsNullOrWhiteSpace(i.Why), $"{name}: {i.Span}"));
    }

    [Theory]
    [MemberData(nameof(Stories))]
    public void What_is_asserted_stands_in_no_attribution_but_for_what_its_speaker_does_by_saying_it(int number, string name)
    {
        var document = Project.Coder.Code(Project.Stories[number]);
        Assert.Empty(document.Events.Where(e => e.Status == EventStatus.Asserted && e.Attribution is not null && !IsDoneBySaying(document, e)).Select(e => $"{name}: {e.Id} ({e.Rule}) in {e.Attribution!.Id}"));
    }

    /// <summary>A speech act of the present, told by nobody but whoever does it; behind a verb in the past (“said it rejected the plan”) its tense is that of the telling.</summary>
    private static bool IsDoneBySaying(Document document, Event e)
    {
        for (var around = e.Attribution; around is not null; around = around.Via)
            if (around.Speaker is not { } speaker || around.Kind is AttributionKind.Belief or AttributionKind.Intention || !e.Actors.Any(speaker.SameSide))
                return false;
        return Project.Coder.Codebook.Operators.DoneBySaying.Contains(e.Type) && (document.Tokens[e.Trigger].Xpos != "VBD" || e.Attribution is { Kind: AttributionKind.Indirect, CueHead: >= 0 and var cue } && document.Tokens[cue].Xpos == "VBD");
    }

    [Fact]
    public void A_story_gives_the_same_bytes_alone_and_among_others_in_any_order()
    {
        var alone = Project.Stories.Select(Line).ToList();
        using var another = Coder.Load(new() { Codebook = Project.In("codebook"), Model = Project.In("models/en/model.bin") });
        for (var i = Project.Stories.Count - 1; i >= 0; i--)
            Assert.Equal(alone[i], Convert.ToHexString(JsonRecord.Line(another.Code(Project.Stories[i]), another.Run)));
        var together = new string[alone.Count];
        Parallel.For(0, together.Length, i => together[i] = Line(Project.Stories[i]));
        Assert.Equal(alone, together);

        static string Line(Story story) => Convert.ToHexString(JsonRecord.Line(Project.Coder.Code(story), Project.Coder.Run));
    }

    [Fact]
    public void The_command_gives_the_same_bytes_with_one_thread_and_with_two_and_lines_in_the_order_of_paths()
    {
        var one = Code("--threads", "1");
        Assert.Equal(one, Code("--threads", "2"));
        Assert.Equal(one, string.Concat(Directory.GetFiles(Project.In("samples")).Order(StringComparer.Ordinal).Select(path => Code(path, "--threads", "2"))));

        static string Code(params string[] arguments)
        {
            using var output = new MemoryStream();
            using var error = new StringWriter();
            string[] paths = arguments[0].StartsWith('-') ? [Project.In("samples")] : [];
            var status = Program.Run(["code", .. paths, .. arguments, "--format", "jsonl"], new() { OpenInput = () => Stream.Null, Output = output, Error = error });
            Assert.True(status == 0, error.ToString());
            return System.Text.Encoding.UTF8.GetString(output.ToArray());
        }
    }

    [Fact]
    public void Samples_are_ten_from_at_least_four_crises_and_two_of_one_day()
    {
        var samples = new Demarche.Reading.StoryReader().Read([Project.In("samples")]).Select(read => read.Story!).ToList();
        Assert.True(samples.Count >= 10, $"{samples.Count} samples");
        Assert.DoesNotContain(null, samples.Select(sample => sample.Published));
        Assert.Contains(samples.GroupBy(sample => sample.Published), day => day.Count() > 1);
    }
}
