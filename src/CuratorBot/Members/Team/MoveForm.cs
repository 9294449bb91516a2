using CuratorBot.Conversations.Forms;
using CuratorBot.Conversations.Turns;
using CuratorBot.Papers;
using CuratorBot.People;
using CuratorBot.Schools;

namespace CuratorBot.Members.Team;

/// <summary>A curator gets other schools, by an order if there is one. The old assignments stay as history.</summary>
public sealed class MoveForm : TeamForm
{
    public const string FormName = "team.move";
    private const string SchoolKey = "school";
    private const string OrderKey = "order";
    private const int MostSchools = 5;

    private readonly RepeatingPart _schools;
    private readonly RoleChanges _changes;
    private readonly EnterOrderAction _entering;

    public MoveForm(NameIndexCache names, RoleChanges changes, Orders orders, EnterOrderAction entering)
    {
        (_changes, _entering) = (changes, entering);
        _schools = new RepeatingPart(SchoolKey, MostSchools, place => [SchoolAt(place, names)]);
        Questions =
        [
            .. _schools.Questions,
            new OrderQuestion(OrderKey, orders, Orders.OfCurators) { Optional = true },
        ];
    }

    public override string Name => FormName;

    public override IReadOnlyList<Question> Questions { get; }

    public override async Task<Reply> Submit(TurnContext turn, AnswerSheet sheet)
    {
        var personId = PersonOf(sheet);
        var held = (await TeamRoles.HeldBy(turn, personId))
            .Where(role => role.Row.Role == Role.Curator)
            .ToList();
        var schools = _schools
            .FilledIn(sheet)
            .Select(SchoolKeyAt)
            .Select(key => sheet[key]!)
            .Distinct()
            .ToList();
        if (held.Count == 0 || !await AllOverseen(turn, schools))
            return Gone(turn);
        var ending = held.Where(role => !schools.Contains(role.Row.SchoolId!)).ToList();
        var beginning = schools
            .Where(school => !held.Exists(role => role.Row.SchoolId == school))
            .Select(school => new HeldRole(Role.Curator, school, null, null))
            .ToList();
        if (ending.Count == 0 && beginning.Count == 0)
            return Reply.With(turn.Say("team.move.same", ("name", NameIn(sheet))));
        var order = OrderReference.Of(sheet[OrderKey]);
        var moved = await _changes.Move(turn, personId, ending, beginning, order);
        var done = turn.Say("team.move.done", ("name", NameIn(sheet)));
        var school = await OverseenSchoolQuestion.Find(turn, schools[0]);
        done = await _entering.OfferedBy(turn, done, order, Orders.OfCurators, school);
        return (await Done(turn, done, personId)).Then(moved);
    }

    private static async Task<bool> AllOverseen(TurnContext turn, IReadOnlyList<string> schools)
    {
        foreach (var school in schools)
            if (await OverseenSchoolQuestion.Find(turn, school) is null)
                return false;
        return true;
    }

    private static string SchoolKeyAt(int number) => RepeatingPart.KeyAt(SchoolKey, number);

    private static OverseenSchoolQuestion SchoolAt(RepeatingPlace place, NameIndexCache names) =>
        new(place.Key(SchoolKey), names)
        {
            Words = SchoolKey,
            Place = place.Number,
            Optional = place.IsFurther,
            Besides = [.. Enumerable.Range(1, MostSchools).Select(SchoolKeyAt)],
            When = place.Applies,
        };
}
