using CuratorBot.Conversations.Forms;
using CuratorBot.Conversations.Turns;
using CuratorBot.Members.Inviting;
using CuratorBot.Schools;

namespace CuratorBot.Members.Team;

/// <summary>Looks for a person or for the team of a school, and shows the card.</summary>
public sealed class FindForm(NameIndexCache names) : TeamForm
{
    public const string FormName = "team.find";
    private const string WhoKey = "who";

    public override string Name => FormName;
    public override bool HasSummary => false;

    public override IReadOnlyList<Question> Questions { get; } =
    [new PersonQuestion(WhoKey, names) { OrSchool = true, Below = Lists }];

    public override async Task<Reply> Submit(TurnContext turn, AnswerSheet sheet) =>
        await TeamCards.Show(turn, sheet[WhoKey]) ?? Gone(turn);

    private static async Task<IReadOnlyList<Option>> Lists(Asking asking)
    {
        var turn = asking.Turn;
        var count = await Uncurated.Count(turn);
        var invitations = new Option(turn.Texts.Plain("invite.list.open"), "")
        {
            Action = InvitationListAction.Open,
        };
        if (count == 0)
            return [invitations];
        var uncurated = new Option(turn.Texts.Plain("team.uncurated.open", ("count", count)), "")
        {
            Action = $"{TeamListActions.Uncurated}:0",
        };
        return [uncurated, invitations];
    }
}
