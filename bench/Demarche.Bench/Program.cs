using Demarche.Bench;

return args switch
{
    ["stages", .. var paths] => StageBench.Run(paths),
    ["positions", .. var paths] => PositionBench.Run(paths),
    ["growth"] => GrowthBench.Run(),
    ["patterns"] => PatternBench.Run(),
    ["threads", .. var paths] => ThreadBench.Run(paths),
    ["load"] => LoadBench.Run(),
    ["load-once"] => LoadBench.Once(),
    ["memory"] => MemoryBench.Run(10_000),
    ["memory", var count] when int.TryParse(count, out var stories) => MemoryBench.Run(stories),
    ["sizes", .. var paths] => SizeBench.Run(paths),
    ["store"] => StoreBench.Run(StoreBench.Goal, null),
    ["store", var count] when int.TryParse(count, out var stories) => StoreBench.Run(stories, null),
    ["store", var count, var file] when int.TryParse(count, out var stories) => StoreBench.Run(stories, file),
    ["store", var count, var file, var only] when int.TryParse(count, out var stories) => StoreBench.Run(stories, file, only),
    ["actors"] => ActorsBench.Run(100_000),
    ["actors", var count] when int.TryParse(count, out var persons) => ActorsBench.Run(persons),
    ["kernels"] => KernelBench.Run(),
    ["copies"] => CollateBench.Copies(100_000),
    ["copies", var count] when int.TryParse(count, out var stories) => CollateBench.Copies(stories),
    ["incidents"] => CollateBench.Incidents(50_000),
    ["incidents", var count] when int.TryParse(count, out var stories) => CollateBench.Incidents(stories),
    ["peer", .. var golds] => PeerBench.Run(golds),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("""
        stages [PATH…]   time and allocation of each stage
        positions [PATH…]  time and allocation of each part of reading positions
        growth           time of one story as it gets longer
        patterns         time of coding with 1, 10 and 100 times as many patterns
        threads [PATH…]  two threads against one
        load             time until the model, the gazetteer and the codebook are there
        memory [N]       memory of demarche code on N stories (10,000)
        sizes [PATH…]    speed of networks of other sizes
        store [N [FILE [WORDS]]]  adding to a store of N stories (200,000) and asking it; FILE keeps it for the next time; WORDS, only the questions so called
        copies [N]       time to find the copies among N stories (100,000)
        incidents [N]    time to find the incidents of N stories of five events (50,000)
        actors [N]       coding with N persons (100,000) in a layer over the codebook
        kernels          speed of the products and of the cell
        peer [GOLD…]     wink-nlp on the same text; accuracy on treebanks in CoNLL-U
        A PATH is what demarche code takes; without one, the project's samples and stories are read.
        """);
    return 2;
}
