using CuratorBot.Conversations.Turns;
using CuratorBot.Data;
using CuratorBot.Fields;
using CuratorBot.Papers;
using CuratorBot.People;
using CuratorBot.Registers;
using CuratorBot.Schools;

namespace CuratorBot.Profiles;

/// <summary>The schools of the project; coordinators say what each is in it, everybody reads of her own.</summary>
public sealed class SchoolProfiles(SchoolDuties duties, Orders orders, EnterOrderAction entering)
    : Register<SchoolProfile>("profiles")
{
    public override Over Over => Over.School;

    public override IReadOnlyList<Field> Fields { get; } =
    [
        Choice("part", row => row.Part, School.Parts).Filter(),
        new OrderField<SchoolProfile>(
            "order",
            row => row.Order,
            orders,
            Orders.OfParticipation,
            Orders.OfGroup
        )
            .Optional()
            .OrDash(),
        Number("group", row => row.Group, from: 1, to: 3).Optional().OrDash().Filter(),
        Text("programme", row => row.Programme, longest: 100).Optional().OrDash(),
        Number("failureLevel", row => row.FailureLevel, from: 1, to: 3).Optional().OrDash().Filter(),
        Number("difficulties", row => row.Difficulties, from: 0, to: 9).Optional().Filter(),
        Text("context", row => row.Context, longest: 500).Optional(),
    ];

    /// <summary>A school has one profile.</summary>
    public override IReadOnlyList<string> Key => [];
    public override bool TakesNewRows => false;
    public override IReadOnlyList<string> Title => ["part", "group"];

    /// <summary>A school goes out of the project by what it is in it, so that its history stays one.</summary>
    public override IReadOnlyList<string> States => [RegisterRow.Active];
    public override IReadOnlyList<Move> Moves => [];

    public override Scope MayWrite(Asker who) => who.MayAdmit;

    protected override IQueryable<SchoolProfile> InOrder(CuratorBotDb db, IQueryable<SchoolProfile> rows) =>
        from row in rows
        join school in db.Schools on row.SchoolId equals school.Id
        orderby school.ShortName, row.Id
        select row;

    /// <summary>An order that she named and that does not stand in its register can be entered there.</summary>
    internal override async Task<CardMore> More(TurnContext turn, RegisterRow row)
    {
        var profile = (SchoolProfile)row;
        if (
            OrderReference.Of(profile.Order) is not { } order
            || await turn.Db.Schools.FindAsync(profile.SchoolId) is not { } school
        )
            return CardMore.None;
        var kind = profile.Part == School.InWorkingGroup ? Orders.OfGroup : Orders.OfParticipation;
        return await entering.Button(turn, order, kind, school) is { } button
            ? new CardMore(
                [],
                [
                    [button],
                ]
            )
            : CardMore.None;
    }

    internal override async Task Follow(
        TurnContext turn,
        RegisterRow row,
        IReadOnlyDictionary<string, string?> was
    )
    {
        var profile = (SchoolProfile)row;
        if (await turn.Db.Schools.FindAsync(profile.SchoolId) is not { } school)
            return;
        var (part, group) = (school.Part, school.Group);
        profile.PutInto(school);
        if ((part, group) != (school.Part, school.Group))
            await duties.Change(turn, school);
    }
}
