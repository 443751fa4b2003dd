using System.Collections.Concurrent;
using Demarche.Reading;

namespace Demarche.Cli;

/// <summary>
/// Codes stories on several threads and hands them on in the order in which they were read, however long each takes.
/// Only a few stories are held at a time, so that a corpus of any size passes through.
/// </summary>
internal sealed class CodingLine(Coder coder, int threads)
{
    // Deep sentences of strange texts are walked by recursion.
    private const int StackSize = 64 << 20;

    public IEnumerable<Coded> Code(IEnumerable<ReadResult> stories)
    {
        using var work = new BlockingCollection<(ReadResult Story, TaskCompletionSource<Coded> Done)>();
        var workers = new List<Thread>();
        var waiting = new Queue<Task<Coded>>();
        try
        {
            foreach (var story in stories)
            {
                var done = new TaskCompletionSource<Coded>();
                waiting.Enqueue(done.Task);
                work.Add((story, done));
                if (workers.Count < threads)
                    workers.Add(Start(work));
                if (waiting.Count >= 2 * threads)
                    yield return waiting.Dequeue().GetAwaiter().GetResult();
            }
            work.CompleteAdding();
            while (waiting.TryDequeue(out var next))
                yield return next.GetAwaiter().GetResult();
        }
        finally
        {
            work.CompleteAdding();
            foreach (var worker in workers)
                worker.Join();
        }
    }

    private Thread Start(BlockingCollection<(ReadResult Story, TaskCompletionSource<Coded> Done)> work)
    {
        var worker = new Thread(() =>
        {
            foreach (var (story, done) in work.GetConsumingEnumerable())
                done.SetResult(Code(story));
        }, StackSize)
        {
            IsBackground = true,
        };
        worker.Start();
        return worker;
    }

    private Coded Code(ReadResult read)
    {
        if (read.Story is null)
            return new(read, null, read.Error);
        try
        {
            return new(read, coder.Code(read.Story), null);
        }
#pragma warning disable CA1031 // A fault of ours in one story must not cost the others.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            return new(read, null, $"{read.Place}: could not be coded, which is a fault of demarche ({fault.GetType().Name}: {fault.Message}); please report it with this text");
        }
    }
}
