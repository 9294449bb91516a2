using CuratorBot.Audit;
using CuratorBot.Conversations.Forms;
using CuratorBot.Conversations.Turns;
using CuratorBot.Papers;
using CuratorBot.Schools;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Members.Team;

/// <summary>«Школа-куратор»: a strong school that helps this one, by an order if there is one.</summary>
public sealed class HelperForm(NameIndexCache names, Orders orders, EnterOrderAction entering) : TeamForm
{
    public const string FormName = "team.helper";
    private const string SchoolKey = "school";
    private const string OrderKey = "order";

    public override string Name => FormName;

    public override IReadOnlyList<Question> Questions { get; } =
    [
        new OverseenSchoolQuestion(SchoolKey, names),
        new OrderQuestion(OrderKey, orders, Orders.OfCurators) { Optional = true },
    ];

    public override async Task<Reply> Submit(TurnContext turn, AnswerSheet sheet)
    {
        var (helped, helper) = (
            await OverseenSchoolQuestion.Find(turn, sheet.Subject),
            await OverseenSchoolQuestion.Find(turn, sheet[SchoolKey])
        );
        if (helped is null || helper is null)
            return Gone(turn);
        if (helped.Id == helper.Id)
            return Reply.With(turn.Say("team.helper.itself"));
        var order = OrderReference.Of(sheet[OrderKey]);
        await Assign(turn, helped, helper, order);
        var team = (await SchoolTeamCard.Read(turn, helped.Id))!;
        var done = turn.Say("team.helper.done", ("school", helped.ShortName), ("helper", helper.ShortName));
        return Reply
            .With(await entering.OfferedBy(turn, done, order, Orders.OfCurators, helped))
            .Then(team.Say(turn));
    }

    private static async Task Assign(TurnContext turn, School helped, School helper, OrderReference? order)
    {
        var earlier = await turn
            .Db.CuratorSchools.Where(row => row.SchoolId == helped.Id && row.EndedAt == null)
            .ToListAsync();
        foreach (var row in earlier)
            (row.EndedAt, row.EndedBy) = (turn.Now, turn.Who.PersonId);
        turn.Db.CuratorSchools.Add(
            new CuratorSchool
            {
                Id = turn.Ids.Next(),
                SchoolId = helped.Id,
                HelperId = helper.Id,
                AssignedAt = turn.Now,
                AssignedBy = turn.Who.PersonId,
                OrderNumber = order?.Number,
                OrderDate = order?.Date,
            }
        );
        var before = earlier.Count == 0 ? null : await NameOf(turn, earlier[^1].HelperId);
        var subject = new AuditSubject("school", helped.Id) { SchoolId = helped.Id };
        await AuditTrail.Note(turn, "curatorSchool.assigned", subject, before, helper.ShortName);
        await turn.Db.SaveChangesAsync();
    }

    private static async Task<string?> NameOf(TurnContext turn, string id) =>
        (await turn.Db.Schools.FindAsync(id))?.ShortName;
}
