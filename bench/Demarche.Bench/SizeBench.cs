using Demarche.Parsing;
using Demarche.Tagging;

namespace Demarche.Bench;

/// <summary>How fast networks of other sizes would be. Speed does not depend on what the weights are, so they are drawn at random; what such a network finds is nonsense.</summary>
internal static class SizeBench
{
    private const int Runs = 7;

    public static int Run(string[] paths)
    {
        var stories = Project.Stories(paths);
        var shipped = LanguageModel.Load(Project.Model);
        var pipeline = Project.LoadPipeline();
        Console.WriteLine(Clock.Machine());
        foreach (var (hidden, layers) in new[] { (0, 0), (96, 2), (128, 2), (160, 2), (192, 2), (256, 2), (128, 3) })
        {
            var model = hidden == 0 ? shipped : Random(shipped, hidden, layers);
            var parser = new Parser(model, Lemmatizer.None, ParsingWords.Load(Project.Codebook));
            var documents = stories.ConvertAll(story =>
            {
                var document = new Document(story);
                pipeline.Run(document, Layers.None, Layers.Tokens);
                return document;
            });
            var tokens = documents.Sum(document => document.Tokens.Length);
            var seconds = Clock.Best(Runs + 2, () => documents.ForEach(parser.Process));
            Clock.Print($"{(hidden == 0 ? "as shipped" : $"{layers} layers of {hidden}"),-16} {seconds / tokens * 1e6,6:0.00} µs a token, {tokens / seconds,8:#,0} tokens a second in the parser, {Products(model) / 1000,6:#,0} thousand products a token behind the words");
        }
        return 0;
    }

    private static LanguageModel Random(LanguageModel like, int hidden, int layers)
    {
        var weights = new ModelWeights(like.Architecture with { Hidden = hidden, Layers = layers }, like.Vocabularies, like.Xpos);
        ulong state = 1;
        foreach (var table in weights.Embeddings)
            Fill(table);
        Fill(weights.Dense);
        return Rounding.Round(weights);

        void Fill(Span<float> values)
        {
            foreach (ref var value in values)
            {
                state = state * 6364136223846793005UL + 1442695040888963407UL;
                value = ((state >> 40) / (float)(1 << 24) - 0.5f) * 0.2f;
            }
        }
    }

    private static long Products(LanguageModel model)
    {
        long hidden = model.Architecture.Hidden, arc = model.Architecture.Arc, layers = model.Architecture.Layers;
        return 8 * hidden * hidden * (3 * layers - 2) + 2 * hidden * model.Columns.Count + arc * arc + model.Architecture.Label * Relations.Count;
    }
}
