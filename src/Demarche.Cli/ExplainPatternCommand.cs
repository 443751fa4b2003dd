using System.CommandLine;
using System.Globalization;
using System.Text;
using Demarche.Coding;
using Demarche.Training.Scoring;

namespace Demarche.Cli;

/// <summary><c>demarche codebook explain</c>: what an entry looks for, what competes with it, and what becomes of its sentences.</summary>
internal static class ExplainPatternCommand
{
    private const int MostRivals = 12;

    public static Command Create(Terminal terminal)
    {
        var id = new Argument<string>("ID") { Description = "An entry, as records name it (sanction/impose-sanctions), or its id alone." };
        var command = new Command("explain", "Says what an entry of the codebook looks for, which others compete with it, and what becomes of its sentences.") { id };
        var options = new StoryOptions(command, takesPaths: false);
        command.SetAction(parsed =>
        {
            using var coder = options.LoadCoder(parsed, terminal);
            if (coder is null)
                return Exit.Usage;
            var wanted = parsed.GetRequiredValue(id);
            var patterns = coder.Codebook.Patterns.Where(pattern => pattern.Rule == wanted || pattern.Id == wanted).ToList();
            if (patterns.Count == 0)
            {
                var known = coder.Codebook.Patterns.Select(pattern => wanted.Contains('/', StringComparison.Ordinal) ? pattern.Rule : pattern.Id);
                terminal.Error.WriteLine($"{wanted} is no entry of the codebook{Codebooks.CodebookException.DidYouMean(wanted, known)}");
                return Exit.Usage;
            }
            using var output = new StreamWriter(new StandingStream(terminal.Output), new UTF8Encoding(false)) { NewLine = "\n" };
            foreach (var pattern in patterns)
                Write(output, coder, pattern);
            return Exit.Done;
        });
        return command;
    }

    private static void Write(TextWriter output, Coder coder, Pattern pattern)
    {
        var type = coder.Codebook.Type(pattern.Type)!;
        output.WriteLine($"{pattern.Rule}  ({pattern.File}:{pattern.Line})");
        Row("codes", string.Join(", ", ((string?[])
        [
            pattern.Type, pattern.Mode is null ? null : $"mode {pattern.Mode}", pattern.Contexts.Count == 0 ? null : $"contexts {string.Join(", ", pattern.Contexts)}",
            $"quad {type.Quad.ToString(CultureInfo.InvariantCulture)}", (pattern.Score ?? type.Score) is { } score ? string.Create(CultureInfo.InvariantCulture, $"score {score}") : null,
            pattern.Cameo is null ? null : $"CAMEO {pattern.Cameo}", pattern.Reciprocal ? "all sides are actors" : null, pattern.Status is { } status ? status.ToString().ToLowerInvariant() : null,
        ]).OfType<string>()));
        foreach (var (i, written) in pattern.Written.Index())
            Row(i == 0 ? "written" : "or", written);
        foreach (var form in pattern.Forms)
            Row(form.Kind switch { FormKind.Noun => "as noun", FormKind.Predicate => "after be", _ => "as verb" }, string.Create(CultureInfo.InvariantCulture, $"{Triggers(form)}; weight {form.Weight}"));

        var triggers = TriggersOf(pattern);
        var rivals = coder.Codebook.Patterns.Where(other => other != pattern).Select(other => (Pattern: other, Shared: TriggersOf(other).Count(triggers.Contains))).Where(other => other.Shared > 0)
            .OrderByDescending(other => other.Pattern.Type == pattern.Type).ThenByDescending(other => other.Shared).Select(other => other.Pattern).ToList();
        foreach (var rival in rivals.Take(MostRivals))
            Row("same word", $"{rival.Rule}: {rival.Written[0]}");
        if (rivals.Count > MostRivals)
            Row("same word", string.Create(CultureInfo.InvariantCulture, $"and {rivals.Count - MostRivals} more"));
        foreach (var outcome in ExampleChecker.Check(coder, [pattern]).Outcomes)
        {
            Row(outcome.Counterexample ? "leaves" : "takes", $"{(outcome.Holds ? "✓" : "✗")} “{outcome.Sentence}”");
            Row("", outcome.What);
        }

        void Row(string label, string text) => output.WriteLine($"  {label,-12}{text}");
    }

    private static string Triggers(Form form) => string.Join(", ", form.Triggers.Concat(form.TriggerClasses.Select(lexicon => $"{{{lexicon.Name}}}")));

    private static HashSet<string> TriggersOf(Pattern pattern) =>
        [.. pattern.Forms.SelectMany(form => form.Triggers.Select(trigger => $"{(form.Kind == FormKind.Noun ? "noun " : "")}{trigger.Split('_')[0]}"))];
}
