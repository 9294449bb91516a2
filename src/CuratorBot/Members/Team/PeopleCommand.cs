using CuratorBot.Conversations.Turns;
using CuratorBot.People;
using CuratorBot.Schools;

namespace CuratorBot.Members.Team;

/// <summary>«/people Варвара»: somebody's card; of several the coordinator chooses.</summary>
public sealed class PeopleCommand(NameIndexCache names) : ICommand
{
    private const int MostButtons = 10;

    public string Name => "people";
    public bool ReadsOnly => false;

    public bool IsFor(Asker who) => Oversight.IsFor(who);

    public async Task<Reply> Take(TurnContext turn, string argument)
    {
        if (argument.Length == 0)
            return Reply.Opens(FindForm.FormName);
        var search = new PeopleSearch(turn, names);
        if (
            await search.SchoolCalled(argument) is { } school
            && await SchoolTeamCard.Read(turn, school.Id) is { } team
        )
            return Reply.With(team.Say(turn));
        var found = await search.Find(argument);
        return found switch
        {
            [] => Reply.With(turn.Say("team.find.who.notFound", ("search", argument))),
            [var only] => await TeamCards.Show(turn, only.Value) ?? Reply.Nothing,
            _ => Reply.With(
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
