using System.Globalization;
using CuratorBot.Conversations.Forms;
using CuratorBot.Conversations.Turns;
using CuratorBot.Papers;
using CuratorBot.People;
using CuratorBot.Schools;

namespace CuratorBot.Members.Team;

/// <summary>A curator for a school, by an order if there is one.</summary>
public sealed class AssignForm(
    NameIndexCache names,
    RoleChanges changes,
    Orders orders,
    EnterOrderAction entering
) : TeamForm
{
    public const string FormName = "team.assign";
    private const string CuratorKey = "curator";
    private const string OrderKey = "order";

    public override string Name => FormName;

    public override IReadOnlyList<Question> Questions { get; } =
    [
        new PersonQuestion(CuratorKey, names),
        new OrderQuestion(OrderKey, orders, Orders.OfCurators) { Optional = true },
    ];

    public override async Task<Reply> Submit(TurnContext turn, AnswerSheet sheet)
    {
        var personId = long.Parse(sheet[CuratorKey]!, CultureInfo.InvariantCulture);
        if (personId == turn.Who.PersonId)
            return Reply.With(turn.Say("team.grant.notYourself"));
        if (
            await OverseenSchoolQuestion.Find(turn, sheet.Subject) is not { } school
            || await PersonCard.Read(turn, personId) is null
        )
            return Gone(turn);
        var role = new HeldRole(Role.Curator, school.Id, null, null);
        var order = OrderReference.Of(sheet[OrderKey]);
        var given = await changes.Give(turn, personId, [role], order);
        if (given.Deliveries.Count == 0)
            return Reply.With(turn.Say("team.grant.already", ("name", sheet.Shown(CuratorKey))));
        var done = turn.Say(
            "team.assign.done",
            ("name", sheet.Shown(CuratorKey)),
            ("school", school.ShortName)
        );
        var team = (await SchoolTeamCard.Read(turn, school.Id))!;
        return Reply
            .With(await entering.OfferedBy(turn, done, order, Orders.OfCurators, school))
            .Then(team.Say(turn))
            .Then(given);
    }
}
