using Demarche.Parsing;

namespace Demarche.Codebooks;

/// <summary>Names events that tell of one kind of deed.</summary>
/// <param name="names">Types, and rules with their folder; <c>*</c> at the end stands for any ending.</param>
internal sealed class DeedRules(IReadOnlyList<string> names)
{
    /// <summary>True where an event that a verb tells of is one of these.</summary>
    public bool Hold(Document document, int verb)
    {
        foreach (var e in document.Events)
            if (e.Trigger == verb && Hold(e))
                return true;
        return false;
    }

    private bool Hold(Event e)
    {
        foreach (var name in names)
            if (name[^1] == '*' ? e.Rule.AsSpan().StartsWith(name.AsSpan(0, name.Length - 1), StringComparison.Ordinal) : name == e.Type || name == e.Rule)
                return true;
        return false;
    }
}
