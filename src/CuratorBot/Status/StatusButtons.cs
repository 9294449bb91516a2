using CuratorBot.Conversations.Turns;
using CuratorBot.Messaging;

namespace CuratorBot.Status;

/// <summary>The buttons under status answers. Each press asks again what this person may see.</summary>
internal sealed class StatusButtons(
    MunicipalityAnswers municipalities,
    SchoolAnswers schools,
    OverviewAnswers overview
) : IAction
{
    public IEnumerable<string> Names =>
        [Buttons.Municipality, Buttons.School, Buttons.Schools, Buttons.Overview];

    public bool ReadsOnly => true;

    public async Task<Reply> Take(TurnContext turn, string name, string argument)
    {
        if (turn.Known is not { IsMember: true } who)
            return Refusal.OfStranger(turn);
        return name switch
        {
            Buttons.Municipality => Said(turn, (await municipalities.Find(turn, argument))?.Say(turn)),
            Buttons.School => Said(turn, await schools.Card(turn, argument)),
            Buttons.Schools => Said(turn, await Schools(turn, argument)),
            _ when who.MaySee.IsWide => await TurnPage(turn, argument),
            _ => Refusal.Of(turn, Buttons.OwnStatus),
        };
    }

    private static Reply Said(TurnContext turn, OutgoingMessage? message) =>
        message is null ? Refusal.Of(turn, Buttons.OwnStatus) : Reply.With(message);

    private async Task<OutgoingMessage?> Schools(TurnContext turn, string argument)
    {
        var parts = argument.Split(':', 2);
        var wanted = Page.Wanted(parts[^1]);
        return parts[0].Length > 0
            ? await schools.List(turn, parts[0], wanted)
            : await schools.Own(turn, wanted);
    }

    private async Task<Reply> TurnPage(TurnContext turn, string argument)
    {
        var page = await overview.Find(turn, turn.Who.MaySee, Page.Wanted(argument));
        return Reply.With(turn.EditPressed(page.Text, page.Choices));
    }
}
