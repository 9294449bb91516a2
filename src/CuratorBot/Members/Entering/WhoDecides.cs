using CuratorBot.Data;
using CuratorBot.People;
using CuratorBot.People.InCharge;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Members.Entering;

/// <summary>Who decides a request. Nobody decides her own.</summary>
internal static class WhoDecides
{
    /// <summary>
    /// The municipal coordinators whom messages reach; without any, and for the role of a municipal
    /// coordinator, the regional ones. Empty when there is nobody at all.
    /// </summary>
    public static async Task<IReadOnlyList<long>> For(CuratorBotDb db, JoinRequest request)
    {
        var region = await RegionOf(db, request);
        var municipality = request.Role == Role.MunicipalCoordinator ? null : request.MunicipalityId;
        return await PeopleInCharge.Over(db, municipality, region, request.PersonId);
    }

    /// <summary>Read at the moment of the press, whoever was asked.</summary>
    public static async Task<bool> MayDecide(CuratorBotDb db, Asker who, JoinRequest request)
    {
        if (who.PersonId == request.PersonId || await RegionOf(db, request) is not { } region)
            return false;
        return request.Role == Role.MunicipalCoordinator
            ? who.MayAdmit.IncludesRegion(region)
            : who.MayAdmit.IncludesPlace(request.MunicipalityId, region);
    }

    private static Task<string?> RegionOf(CuratorBotDb db, JoinRequest request) =>
        db
            .Municipalities.Where(row => row.Id == request.MunicipalityId)
            .Select(row => row.Region)
            .FirstOrDefaultAsync();
}
