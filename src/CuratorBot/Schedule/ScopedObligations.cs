using CuratorBot.People;

namespace CuratorBot.Schedule;

/// <summary>What of the obligations a scope includes.</summary>
public static class ScopedObligations
{
    /// <summary>Those of whole municipalities and regions; single schools do not count here.</summary>
    public static IQueryable<Obligation> OfPlacesIn(this IQueryable<Obligation> obligations, Scope scope)
    {
        var (places, regions) = (scope.Municipalities, scope.Regions);
        return scope.Everything
            ? obligations
            : obligations.Where(row => places.Contains(row.MunicipalityId!) || regions.Contains(row.Region));
    }

    public static bool Includes(this Scope scope, Obligation obligation) =>
        scope.Includes(
            obligation.OwnerKind == OwnerKind.School ? obligation.OwnerId : null,
            obligation.MunicipalityId,
            obligation.Region
        );
}
