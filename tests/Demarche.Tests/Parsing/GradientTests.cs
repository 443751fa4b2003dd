using Demarche.Parsing;
using Demarche.Training;

namespace Demarche.Tests.Parsing;

public sealed class GradientTests
{
    [Fact]
    public void Agree_with_differences_of_the_loss_for_every_matrix()
    {
        var tiny = new TinyNetwork(seed: 7);
        var (network, learner) = (tiny.Network, tiny.Learner);
        var weights = network.Weights;
        tiny.Learn();
        var gradients = (float[])learner.Gradients.Dense.Clone();

        // All weights of the matrices in steps, so that each matrix is met many times.
        for (var i = 0; i < gradients.Length; i += 3)
        {
            var numeric = Difference(tiny, weights.Dense, i);
            Assert.True(Close(numeric, gradients[i]), $"weight {i}: {numeric} by difference, {gradients[i]} by back-propagation");
        }
    }

    [Fact]
    public void Agree_with_differences_of_the_loss_for_embeddings()
    {
        var tiny = new TinyNetwork(seed: 8);
        tiny.Learn();
        var gradients = tiny.Learner.Gradients.Embeddings.Select(t => (float[])t.Clone()).ToArray();
        for (var f = 0; f < gradients.Length; f++)
            for (var i = 0; i < gradients[f].Length; i++)
            {
                var numeric = Difference(tiny, tiny.Network.Weights.Embeddings[f], i);
                Assert.True(Close(numeric, gradients[f][i]), $"feature {f}, weight {i}: {numeric} by difference, {gradients[f][i]} by back-propagation");
            }
    }

    private static double Difference(TinyNetwork tiny, float[] weights, int i)
    {
        const float Step = 4e-3f;
        var saved = weights[i];
        weights[i] = saved + Step;
        var more = tiny.Learn();
        weights[i] = saved - Step;
        var less = tiny.Learn();
        weights[i] = saved;
        return (more - less) / (2 * Step);
    }

    private static bool Close(double a, double b) => Math.Abs(a - b) <= 0.004 + 0.02 * Math.Max(Math.Abs(a), Math.Abs(b));
}
