using CuratorBot.Data;
using CuratorBot.Papers;
using CuratorBot.People;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Members.Team;

/// <summary>Curators who were assigned by an order.</summary>
internal sealed class CuratorsByOrder : INamesOrders
{
    public string Words => "orders.naming.curators";

    public Task<List<OrderNaming>> On(CuratorBotDb db, DateOnly date) =>
        db
            .RoleAssignments.Where(role =>
                role.OrderDate == date && role.SchoolId != null && role.RevokedAt == null
            )
            .Select(role => new OrderNaming(role.SchoolId!, role.OrderNumber!))
            .ToListAsync();
}

/// <summary>Schools that were given to others as helpers by an order; named by the school that is helped.</summary>
internal sealed class HelpersByOrder : INamesOrders
{
    public string Words => "orders.naming.helpers";

    public Task<List<OrderNaming>> On(CuratorBotDb db, DateOnly date) =>
        db
            .CuratorSchools.Where(row => row.OrderDate == date && row.EndedAt == null)
            .Select(row => new OrderNaming(row.SchoolId, row.OrderNumber!))
            .ToListAsync();
}
