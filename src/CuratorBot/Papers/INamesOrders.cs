using CuratorBot.Data;
using CuratorBot.Schools;

namespace CuratorBot.Papers;

/// <summary>Something that is done to schools by an order and keeps its number.</summary>
public interface INamesOrders
{
    /// <summary>Key of the text that says what it is.</summary>
    string Words { get; }

    /// <summary>All that names an order of this day; its number as it was written there.</summary>
    Task<List<OrderNaming>> On(CuratorBotDb db, DateOnly date);

    /// <summary>What names the order at one of these schools names it otherwise from now on.</summary>
    Task Rename(CuratorBotDb db, IQueryable<School> schools, OrderReference from, OrderReference to);
}

/// <summary>What was done to this school names an order of this number.</summary>
public sealed record OrderNaming(string SchoolId, string Number);
