namespace Demarche.Codebooks;

/// <summary>An entry of an actor dictionary: what somebody is called, the main name first, and the codes in their order.</summary>
internal sealed record PhoenixActor(List<string> Names, List<PhoenixCode> Codes)
{
    /// <summary>
    /// The code that holds on each day: of the dated ones that hold the first, else the first without a date, wherever it stands. Days without a code are left out.
    /// </summary>
    public IReadOnlyList<PhoenixCode> Timeline()
    {
        var open = new List<(int From, int To)> { (Always.From, Always.To) };
        var timeline = new List<PhoenixCode>();
        foreach (var code in Codes)
            if (code.IsDated)
                Take(code.Code, code.From?.DayNumber ?? Always.From, code.To?.DayNumber ?? Always.To);
        foreach (var code in Codes)
            if (!code.IsDated)
                Take(code.Code, Always.From, Always.To);
        return timeline;

        void Take(string code, int from, int to)
        {
            var left = new List<(int, int)>();
            foreach (var (first, last) in open)
            {
                var (begin, end) = (Math.Max(first, from), Math.Min(last, to));
                if (begin > end)
                {
                    left.Add((first, last));
                    continue;
                }
                timeline.Add(new(code, begin == Always.From ? null : DateOnly.FromDayNumber(begin), end == Always.To ? null : DateOnly.FromDayNumber(end)));
                if (first < begin)
                    left.Add((first, begin - 1));
                if (end < last)
                    left.Add((end + 1, last));
            }
            open = left;
        }
    }

    private static readonly (int From, int To) Always = (0, DateOnly.MaxValue.DayNumber);
}
