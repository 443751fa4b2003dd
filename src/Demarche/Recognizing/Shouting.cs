namespace Demarche.Recognizing;

/// <summary>Whether a sentence stands in capitals, as some headlines do: then capitals tell no name.</summary>
internal static class Shouting
{
    public static bool In(Token[] tokens, int first, int end)
    {
        int words = 0, capitals = 0;
        for (var t = first; t < end; t++)
        {
            var form = tokens[t].Form;
            if (form.Length < 2 || !char.IsLetter(form[0]))
                continue;
            words++;
            capitals += char.IsUpper(form[0]) && !HasLower(form) ? 1 : 0;
        }
        return words >= 3 && capitals * 5 >= words * 4;
    }

    private static bool HasLower(string form)
    {
        foreach (var c in form)
            if (char.IsLower(c))
                return true;
        return false;
    }
}
