using System.Globalization;
using CuratorBot.Conversations.Turns;

namespace CuratorBot.Members.Team;

/// <summary>The buttons that show something: a card, the team of a school, the schools without a curator.</summary>
public sealed class TeamListActions : IAction
{
    public const string Card = "team.card";
    public const string School = "team.school";
    public const string Uncurated = "team.uncurated";
    public const string Page = "team.page";

    public IEnumerable<string> Names => [Card, School, Uncurated, Page];
    public bool ReadsOnly => true;

    /// <param name="argument">Id of the person or school; page of the list.</param>
    public async Task<Reply> Take(TurnContext turn, string name, string argument) =>
        (
            Oversight.IsFor(turn.Who)
                ? name switch
                {
                    Card => await TeamCards.Show(turn, argument),
                    School => await SchoolTeamCard.Read(turn, argument) is { } team
                        ? Reply.With(team.Say(turn))
                        : null,
                    _ => await ShowUncurated(turn, argument, inPlace: name == Page),
                }
                : null
        ) ?? Reply.OnlyToast(turn.Texts.Plain("team.notYours"));

    private static async Task<Reply?> ShowUncurated(TurnContext turn, string argument, bool inPlace)
    {
        if (!int.TryParse(argument, CultureInfo.InvariantCulture, out var page))
            return null;
        var list = await Team.Uncurated.Read(turn, page);
        return Reply.With(
            inPlace
                ? turn.EditPressed(list.Text(turn), [.. list.Choices(turn)])
                : turn.Say(list.Text(turn)) with
                {
                    Choices = list.Choices(turn),
                }
        );
    }
}
