using CuratorBot.Data;
using CuratorBot.Papers;
using CuratorBot.People;
using CuratorBot.Schools;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Members.Team;

/// <summary>Curators who were assigned by an order, also those who are it no more.</summary>
internal sealed class CuratorsByOrder : INamesOrders
{
    public string Words => "orders.naming.curators";

    public Task<List<OrderNaming>> On(CuratorBotDb db, DateOnly date) =>
        db
            .RoleAssignments.Where(role => role.OrderDate == date && role.SchoolId != null)
            .Select(role => new OrderNaming(role.SchoolId!, role.OrderNumber!))
            .ToListAsync();

    public async Task Rename(
        CuratorBotDb db,
        IQueryable<School> schools,
        OrderReference from,
        OrderReference to
    )
    {
        var rows = await db
            .RoleAssignments.Where(row =>
                row.OrderDate == from.Date && schools.Any(school => school.Id == row.SchoolId)
            )
            .ToListAsync();
        from.BecomesIn(rows, to);
    }
}

/// <summary>Schools that were given to others as helpers by an order; named by the school that is helped.</summary>
internal sealed class HelpersByOrder : INamesOrders
{
    public string Words => "orders.naming.helpers";

    public Task<List<OrderNaming>> On(CuratorBotDb db, DateOnly date) =>
        db
            .CuratorSchools.Where(row => row.OrderDate == date)
            .Select(row => new OrderNaming(row.SchoolId, row.OrderNumber!))
            .ToListAsync();

    public async Task Rename(
        CuratorBotDb db,
        IQueryable<School> schools,
        OrderReference from,
        OrderReference to
    )
    {
        var rows = await db
            .CuratorSchools.Where(row =>
                row.OrderDate == from.Date && schools.Any(school => school.Id == row.SchoolId)
            )
            .ToListAsync();
        from.BecomesIn(rows, to);
    }
}
