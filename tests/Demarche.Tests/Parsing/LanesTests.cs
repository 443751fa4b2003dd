using CsCheck;
using Demarche.Parsing;

namespace Demarche.Tests.Parsing;

public sealed class LanesTests
{
    private static readonly Gen<int[]> Lengths = Gen.Int[1, 200].Array[1, 60].Select(lengths => lengths.OrderDescending().ToArray());

    [Fact]
    public void Each_run_goes_through_one_lane_without_a_gap_in_both_directions() => Lengths.Sample(lengths =>
    {
        var lanes = new Lanes();
        lanes.Plan(lengths);
        return Runs(lanes, lengths, backward: false) && Runs(lanes, lengths, backward: true);
    });

    [Fact]
    public void Lanes_of_a_story_are_at_work_nearly_to_the_end()
    {
        // Twenty-two sentences of 5 to 47 words.
        int[] lengths = [.. Enumerable.Range(0, 22).Select(i => 47 - 2 * i)];
        var lanes = new Lanes();
        lanes.Plan(lengths);
        Assert.Equal(12, lanes.Count);
        Assert.InRange(lengths.Sum() / (double)(lanes.Count * lanes.Steps), 0.9, 1);
    }

    [Fact]
    public void Nothing_takes_no_lane()
    {
        var lanes = new Lanes();
        lanes.Plan([]);
        Assert.Equal((0, 0), (lanes.Count, lanes.Steps));
    }

    private static bool Runs(Lanes lanes, int[] lengths, bool backward)
    {
        var rows = lanes.Rows(backward);
        var seen = new HashSet<int>();
        var (starts, first) = (new Dictionary<int, int>(), 0);
        foreach (var length in lengths)
        {
            starts.Add(backward ? first + length - 1 : first, length);
            first += length;
        }
        for (var lane = 0; lane < lanes.Count; lane++)
            for (var step = 0; step < lanes.Steps && lane < lanes.ActiveAt(step);)
            {
                var start = ~rows[step * lanes.Count + lane];
                if (!starts.TryGetValue(start, out var length))
                    return false;
                for (var i = 0; i < length; i++, step++)
                {
                    var row = rows[step * lanes.Count + lane];
                    if (lane >= lanes.ActiveAt(step) || (i == 0 ? ~row : row) != (backward ? start - i : start + i) || !seen.Add(i == 0 ? ~row : row))
                        return false;
                }
            }
        return seen.Count == lengths.Sum();
    }
}
