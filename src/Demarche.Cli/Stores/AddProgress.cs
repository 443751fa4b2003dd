using System.Diagnostics;
using System.Globalization;
using Demarche.Store;

namespace Demarche.Cli.Stores;

/// <summary>Names the stories that failed; where a person watches, says how far it is, how fast, and how long it will take.</summary>
/// <param name="terminal">Where to say it.</param>
/// <param name="total">How many stories there are; null when nobody counted them.</param>
internal sealed class AddProgress(Terminal terminal, long? total)
{
    private readonly Stopwatch _since = Stopwatch.StartNew();
    private long _last;
    private long _first;
    private long _coded;
    private long _passed;

    public int Failed { get; private set; }

    public void Count(string? error)
    {
        if (error is not null)
            Fail(error);
        else if (++_coded == 1)
            _first = _since.ElapsedMilliseconds;
        Show();
    }

    public void Fail(string error)
    {
        Failed++;
        Clear();
        terminal.Error.WriteLine(error);
    }

    /// <summary>A story was there already.</summary>
    public void PassOver()
    {
        _passed++;
        Show();
    }

    public void End(string path, AddCounts counts)
    {
        Clear();
        var known = _passed + counts.Known;
        terminal.Error.WriteLine($"{path}: {Phrases.Stories(counts.Added)} added{(counts.Replaced > 0 ? $", {counts.Replaced} replaced" : "")}{(known > 0 ? $", {known} {(known == 1 ? "was" : "were")} there" : "")}{(Failed > 0 ? $", {Failed} failed" : "")}");
    }

    private void Show()
    {
        if (!terminal.ErrorIsWatched || _since.ElapsedMilliseconds - _last < 200)
            return;
        _last = _since.ElapsedMilliseconds;
        // Passing over takes no time to speak of: the rate is that of coding, without what the program needs to begin; of a moment it says nothing.
        var coding = _last - _first;
        var rate = coding < 1000 ? 0 : (_coded - 1) * 1000.0 / coding;
        var done = _coded + _passed + Failed;
        var left = total is { } all && rate > 0 && all > done ? $", {Time((all - done) / rate)} left" : "";
        terminal.Error.Write(string.Create(CultureInfo.InvariantCulture, $"\r{done}{(total is null ? "" : $" of {total}")} stories{(rate > 0 ? $", {rate.ToString("0.0", CultureInfo.InvariantCulture)} a second" : "")}{left}\u001b[K"));
        terminal.Error.Flush();
    }

    private static string Time(double seconds) => TimeSpan.FromSeconds(Math.Min(seconds, 360_000)) is var time && time.TotalHours >= 1
        ? $"{(int)time.TotalHours} h {time.Minutes} min"
        : time.TotalMinutes >= 1 ? $"{time.Minutes} min {time.Seconds} s" : $"{time.Seconds} s";

    private void Clear()
    {
        if (terminal.ErrorIsWatched && _last > 0)
            terminal.Error.Write("\r\u001b[K");
    }
}
