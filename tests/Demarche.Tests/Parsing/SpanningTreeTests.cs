using Demarche.Parsing;
using Demarche.Training;

namespace Demarche.Tests.Parsing;

public sealed class SpanningTreeTests
{
    [Fact]
    public void Is_the_best_of_all_trees_with_one_root()
    {
        var tree = new SpanningTree();
        for (var seed = 0UL; seed < 400; seed++)
        {
            var chance = new Chance(seed);
            var count = 1 + chance.Below(5);
            var arcs = new float[count * (count + 1)];
            for (var i = 0; i < arcs.Length; i++)
                arcs[i] = chance.NextFloat() * 10 - 5;
            Assert.Equal(BestOfAll(arcs, count), Score(arcs, count, tree.Find(arcs, count).ToArray()), 4);
        }
    }

    [Theory]
    [InlineData(60)]
    [InlineData(200)]
    public void Is_a_tree_at_any_length(int count)
    {
        var chance = new Chance((ulong)count);
        var arcs = new float[count * (count + 1)];
        for (var i = 0; i < arcs.Length; i++)
            arcs[i] = chance.NextFloat();
        Assert.True(IsTree(new SpanningTree().Find(arcs, count).ToArray()));
    }

    [Fact]
    public void Takes_equal_and_unusual_scores()
    {
        var tree = new SpanningTree();
        foreach (var score in new[] { 0f, float.NaN, float.PositiveInfinity, float.NegativeInfinity, float.MaxValue })
            Assert.True(IsTree(tree.Find(Enumerable.Repeat(score, 6 * 7).ToArray(), 6).ToArray()));
    }

    internal static bool IsTree(int[] heads)
    {
        if (heads.Count(h => h < 0) != 1)
            return false;
        for (var t = 0; t < heads.Length; t++)
        {
            var steps = 0;
            for (var at = t; at >= 0; at = heads[at])
                if (at >= heads.Length || ++steps > heads.Length)
                    return false;
        }
        return true;
    }

    private static double Score(float[] arcs, int count, int[] heads) => heads.Select((h, t) => (double)arcs[t * (count + 1) + h + 1]).Sum();

    private static double BestOfAll(float[] arcs, int count)
    {
        var best = double.NegativeInfinity;
        var heads = new int[count];
        Try(0);
        return best;

        void Try(int t)
        {
            if (t == count)
            {
                if (IsTree(heads))
                    best = Math.Max(best, Score(arcs, count, heads));
                return;
            }
            for (heads[t] = -1; heads[t] < count; heads[t]++)
                if (heads[t] != t)
                    Try(t + 1);
        }
    }
}
