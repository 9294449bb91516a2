using CuratorBot.Conversations.Turns;
using CuratorBot.Data;
using CuratorBot.People;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Registers.Finding;

/// <summary>Which rows of a register are meant: those that she may read or change, narrowed by a filter.</summary>
/// <param name="Below">Places whose common rows she reads too.</param>
internal sealed record RegisterQuery(Scope Scope, PlacesAbove Below, RegisterFilter Filter)
{
    /// <summary>Ids of the rows that have the words of the filter; null where it has none.</summary>
    public IReadOnlyCollection<long>? Found { get; init; }

    public static async Task<RegisterQuery> ToRead(TurnContext turn, Register register, RegisterFilter filter)
    {
        var query = new RegisterQuery(
            register.MayRead(turn.Who),
            register.IsReadBelow ? await PlacesAbove.Of(turn.Db, turn.Who) : PlacesAbove.None,
            filter
        );
        return query with { Found = await RegisterSearch.Find(turn, register, query) };
    }

    public static RegisterQuery ToWrite(Register register, Asker who) =>
        new(register.MayWrite(who), PlacesAbove.None, RegisterFilter.All);

    public IQueryable<T> Within<T>(IQueryable<T> rows)
        where T : RegisterRow
    {
        if (!Scope.Everything)
        {
            var (schools, places, regions) = (Scope.Schools, Scope.Municipalities, Scope.Regions);
            var (above, wider) = (Below.Municipalities, Below.Regions);
            rows = rows.Where(row =>
                schools.Contains(row.SchoolId!)
                || schools.Contains(row.OtherSchoolId!)
                || places.Contains(row.MunicipalityId!)
                || regions.Contains(row.Region!)
                || (row.SchoolId == null && above.Contains(row.MunicipalityId!))
                || (row.SchoolId == null && row.MunicipalityId == null && wider.Contains(row.Region!))
            );
        }
        if (Filter.State is { } state)
            rows = rows.Where(row => row.State == state);
        if (Filter.SchoolId is { } school)
            rows = rows.Where(row => row.SchoolId == school || row.OtherSchoolId == school);
        if (Filter.MunicipalityId is { } place)
            rows = rows.Where(row => row.MunicipalityId == place);
        if (Found is { } found)
            rows = rows.Where(row => EF.Parameter(found).Contains(row.Id));
        return rows;
    }
}

/// <summary>The municipalities and regions that her schools and municipalities lie in.</summary>
internal sealed record PlacesAbove(IReadOnlyList<string> Municipalities, IReadOnlyList<string> Regions)
{
    public static readonly PlacesAbove None = new([], []);

    public static async Task<PlacesAbove> Of(CuratorBotDb db, Asker who)
    {
        var places = who.AtHomeIn;
        var regions = await db
            .Municipalities.Where(row => places.Contains(row.Id))
            .Select(row => row.Region)
            .Distinct()
            .ToListAsync();
        return new PlacesAbove(places, regions);
    }
}
