using System.Globalization;
using CuratorBot.Conversations.Forms;
using CuratorBot.Conversations.Turns;
using CuratorBot.Schools;

namespace CuratorBot.Members.Team;

/// <summary>Somebody's roles pass to a successor who is in the bot already.</summary>
public sealed class HandoverForm(NameIndexCache names, RoleChanges changes) : TeamForm
{
    public const string FormName = "team.handover";
    private const string RoleKey = "role";
    private const string SuccessorKey = "successor";

    public override string Name => FormName;

    public override IReadOnlyList<Question> Questions { get; } =
    [new HeldRoleQuestion(RoleKey), new PersonQuestion(SuccessorKey, names) { Below = Invite }];

    public override Task Prepare(TurnContext turn, AnswerSheet sheet) =>
        HeldRoleQuestion.Prepare(turn, sheet, RoleKey);

    public override async Task<Reply> Submit(TurnContext turn, AnswerSheet sheet)
    {
        var passing = await HeldRoleQuestion.Chosen(turn, sheet, RoleKey);
        var successor = await Successor(turn, sheet);
        if (passing.Count == 0 || successor is null)
            return Gone(turn);
        if (successor.PersonId == turn.Who.PersonId)
            return Reply.With(turn.Say("team.grant.notYourself"));
        var held = passing.Select(role => TeamRoles.Held(role.Row));
        var given = await changes.Give(turn, successor.PersonId, held, order: null);
        var roles = TeamRoles.Lines(turn, passing);
        var told = turn.Text("team.handover.told", ("roles", roles), ("successor", successor.Name));
        var ended = await changes.End(turn, passing, told);
        var done = turn.Text(
            "team.handover.done",
            ("name", NameIn(sheet)),
            ("roles", roles),
            ("successor", successor.Name)
        );
        given.Tell(successor.PersonId, turn.Say("team.handover.received", ("name", NameIn(sheet))));
        return (await Done(turn, turn.Say(done), PersonOf(sheet))).Then(ended).Then(given);
    }

    private static async Task<PersonCard?> Successor(TurnContext turn, AnswerSheet sheet)
    {
        var id = long.Parse(sheet[SuccessorKey]!, CultureInfo.InvariantCulture);
        return id == PersonOf(sheet) ? null : await PersonCard.Read(turn, id);
    }

    private static Task<IReadOnlyList<Option>> Invite(Asking asking) =>
        Task.FromResult<IReadOnlyList<Option>>([
            new Option(asking.Text("invite").Text, "") { Action = $"{Reception.CommandActionName}:invite:" },
        ]);
}
