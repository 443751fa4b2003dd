using Demarche.Store.Asking;
using Demarche.Tests.Cli;
using Demarche.Tests.Stories;

namespace Demarche.Tests.Store;

/// <summary>Opposite positions of one day from two outlets are shown beside each other; of different days the later is a change.</summary>
public sealed class PositionConflictTests : IDisposable
{
    private readonly Folder _folder = new();

    public void Dispose() => _folder.Dispose();

    private PositionCell Cell(params (string Outlet, DateOnly Day, string Text)[] stories)
    {
        using var store = Stores.Of(_folder, [.. stories.Select(story => Project.Coder.Code(new Story($"Report\n\n{story.Text}") { Outlet = story.Outlet, Published = story.Day }))]);
        return Assert.Single(store.Answers.Positions(new() { Actors = ["Indonesia"] }));
    }

    [Fact]
    public void Two_outlets_on_one_day_are_a_conflict()
    {
        var cell = Cell(("Courier", new(2024, 3, 1), "Jakarta supports the ceasefire."), ("Herald", new(2024, 3, 1), "Jakarta rejected the ceasefire."));
        var conflict = Assert.Single(cell.Conflicts);
        Assert.Equal(new DateOnly(2024, 3, 1), conflict.Day);
        Assert.Equal(["Courier: support", "Herald: refuse"], new[] { conflict.One, conflict.Other }.Select(report => $"{report.Outlet}: {report.Stance}").Order(StringComparer.Ordinal));
        Assert.Equal(2, cell.Count);
    }

    [Fact]
    public void A_later_day_is_a_change_and_names_the_earlier_record()
    {
        var cell = Cell(("Courier", new(2024, 3, 1), "Jakarta supports the ceasefire."), ("Herald", new(2024, 3, 8), "Jakarta rejected the ceasefire."));
        Assert.Empty(cell.Conflicts);
        Assert.Equal(["support", "refuse"], cell.Trail.Select(step => step.Stance));
        Assert.Equal(cell.Latest.Address, cell.Trail[1].Record);
        Assert.NotEqual(cell.Trail[0].Record, cell.Trail[1].Record);
    }

    [Fact]
    public void One_outlet_that_says_both_is_no_conflict() =>
        Assert.Empty(Cell(("Courier", new(2024, 3, 1), "Jakarta supports the ceasefire."), ("Courier", new(2024, 3, 1), "Jakarta rejected the ceasefire.")).Conflicts);
}
