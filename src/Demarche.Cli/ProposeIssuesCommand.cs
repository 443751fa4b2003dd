using System.CommandLine;
using System.Text;
using Demarche.Cli.Stores;
using Demarche.Positioning;
using Demarche.Store;

namespace Demarche.Cli;

/// <summary><c>demarche codebook issues</c>: proposes issues for positions that none of the codebook fits.</summary>
internal static class ProposeIssuesCommand
{
    private const int MostExamples = 3;

    public static Command Create(Terminal terminal)
    {
        var store = new Option<string?>("--store") { Description = "The file of a crisis whose positions are read instead of stories.", HelpName = "FILE" };
        var least = new Option<int>("--least") { Description = "How many statements a proposal needs (2); a joint one is one.", HelpName = "N", DefaultValueFactory = _ => 2 };
        var threads = StoryOptions.Threads();
        var command = new Command("issues", "Proposes new issues from positions that fit none of the codebook: each group of similar labels is an entry to complete and to paste into a layer.") { store, least, threads };
        var options = new StoryOptions(command, needsPaths: false);
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(store) is null == (options.Paths(parsed).Count == 0))
            {
                terminal.Error.WriteLine("write either stories to read or a store, as --store FILE");
                return Exit.Usage;
            }
            using var coder = options.LoadCoder(parsed, terminal);
            if (coder is null)
                return Exit.Usage;
            if (parsed.GetValue(store) is { } path)
                return StoreOption.With(path, terminal, StoreAccess.Read, open => Write(terminal, coder, Read(coder, open), parsed.GetValue(least)));
            var failed = 0;
            var positions = new List<OpenPosition>();
            foreach (var story in new CodingLine(coder, parsed.GetValue(threads)).Code(options.Read(parsed, terminal)))
            {
                if (story.Document is { } document)
                    positions.AddRange(OpenPosition.Of(document));
                else
                {
                    terminal.Error.WriteLine(story.Error);
                    failed++;
                }
            }
            Write(terminal, coder, positions, parsed.GetValue(least));
            return failed > 0 ? Exit.SomeFailed : Exit.Done;
        });
        return command;
    }

    private static List<OpenPosition> Read(Coder coder, RecordStore store)
    {
        var positions = new List<OpenPosition>();
        foreach (var open in store.OpenPositions())
        {
            var document = coder.Analyse(open.Story, Layers.Tokens);
            positions.AddRange(open.Positions.Select(position => new OpenPosition(position.Label, position.Actor, position.Stance, OpenPosition.NameOf(open.Story), document.Words(position.Words), OpenPosition.SentenceAt(document, position.Words))));
        }
        return positions;
    }

    private static int Write(Terminal terminal, Coder coder, List<OpenPosition> positions, int least)
    {
        var proposals = new IssueProposer(coder).Propose(positions, least);
        using var output = new StreamWriter(new StandingStream(terminal.Output), new UTF8Encoding(false)) { NewLine = "\n" };
        output.WriteLine(FormattableString.Invariant($"# {Count(positions.Count, "position")} on no issue of the codebook; {Count(proposals.Count, "issue")} proposed."));
        if (proposals.Count == 0)
            return Exit.Done;
        output.WriteLine("# Keep what is one matter, complete definition, for and against, and save it as issues/NAME.yaml in a folder that --codebook names.");
        output.WriteLine("issues:");
        foreach (var proposal in proposals)
            Write(output, coder, proposal);
        return Exit.Done;
    }

    private static void Write(TextWriter output, Coder coder, IssueProposal proposal)
    {
        foreach (var position in proposal.Positions)
            output.WriteLine($"  # {position.Label}: {position.Stance} of {position.Actor} ({position.Story}): “{OneLine(position.Words)}”");
        output.WriteLine($"  - id: {NewPatternCommand.Quoted(proposal.Id)}");
        output.WriteLine($"    name: {NewPatternCommand.Quoted(proposal.Name)}");
        output.WriteLine($"    definition: {NewPatternCommand.Quoted($"What is said of {Lower(proposal.Name)}.")} # what belongs to it, in a sentence");
        output.WriteLine($"    for: {NewPatternCommand.Quoted("it")} # what those who are for it want");
        output.WriteLine($"    against: {NewPatternCommand.Quoted("none of it")} # what those who are against it want");
        output.WriteLine($"    terms: [{string.Join(", ", proposal.Terms.Select(NewPatternCommand.Quoted))}]");
        output.WriteLine("    examples:");
        foreach (var sentence in proposal.Positions.Select(position => OneLine(position.Sentence)).Distinct(StringComparer.Ordinal).OrderBy(sentence => sentence.Length).Take(MostExamples))
            output.WriteLine($"      - {NewPatternCommand.Quoted(sentence)}");
        // Any sentence of another issue will do to begin with.
        var other = coder.Codebook.Issues[0];
        output.WriteLine("    counterexamples: # a sentence that looks alike, and the issue that it is on");
        output.WriteLine($"      - {NewPatternCommand.Quoted(other.Examples[0])}: {other.Id}");
    }

    private static string Lower(string name) => name.Length > 1 && char.IsLower(name[1]) ? char.ToLowerInvariant(name[0]) + name[1..] : name;

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Count(int count, string noun) => FormattableString.Invariant($"{count} {noun}{(count == 1 ? "" : "s")}");
}
