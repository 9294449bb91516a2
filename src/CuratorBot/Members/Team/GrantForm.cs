using CuratorBot.Conversations.Forms;
using CuratorBot.Conversations.Places;
using CuratorBot.Conversations.Questions;
using CuratorBot.Conversations.Turns;
using CuratorBot.Papers;
using CuratorBot.People;
using CuratorBot.Schools;

namespace CuratorBot.Members.Team;

/// <summary>One more role for somebody whom the coordinator oversees.</summary>
public sealed class GrantForm(
    NameIndexCache names,
    RoleChanges changes,
    Orders orders,
    EnterOrderAction entering
) : TeamForm
{
    public const string FormName = "team.grant";
    private const string RoleKey = "role";
    private const string MunicipalityKey = "municipality";
    private const string SchoolKey = "school";
    private const string OrderKey = "order";

    public override string Name => FormName;

    public override IReadOnlyList<Question> Questions { get; } =
    [
        new ChoiceQuestion(RoleKey, (turn, _) => RolesFor(turn.Who)),
        new MunicipalityQuestion(MunicipalityKey, names)
        {
            May = (asking, municipality) => Oversight.MayGive(asking.Turn.Who, municipality),
            When = IsOverPlace,
        },
        new OverseenSchoolQuestion(SchoolKey, names) { When = sheet => !IsOverPlace(sheet) },
        new OrderQuestion(OrderKey, orders, Orders.OfCurators)
        {
            Optional = true,
            When = sheet => sheet[RoleKey] == nameof(Role.Curator),
        },
    ];

    public override async Task<Reply> Submit(TurnContext turn, AnswerSheet sheet)
    {
        var personId = PersonOf(sheet);
        if (personId == turn.Who.PersonId)
            return Reply.With(turn.Say("team.grant.notYourself"));
        if (await RoleIn(turn, sheet) is not { } role || await PersonCard.Read(turn, personId) is null)
            return Gone(turn);
        var order = OrderReference.Of(sheet[OrderKey]);
        var given = await changes.Give(turn, personId, [role], order);
        if (given.Deliveries.Count == 0)
            return Reply.With(turn.Say("team.grant.already", ("name", NameIn(sheet))));
        var done = turn.Say("team.grant.done", ("name", NameIn(sheet)));
        var school = await OverseenSchoolQuestion.Find(turn, role.SchoolId);
        done = await entering.OfferedBy(turn, done, order, Orders.OfCurators, school);
        return (await Done(turn, done, personId)).Then(given);
    }

    private static async Task<HeldRole?> RoleIn(TurnContext turn, AnswerSheet sheet)
    {
        if (!RolesFor(turn.Who).Contains(sheet[RoleKey]))
            return null;
        var role = Enum.Parse<Role>(sheet[RoleKey]!);
        if (!IsOverPlace(sheet))
            return await OverseenSchoolQuestion.Find(turn, sheet[SchoolKey]) is { } school
                ? new HeldRole(role, school.Id, null, null)
                : null;
        return
            await turn.Db.Municipalities.FindAsync(sheet[MunicipalityKey]) is { } place
            && Oversight.MayGive(turn.Who, place)
            ? new HeldRole(role, null, place.Id, null)
            : null;
    }

    private static bool IsOverPlace(AnswerSheet sheet) => sheet[RoleKey] == nameof(Role.MunicipalCoordinator);

    private static IEnumerable<string> RolesFor(Asker who) =>
        who.MayAdmit.IsRegional
            ?
            [
                nameof(Role.Curator),
                nameof(Role.Director),
                nameof(Role.Teacher),
                nameof(Role.MunicipalCoordinator),
            ]
            : [nameof(Role.Curator), nameof(Role.Director), nameof(Role.Teacher)];
}
