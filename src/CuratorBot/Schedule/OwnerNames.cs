using CuratorBot.Data;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Schedule;

/// <summary>What the owners of some obligations are called in lists.</summary>
public sealed class OwnerNames
{
    private readonly Dictionary<string, string> _schools;
    private readonly Dictionary<string, string> _municipalities;

    private OwnerNames(Dictionary<string, string> schools, Dictionary<string, string> municipalities) =>
        (_schools, _municipalities) = (schools, municipalities);

    public static async Task<OwnerNames> Of(CuratorBotDb db, IReadOnlyCollection<Obligation> obligations)
    {
        var (schools, municipalities) = (
            Ids(obligations, OwnerKind.School),
            Ids(obligations, OwnerKind.Municipality)
        );
        return new OwnerNames(
            await db
                .Schools.Where(school => EF.Parameter(schools).Contains(school.Id))
                .ToDictionaryAsync(school => school.Id, school => school.ShortName),
            await db
                .Municipalities.Where(municipality => EF.Parameter(municipalities).Contains(municipality.Id))
                .ToDictionaryAsync(municipality => municipality.Id, municipality => municipality.Name)
        );
    }

    /// <summary>«СОШ №3 г. Кузнецка», «г. Кузнецк», «Пензенская область».</summary>
    public string this[Obligation obligation] =>
        obligation.OwnerKind switch
        {
            OwnerKind.School => _schools[obligation.OwnerId],
            OwnerKind.Municipality => _municipalities[obligation.OwnerId],
            _ => obligation.OwnerId,
        };

    private static List<string> Ids(IEnumerable<Obligation> obligations, OwnerKind kind) =>
        [.. obligations.Where(row => row.OwnerKind == kind).Select(row => row.OwnerId).Distinct()];
}
