using System.CommandLine;
using Demarche.Store;
using Demarche.Store.Collating;

namespace Demarche.Cli.Stores;

/// <summary><c>demarche copies</c>: which stories are copies of one text, which came first, and what each added or cut.</summary>
internal static class CopiesCommand
{
    private static readonly string[] Columns = ["group", "stories", "outlets", "copy_of", "same_day", "likeness", "added", "cut", .. Answer.Source];

    public static Command Create(Terminal terminal)
    {
        var story = new Argument<string?>("STORY") { Description = "Only the copies of this story: its key, or as much of its beginning as is no other's.", Arity = ArgumentArity.ZeroOrOne };
        var least = new Option<int>("--least") { Description = "Leaves out groups with fewer stories (2).", HelpName = "N", DefaultValueFactory = _ => 2 };
        var most = new Option<int>("--most") { Description = "The most groups (50).", HelpName = "N", DefaultValueFactory = _ => 50 };
        var command = new Command("copies", "Lists stories that are copies of one text: which came first, what each added or cut.") { story, least, most };
        var store = new StoreOption(command);
        var output = new AnswerOptions(command);
        command.SetAction(parsed => Collated.With(store, parsed, terminal, open =>
        {
            if (parsed.GetValue(story) is { } beginning)
            {
                var group = open.Copies.Of(open.KeyOf(beginning));
                return output.Write(parsed, terminal, new(Columns, [.. group is { Members.Count: > 1 } ? Rows(group) : []]) { Empty = "No other story of this store is a copy of it." });
            }
            var groups = open.Copies.Groups(parsed.GetValue(least), parsed.GetValue(most));
            return output.Write(parsed, terminal, new(Columns, [.. groups.SelectMany(Rows)]) { Empty = "No stories of this store are copies of one text." });
        }));
        return command;
    }

    private static IEnumerable<IReadOnlyList<object?>> Rows(CopyGroup group) => group.Members.Select(member => (IReadOnlyList<object?>)
    [
        group.First, group.Members.Count, group.Outlets, member.CopyOf, member.CopyOf is null ? null : member.SameDay ? "yes" : "no", member.Likeness is { } likeness ? Math.Round(likeness, 3) : null, member.Added, member.Cut,
        null, member.Story, member.Outlet, member.Published, member.Title, null,
    ]);
}
