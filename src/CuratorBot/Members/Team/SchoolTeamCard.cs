using CuratorBot.Conversations.Turns;
using CuratorBot.Messaging;
using CuratorBot.Papers;
using CuratorBot.People;
using CuratorBot.Schools;
using CuratorBot.Texts;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Members.Team;

/// <summary>Who works for a school: its own people, its curators and the school that helps it.</summary>
internal sealed class SchoolTeamCard
{
    private readonly School _school;
    private readonly IReadOnlyList<Member> _members;
    private readonly CuratorSchool? _helper;
    private readonly string? _helperName;

    private sealed record Member(RoleAssignment Role, string? Name);

    private SchoolTeamCard(
        School school,
        IReadOnlyList<Member> members,
        CuratorSchool? helper,
        string? helperName
    ) => (_school, _members, _helper, _helperName) = (school, members, helper, helperName);

    /// <summary>Null when it is none of the asker's schools.</summary>
    public static async Task<SchoolTeamCard?> Read(TurnContext turn, string schoolId)
    {
        if (await OverseenSchoolQuestion.Find(turn, schoolId) is not { } school)
            return null;
        var members = await (
            from role in turn.Db.RoleAssignments.AsNoTracking()
            where role.SchoolId == schoolId && role.RevokedAt == null
            join person in turn.Db.People on role.PersonId equals person.Id
            select new Member(role, person.Name)
        ).ToListAsync();
        var helper = await turn
            .Db.CuratorSchools.AsNoTracking()
            .Where(row => row.SchoolId == schoolId && row.EndedAt == null)
            .OrderByDescending(row => row.Id)
            .FirstOrDefaultAsync();
        return new SchoolTeamCard(
            school,
            [
                .. members
                    .OrderBy(one => Rank(one.Role.Role))
                    .ThenBy(one => one.Name ?? "", RussianOrder.Names),
            ],
            helper,
            helper is null ? null : (await turn.Db.Schools.FindAsync(helper.HelperId))?.ShortName
        );
    }

    public OutgoingMessage Say(TurnContext turn) => turn.Say(Text(turn)) with { Choices = Choices(turn) };

    private RichText Text(TurnContext turn)
    {
        var text = new RichTextBuilder().Line(turn.Text("team.school.head", ("school", _school.ShortName)));
        foreach (var one in _members)
            text.Line(
                turn.Text(
                    "team.school.member",
                    ("role", RoleLines.NameOf(turn.Texts, one.Role.Role)),
                    ("name", one.Name ?? "—"),
                    ("order", OrderOf(turn, OrderReference.Of(one.Role)))
                )
            );
        if (!_members.Any(one => one.Role.Role == Role.Director))
            text.Line(turn.Text("team.school.noDirector"));
        if (!_members.Any(one => one.Role.Role == Role.Curator))
            text.Line(turn.Text("team.school.noCurator"));
        if (_helper is { } helper)
            text.Line(
                turn.Text(
                    "team.school.helper",
                    ("school", _helperName),
                    ("order", OrderOf(turn, OrderReference.Of(helper)))
                )
            );
        return text.Build();
    }

    private IReadOnlyList<IReadOnlyList<Choice>> Choices(TurnContext turn) =>
        [
            .. _members
                .DistinctBy(one => one.Role.PersonId)
                .Select(
                    IReadOnlyList<Choice> (one) =>
                        [new Choice(one.Name ?? "—", $"{TeamListActions.Card}:{one.Role.PersonId}")]
                ),
            [
                turn.Button($"{TeamFormActions.Assign}.button", $"{TeamFormActions.Assign}:{_school.Id}"),
                turn.Button($"{TeamFormActions.Helper}.button", $"{TeamFormActions.Helper}:{_school.Id}"),
            ],
        ];

    private static string OrderOf(TurnContext turn, OrderReference? order) =>
        order is null ? "" : turn.Texts.Plain("team.card.order", ("order", order.Shown(turn.Texts)));

    private static int Rank(Role role) =>
        role switch
        {
            Role.Director => 0,
            Role.Teacher => 1,
            Role.Curator => 2,
            _ => 3,
        };
}
