using System.CommandLine;
using System.Text;
using Demarche.Codebooks;
using Demarche.Coding;

namespace Demarche.Cli;

/// <summary><c>demarche codebook new</c>: starts an entry from a sentence that it should take.</summary>
internal static class NewPatternCommand
{
    public static Command Create(Terminal terminal)
    {
        var type = new Argument<string>("TYPE") { Description = "The type of event: one of the codebook, or a new one." };
        var sentence = new Argument<string>("SENTENCE") { Description = "A sentence that the entry should take, with its parts marked: \"[Kenya](actor) warned [Somalia](recipient).\"" };
        var command = new Command("new", "Starts an entry of the codebook from a sentence that it should take, and says what codes that sentence today.") { type, sentence };
        var options = new StoryOptions(command, takesPaths: false);
        command.SetAction(parsed =>
        {
            using var coder = options.LoadCoder(parsed, terminal);
            if (coder is null)
                return Exit.Usage;
            try
            {
                var name = parsed.GetRequiredValue(type).ToUpperInvariant();
                var marked = parsed.GetRequiredValue(sentence);
                var example = Example.Parse(marked);
                if (PatternDraft.Of(coder, example) is not { } match)
                    throw new CodebookException("SENTENCE", 0, "has no verb of which the words marked (actor) are the subject");
                using var output = new StreamWriter(new StandingStream(terminal.Output), new UTF8Encoding(false)) { NewLine = "\n" };
                Write(output, coder, name, marked, example, match);
                return Exit.Done;
            }
            catch (CodebookException error)
            {
                terminal.Error.WriteLine(error.Message);
                return Exit.Usage;
            }
        });
        return command;
    }

    private static void Write(TextWriter output, Coder coder, string type, string marked, Example example, string match)
    {
        var today = coder.Analyse(new(example.Text), Layers.Events, asBody: true).Events;
        foreach (var e in today)
            output.WriteLine($"# today: {Layout.Clean(e.ToString())}");
        if (today.Count == 0)
            output.WriteLine("# today: nothing");
        if (coder.Codebook.Type(type) is null)
        {
            output.WriteLine($"type: {type}");
            output.WriteLine("quad:         # 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict");
            output.WriteLine("definition: > # what belongs to it, in a sentence or two");
            output.WriteLine("patterns:");
        }
        output.WriteLine($"  - id: {Id(match)}");
        output.WriteLine($"    match: {Quoted(match)}");
        output.WriteLine("    examples:");
        output.WriteLine($"      - {Quoted(marked)}");
        output.WriteLine("    counterexamples: # a sentence that it must leave, and the type that this one is, or none");
        output.WriteLine("      - \"\": none");
    }

    private static string Id(string match) =>
        string.Join('-', match.Split(' ').Where(word => word[0] is not ('<' or '*')).Select(word => word.Trim('{', '}').Replace('_', '-')));

    /// <summary>A text as YAML takes it in one line, whatever stands in it.</summary>
    internal static string Quoted(string text) => $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
