using System.CommandLine;

namespace Demarche.Cli;

/// <summary>The options <c>--format</c> and <c>--out</c> of a command: in which form it writes, and where.</summary>
internal sealed class FormOptions
{
    private readonly (string Form, string[] Endings)[] _forms;
    private readonly Option<string?> _format;
    private readonly Option<string?> _output = new("--out") { Description = "Where to write instead of standard output.", HelpName = "FILE" };

    /// <param name="command">The command that gets the options.</param>
    /// <param name="described">The forms in words.</param>
    /// <param name="forms">The forms, each with the endings of file names that stand for it; the first is the one for reading here.</param>
    public FormOptions(Command command, string described, params (string Form, string[] Endings)[] forms)
    {
        _forms = forms;
        _format = new("--format") { Description = $"{described}; by default what the ending of --out says, else {forms[0].Form}.", HelpName = "FORMAT" };
        _format.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && !forms.Any(form => form.Form == result.Tokens[0].Value))
                result.AddError($"--format {result.Tokens[0].Value} is not known; write {Forms}");
        });
        // A table for reading in a file that is called .xlsx would open nowhere.
        command.Validators.Add(result =>
        {
            if (result.GetValue(_format) is null && result.GetValue(_output) is { } path && FormOf(path) is null)
                result.AddError($"--out {path}: no form is called {Path.GetExtension(path)}; end it in {string.Join(", ", forms.SelectMany(form => form.Endings))}, or say --format ({Forms})");
        });
        command.Add(_format);
        command.Add(_output);
    }

    private string Forms => string.Join(", ", _forms.Select(form => form.Form));

    /// <summary>The file to write; null for standard output.</summary>
    public string? Output(ParseResult parsed) => parsed.GetValue(_output);

    /// <summary>The form to write.</summary>
    public string Form(ParseResult parsed) => parsed.GetValue(_format) ?? (Output(parsed) is { } path ? FormOf(path) : null) ?? _forms[0].Form;

    private string? FormOf(string path)
    {
        var ending = Path.GetExtension(path).ToLowerInvariant();
        return ending.Length == 0 ? _forms[0].Form : Array.Find(_forms, form => form.Endings.Contains(ending)).Form;
    }
}
