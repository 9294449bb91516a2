using CuratorBot.People;
using CuratorBot.Schedule;
using CuratorBot.Schools;

namespace CuratorBot.Status;

/// <summary>What a coordinator looks after, as something that a query can be narrowed by.</summary>
internal sealed record Coordinated(
    bool Everything,
    IReadOnlyList<string> Regions,
    IReadOnlyList<string> Municipalities
)
{
    public static Coordinated By(Asker who)
    {
        var regional = who.Roles.Where(held => held.Role == Role.RegionalCoordinator).ToList();
        return new(
            regional.Exists(held => held.Region is null),
            [
                .. regional
                    .Select(held => held.Region)
                    .OfType<string>()
                    .Distinct()
                    .Order(StringComparer.Ordinal),
            ],
            [.. who.OwnMunicipalities.Distinct().Order(StringComparer.Ordinal)]
        );
    }

    /// <summary>The one municipality that is all of it; null when there is more, or none.</summary>
    public string? Only => !Everything && Regions.Count == 0 && Municipalities is [var only] ? only : null;

    /// <summary>Equal for equal scopes.</summary>
    public string Key => Everything ? "*" : $"{string.Join(';', Regions)}|{string.Join(';', Municipalities)}";

    public IQueryable<Municipality> Within(IQueryable<Municipality> municipalities) =>
        Everything
            ? municipalities
            : municipalities.Where(row => Regions.Contains(row.Region) || Municipalities.Contains(row.Id));

    public IQueryable<Obligation> Within(IQueryable<Obligation> obligations) =>
        Everything
            ? obligations
            : obligations.Where(row =>
                Regions.Contains(row.Region) || Municipalities.Contains(row.MunicipalityId!)
            );
}
