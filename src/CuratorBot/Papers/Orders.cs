using CuratorBot.Conversations.Questions;
using CuratorBot.Conversations.Turns;
using CuratorBot.Data;
using CuratorBot.Fields;
using CuratorBot.People;
using CuratorBot.Registers;
using CuratorBot.Registers.Finding;
using CuratorBot.Schools;
using CuratorBot.Texts;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Papers;

/// <summary>An order (приказ) of a region, a municipality or a school.</summary>
public sealed class Order : RegisterRow
{
    public string? Issuer { get; set; }
    public string? Number { get; set; }
    public DateOnly? SignedOn { get; set; }
    public string? Title { get; set; }
    public string? Kind { get; set; }
    public string? Link { get; set; }
}

/// <summary>An order of the register, as it is named where something is done by it.</summary>
internal sealed record KnownOrder(long Id, string? Kind, bool IsInForce, OrderReference Reference);

/// <summary>The orders that the project rests on; those of a municipality or region are read by all in it.</summary>
/// <param name="namings">All that is done by orders.</param>
public sealed class Orders(IEnumerable<INamesOrders> namings) : Register<Order>("orders")
{
    public const string OfParticipation = "participation";
    public const string OfCurators = "curators";
    public const string OfGroup = "group";
    private const int MostNamed = 10;

    /// <summary>So that a table does not ask the database at each of its cells.</summary>
    private volatile Remembered? _remembered;

    public override Over Over => Over.School | Over.Municipality | Over.Region;
    public override bool IsReadBelow => true;

    public override IReadOnlyList<Field> Fields { get; } =
    [
        Choice("kind", row => row.Kind, OfParticipation, OfCurators, "roadmap", OfGroup, "other").Filter(),
        Text("issuer", row => row.Issuer, longest: 200),
        Text("number", row => row.Number, longest: 40, OrderReference.BareNumber),
        PastDay("signed", row => row.SignedOn),
        Text("name", row => row.Title, longest: 300),
        Link("link", row => row.Link).Optional().OrDash(),
    ];

    public override IReadOnlyList<string> Key => ["number", "signed"];
    public override IReadOnlyList<string> Title => ["number", "signed", "name"];

    public override Scope MayWrite(Asker who) => who.MayKeepPapers;

    /// <summary>Those that she may read, the newest first.</summary>
    internal async ValueTask<IReadOnlyList<KnownOrder>> KnownTo(TurnContext turn)
    {
        if (
            _remembered is { } known
            && known.Revision == turn.Revision
            && known.PersonId == turn.Who.PersonId
        )
            return known.Orders;
        var query = await RegisterQuery.ToRead(turn, this, RegisterFilter.All);
        var rows = await query
            .Within(turn.Db.Set<Order>())
            .Where(row => row.Number != null && row.SignedOn != null)
            .OrderByDescending(row => row.SignedOn)
            .ThenByDescending(row => row.Id)
            .Select(row => new KnownOrder(
                row.Id,
                row.Kind,
                row.State == RegisterRow.Active,
                new OrderReference(row.Number!, row.SignedOn!.Value)
            ))
            .ToListAsync();
        _remembered = new Remembered(turn.Revision, turn.Who.PersonId, rows);
        return rows;
    }

    /// <summary>Which schools are spoken of by what names this order.</summary>
    internal override async Task<CardMore> More(TurnContext turn, RegisterRow row)
    {
        var order = (Order)row;
        if (order is not { Number: { } number, SignedOn: { } date })
            return CardMore.None;
        var lines = new List<RichText>();
        foreach (var naming in namings)
            if (
                await SchoolsNamed(turn, naming, order, new OrderReference(number, date)) is
                { Count: > 0 } names
            )
                lines.Add(
                    turn.Text(
                        names.Count > MostNamed ? "orders.namedMore" : "orders.named",
                        ("what", turn.Texts.Plain(naming.Words)),
                        ("schools", string.Join(", ", names.Take(MostNamed))),
                        ("more", names.Count - MostNamed)
                    )
                );
        return new CardMore(lines, []);
    }

    /// <summary>Whatever names an order goes on naming it when its number or day is put right.</summary>
    internal override async Task Follow(
        TurnContext turn,
        RegisterRow row,
        IReadOnlyDictionary<string, string?> was
    )
    {
        var order = (Order)row;
        var number = was.GetValueOrDefault("number", order.Number);
        var day = was.TryGetValue("signed", out var before)
            ? before is null
                ? (DateOnly?)null
                : DateQuestion.Stored(before)
            : order.SignedOn;
        if (
            number is null
            || day is not { } date
            || order is not { Number: { } now, SignedOn: { } signed }
            || (number, date) == (now, signed)
        )
            return;
        foreach (var naming in namings)
            await naming.Rename(
                turn.Db,
                SchoolsOf(turn.Db, order),
                new OrderReference(number, date),
                new OrderReference(now, signed)
            );
        await turn.Db.SaveChangesAsync(); // its card reads them from the database
    }

    private static IQueryable<School> SchoolsOf(CuratorBotDb db, Order order) =>
        order.SchoolId is { } school ? db.Schools.Where(row => row.Id == school)
        : order.MunicipalityId is { } place ? db.Schools.Where(row => row.MunicipalityId == place)
        : db.Schools.Where(row => row.Region == order.Region);

    /// <summary>Only schools of whose work she may read, and of the place whose order it is.</summary>
    private static async Task<IReadOnlyList<string>> SchoolsNamed(
        TurnContext turn,
        INamesOrders naming,
        Order order,
        OrderReference reference
    )
    {
        var ids = (await naming.On(turn.Db, reference.Date))
            .Where(one => OrderReference.IsSameNumber(one.Number, reference.Number))
            .Select(one => one.SchoolId)
            .ToHashSet();
        return await turn
            .Who.MaySee.Within(SchoolsOf(turn.Db, order))
            .Where(row => EF.Parameter(ids).Contains(row.Id))
            .OrderBy(row => row.ShortName)
            .Select(row => row.ShortName)
            .ToListAsync();
    }

    private sealed record Remembered(long Revision, long PersonId, IReadOnlyList<KnownOrder> Orders);
}

internal sealed class OrderMapping() : RegisterMapping<Order>("orders");
