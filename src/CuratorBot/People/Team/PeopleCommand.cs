using CuratorBot.Conversations;
using CuratorBot.Schools;

namespace CuratorBot.People.Team;

/// <summary>«/people Варвара»: somebody's card; of several the coordinator chooses.</summary>
public sealed class PeopleCommand(FormEngine engine, NameIndexCache names) : ICommand
{
    private const int MostButtons = 10;

    public string Name => "people";
    public bool ReadsOnly => false;

    public bool IsFor(Asker who) => Oversight.IsFor(who);

    public async Task<Turn> Take(TurnContext turn, string argument)
    {
        if (argument.Length == 0)
            return await engine.Start(turn, FindForm.FormName);
        var search = new PeopleSearch(turn, names);
        if (
            await search.SchoolCalled(argument) is { } school
            && await SchoolTeam.Read(turn, school.Id) is { } team
        )
            return Turn.Reply(team.Say(turn));
        var found = await search.Find(argument);
        return found switch
        {
            [] => Turn.Reply(turn.Say("team.find.who.notFound", ("search", argument))),
            [var only] => await TeamCards.Show(turn, only.Value) ?? Turn.Nothing,
            _ => Turn.Reply(
                turn.Say("team.find.several", ("search", argument)) with
                {
                    Choices =
                    [
                        .. found
                            .Take(MostButtons)
                            .Select(
                                IReadOnlyList<Messaging.Choice> (one) =>
                                    [new Messaging.Choice(one.Label, $"{TeamListActions.Card}:{one.Value}")]
                            ),
                    ],
                }
            ),
        };
    }
}
