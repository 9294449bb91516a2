using CuratorBot.Conversations.Forms;
using CuratorBot.Conversations.Turns;
using CuratorBot.People;
using CuratorBot.Texts;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Members.Team;

/// <summary>Somebody leaves: a role of hers ends, at once, and what she did stays with the school.</summary>
public sealed class EndForm(RoleChanges changes) : TeamForm
{
    public const string FormName = "team.end";
    private const string RoleKey = "role";

    public override string Name => FormName;

    public override IReadOnlyList<Question> Questions { get; } = [new HeldRoleQuestion(RoleKey)];

    public override Task Prepare(TurnContext turn, AnswerSheet sheet) =>
        HeldRoleQuestion.Prepare(turn, sheet, RoleKey);

    public override async Task<Reply> Submit(TurnContext turn, AnswerSheet sheet)
    {
        var ending = await HeldRoleQuestion.Chosen(turn, sheet, RoleKey);
        if (ending.Count == 0)
            return Gone(turn);
        if (await EndingRules.WhyNot(turn, ending) is { } why)
            return Reply.With(turn.Say(why));
        var roles = TeamRoles.Lines(turn, ending);
        var told = turn.Text("team.end.told", ("roles", roles), ("by", turn.Who.Name));
        var ended = await changes.End(turn, ending, told);
        var done = turn.Text("team.end.done", ("name", NameIn(sheet)), ("roles", roles));
        var passedOn = await WhoIsMissing(turn, ending) ?? turn.Text("team.end.passedOn");
        return (await Done(turn, turn.Say(RichText.Lines(done, "", passedOn)), PersonOf(sheet))).Then(ended);
    }

    /// <summary>What nobody does any more; null when each of the roles is still held by somebody.</summary>
    private static async Task<RichText?> WhoIsMissing(TurnContext turn, IReadOnlyList<TeamRole> ended)
    {
        var missing = new List<TeamRole>();
        foreach (var role in ended)
            if (!await StandIns(turn, role.Row).AnyAsync())
                missing.Add(role);
        return missing.Count == 0
            ? null
            : turn.Text("team.end.missing", ("roles", TeamRoles.Lines(turn, missing)));
    }

    /// <summary>Who holds the same role over the same; a school's teachers stand in for its director.</summary>
    private static IQueryable<RoleAssignment> StandIns(TurnContext turn, RoleAssignment ended) =>
        turn.Db.RoleAssignments.Where(other =>
            other.RevokedAt == null
            && other.SchoolId == ended.SchoolId
            && other.MunicipalityId == ended.MunicipalityId
            && other.Region == ended.Region
            && (other.Role == ended.Role || (ended.Role == Role.Director && other.Role == Role.Teacher))
        );
}
