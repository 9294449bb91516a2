using CuratorBot.Conversations.Turns;
using CuratorBot.Data;
using CuratorBot.People;
using CuratorBot.Schools;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Events.Reporting;

/// <summary>
/// What an event was for: one school or several, or all of a municipality or region. What the schools do not
/// have in common is null: the report is then of each place of theirs (<see cref="VisibleReports.OfPlace"/>).
/// </summary>
internal sealed record ReportPlace(IReadOnlyList<School> Schools, string? MunicipalityId, string? Region)
{
    private const char MunicipalitySign = '@';
    private const char RegionSign = '#';

    public static string ValueOf(string municipalityId) => MunicipalitySign + municipalityId;

    public static string ValueOfRegion(string region) => RegionSign + region;

    public static bool IsSchool(string? value) => value is [not (MunicipalitySign or RegionSign), ..];

    /// <summary>The municipality that a value stands for, if the scope includes all of it now.</summary>
    public static async Task<Municipality?> MunicipalityIn(CuratorBotDb db, Scope? scope, string? value) =>
        value is [MunicipalitySign, .. var id]
        && await db.Municipalities.FindAsync(id) is { } found
        && scope?.Includes(found) != false
            ? found
            : null;

    public static string? RegionIn(Scope? scope, string? value) =>
        value is [RegionSign, .. var region] && scope?.IncludesRegion(region) != false ? region : null;

    /// <summary>Null when one of the places is not hers any more; <paramref name="missing"/> hears which.</summary>
    /// <param name="values">At least one; several are schools.</param>
    public static Task<ReportPlace?> Of(
        TurnContext turn,
        IReadOnlyList<string> values,
        Action<string> missing
    ) => Of(turn.Db, turn.Who.MayWork, values, missing);

    /// <param name="scope">Null where somebody else has decided that it may be.</param>
    public static async Task<ReportPlace?> Of(
        CuratorBotDb db,
        Scope? scope,
        IReadOnlyList<string> values,
        Action<string> missing
    )
    {
        if (await MunicipalityIn(db, scope, values[0]) is { } municipality)
            return new ReportPlace([], municipality.Id, municipality.Region);
        if (RegionIn(scope, values[0]) is { } region)
            return new ReportPlace([], null, region);
        var ids = values.Distinct().ToList();
        var schools = await (scope?.Within(db.Schools) ?? db.Schools)
            .AsNoTracking()
            .Where(school => ids.Contains(school.Id))
            .ToListAsync();
        foreach (var id in ids.Where(id => schools.All(school => school.Id != id)))
            missing(id);
        return schools.Count == ids.Count
            ? new ReportPlace(
                [.. ids.Select(id => schools.Single(school => school.Id == id))],
                Common(schools.Select(school => school.MunicipalityId)),
                Common(schools.Select(school => school.Region))
            )
            : null;
    }

    private static string? Common(IEnumerable<string?> values) =>
        values.Distinct().ToList() is [var only] ? only : null;
}
