using CuratorBot.Data;
using CuratorBot.Papers;
using CuratorBot.Schools;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Profiles;

/// <summary>Schools that are what they are in the project by an order.</summary>
internal sealed class ParticipationByOrder : INamesOrders
{
    public string Words => "orders.naming.schools";

    public async Task<List<OrderNaming>> On(CuratorBotDb db, DateOnly date)
    {
        var prefix = OrderReference.StoredOn(date);
        var rows = await db.Set<SchoolProfile>()
            .Where(row => row.Order!.StartsWith(prefix))
            .Select(row => new { row.SchoolId, row.Order })
            .ToListAsync();
        return [.. rows.Select(row => new OrderNaming(row.SchoolId!, OrderReference.Of(row.Order)!.Number))];
    }

    public async Task Rename(
        CuratorBotDb db,
        IQueryable<School> schools,
        OrderReference from,
        OrderReference to
    )
    {
        var prefix = OrderReference.StoredOn(from.Date);
        var rows = await db.Set<SchoolProfile>()
            .Where(row => row.Order!.StartsWith(prefix) && schools.Any(school => school.Id == row.SchoolId))
            .ToListAsync();
        foreach (var row in rows.Where(row => OrderReference.Of(row.Order)!.IsSame(from)))
            row.Order = to.Stored;
    }
}
