using System.CommandLine;
using Demarche.Store;

namespace Demarche.Cli.Stores;

/// <summary><c>demarche record</c>: the records of one story.</summary>
internal static class RecordCommand
{
    public static Command Create(Terminal terminal)
    {
        var address = new Argument<string>("STORY") { Description = "The story's key, or as much of its beginning as is no other's; with /e3 one record of it." };
        var command = new Command("record", "Lists the records of a story.") { address };
        var store = new StoreOption(command);
        var output = new AnswerOptions(command);
        command.SetAction(parsed => store.With(parsed, terminal, StoreAccess.Read, open =>
        {
            var (story, record) = Addresses.Read(open, parsed.GetRequiredValue(address));
            var records = open.Answers.Of(story).Where(found => record is null || found.Id == record).ToList();
            if (record is not null && records.Count == 0)
                throw new StoreException($"story {story} has no {record}, or it was rejected");
            return output.Write(parsed, terminal, AskCommand.Records(records));
        }));
        return command;
    }
}
