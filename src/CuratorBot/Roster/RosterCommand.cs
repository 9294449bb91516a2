using CuratorBot.Conversations.Turns;
using CuratorBot.People;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Roster;

/// <summary>«/roster»: what a coordinator expects of people, as a file to take and to send.</summary>
public sealed class RosterCommand : ICommand
{
    public string Name => "roster";
    public bool ReadsOnly => true;

    public bool IsFor(Asker who) => !RosterScope.Of(who).IsEmpty;

    public async Task<Reply> Take(TurnContext turn, string argument)
    {
        var hers = RosterScope.Of(turn.Who).Of(turn.Db).Select(role => role.EntryId);
        var entries = turn.Db.RosterEntries.Where(entry => hers.Contains(entry.Id));
        var (count, came) = (
            await entries.CountAsync(),
            await entries.CountAsync(entry => entry.PersonId != null)
        );
        var said = turn.Say(count == 0 ? "roster.none" : "roster.some", ("count", count), ("came", came));
        return Reply.With(
            said with
            {
                Choices =
                [
                    count == 0
                        ? [turn.Button("roster.template", $"{RosterFilesAction.Template}:")]
                        :
                        [
                            turn.Button("roster.template", $"{RosterFilesAction.Template}:"),
                            turn.Button("roster.export", $"{RosterFilesAction.Export}:"),
                        ],
                ],
            }
        );
    }
}
