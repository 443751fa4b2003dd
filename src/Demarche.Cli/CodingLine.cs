using System.Collections.Concurrent;
using Demarche.Reading;

namespace Demarche.Cli;

/// <summary>
/// Codes stories on several threads and hands them on in the order in which they were read, however long each takes.
/// Only a few stories are held at a time, so that a corpus of any size passes through; short ones go through the stages together, which is faster.
/// </summary>
internal sealed class CodingLine(Coder coder, int threads)
{
    // Deep sentences of strange texts are walked by recursion.
    private const int StackSize = 64 << 20;

    // Characters from which on a story, or some together, fill the parser.
    private const int Enough = 3000;
    private const int MostTogether = 64;

    public IEnumerable<Coded> Code(IEnumerable<ReadResult> stories)
    {
        using var work = new BlockingCollection<(List<ReadResult> Stories, TaskCompletionSource<List<Coded>> Done)>();
        var workers = new List<Thread>();
        var waiting = new Queue<Task<List<Coded>>>();
        try
        {
            foreach (var some in Together(stories))
            {
                var done = new TaskCompletionSource<List<Coded>>();
                waiting.Enqueue(done.Task);
                work.Add((some, done));
                if (workers.Count < threads)
                    workers.Add(Start(work));
                if (waiting.Count >= 2 * threads)
                    foreach (var coded in waiting.Dequeue().GetAwaiter().GetResult())
                        yield return coded;
            }
            work.CompleteAdding();
            while (waiting.TryDequeue(out var next))
                foreach (var coded in next.GetAwaiter().GetResult())
                    yield return coded;
        }
        finally
        {
            work.CompleteAdding();
            foreach (var worker in workers)
                worker.Join();
        }
    }

    private static IEnumerable<List<ReadResult>> Together(IEnumerable<ReadResult> stories)
    {
        var (some, characters) = (new List<ReadResult>(), 0);
        foreach (var story in stories)
        {
            some.Add(story);
            characters += story.Story?.Text.Length ?? 0;
            if (characters < Enough && some.Count < MostTogether)
                continue;
            yield return some;
            (some, characters) = ([], 0);
        }
        if (some.Count > 0)
            yield return some;
    }

    private Thread Start(BlockingCollection<(List<ReadResult> Stories, TaskCompletionSource<List<Coded>> Done)> work)
    {
        var worker = new Thread(() =>
        {
            foreach (var (stories, done) in work.GetConsumingEnumerable())
                done.SetResult(Code(stories));
        }, StackSize)
        {
            IsBackground = true,
        };
        worker.Start();
        return worker;
    }

    private List<Coded> Code(List<ReadResult> stories)
    {
        try
        {
            var documents = new Queue<Document>(coder.CodeAll([.. stories.Where(read => read.Story is not null).Select(read => read.Story!)]));
            return stories.ConvertAll(read => read.Story is null ? new Coded(read, null, read.Error) : new(read, documents.Dequeue(), null));
        }
#pragma warning disable CA1031 // A fault of ours in one story must not cost the others: which one it was shows when each is coded alone.
        catch (Exception)
#pragma warning restore CA1031
        {
            return stories.ConvertAll(Code);
        }
    }

    private Coded Code(ReadResult read)
    {
        if (read.Story is null)
            return new(read, null, read.Error);
        try
        {
            return new(read, coder.Code(read.Story), null);
        }
#pragma warning disable CA1031 // See above.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            return new(read, null, $"{read.Place}: could not be coded, which is a fault of demarche ({fault.GetType().Name}: {fault.Message}); please report it with this text");
        }
    }
}
