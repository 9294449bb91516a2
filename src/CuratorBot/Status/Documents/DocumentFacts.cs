using CuratorBot.Data;
using CuratorBot.Events;
using CuratorBot.People;
using CuratorBot.Schedule;
using CuratorBot.Status.Debtors;
using CuratorBot.Texts;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Status.Documents;

/// <summary>Makes documents of the facts as they are now.</summary>
internal static class DocumentFacts
{
    /// <returns>Null when there is no such school.</returns>
    public static async Task<SchoolDocument?> OfSchool(CuratorBotDb db, string id, DateTimeOffset now)
    {
        if (await SchoolFacts.Find(db, id) is not { } place)
            return null;
        var today = LocalDays.Today(now, place.TimeZone ?? Asker.DefaultTimeZone);
        var facts = await SchoolFacts.Read(db, place, today);
        return new(facts with { People = [] }, today, await NextOfSchool(db, id, today));
    }

    /// <returns>Null when there is no such municipality.</returns>
    public static async Task<MunicipalityDocument?> OfMunicipality(
        CuratorBotDb db,
        string id,
        DateTimeOffset now
    )
    {
        if (await MunicipalityFacts.Find(db, id) is not { } scored)
            return null;
        var today = LocalDays.Today(now, scored.Municipality.TimeZone);
        var facts = await MunicipalityFacts.Read(db, scored, today);
        return new(facts with { Owed = Folded(facts.Owed) }, today, await NextOfPlace(db, id, today));
    }

    /// <param name="municipality">What its document says.</param>
    public static PlaceLine LineOf(MunicipalityFacts municipality) =>
        new(
            municipality.Municipality.Id,
            municipality.Municipality.Name,
            municipality.Municipality.Region,
            municipality.Municipality.TimeZone,
            municipality.Owed,
            municipality.Scores
        );

    /// <returns>Null when there is nothing in it.</returns>
    public static async Task<RegionDocument?> OfRegion(
        CuratorBotDb db,
        string region,
        Func<string, Task<MunicipalityFacts?>> municipality
    )
    {
        var ids = await db
            .Municipalities.Where(row => row.Region == region)
            .Select(row => row.Id)
            .ToListAsync();
        var lines = new List<PlaceLine>(ids.Count);
        foreach (var id in ids)
        {
            if (await municipality(id) is { } facts)
                lines.Add(LineOf(facts));
        }
        var open = await OverdueRow.Open(db.Obligations.Where(row => row.Region == region));
        return lines.Count == 0 && open.Count == 0
            ? null
            : new(
                [
                    .. lines
                        .OrderBy(line => line.Name, RussianOrder.Names)
                        .ThenBy(line => line.Id, StringComparer.Ordinal),
                ],
                open
            );
    }

    public static RegionLine LineOf(string region, RegionDocument document) =>
        new(
            region,
            document.Places.Count,
            [.. document.Places.Select(place => place.TimeZone).Distinct(StringComparer.Ordinal)],
            [
                .. document
                    .Open.GroupBy(row => (Placed: row.MunicipalityId is not null, row.DueOn, row.TimeZone))
                    .Select(alike => new OpenCount(
                        alike.Key.Placed,
                        alike.Key.DueOn,
                        alike.Key.TimeZone,
                        alike.Sum(row => row.Count)
                    )),
            ]
        );

    public static Task<List<string>> Regions(CuratorBotDb db) =>
        db
            .Municipalities.Select(row => row.Region)
            .Union(db.Obligations.Select(row => row.Region))
            .ToListAsync();

    /// <summary>Of what is done nobody asks any more when it was due.</summary>
    private static List<DeadlineRow> Folded(IReadOnlyList<DeadlineRow> owed) =>
        [
            .. owed.Where(row => !row.Done),
            .. owed.Where(row => row.Done)
                .GroupBy(row => row.OwnerKind)
                .Select(kind => kind.First() with { Count = kind.Sum(row => row.Count) }),
        ];

    private static Task<DateOnly?> NextOfSchool(CuratorBotDb db, string id, DateOnly today) =>
        (
            from school in db.Set<EventReportSchool>()
            where school.SchoolId == id
            join report in db.EventReports on school.ReportId equals report.Id
            where report.To > today && report.State != ReviewState.Returned
            select (DateOnly?)report.To
        ).MinAsync();

    private static async Task<DateOnly?> NextOfPlace(CuratorBotDb db, string id, DateOnly today)
    {
        var own = db.EventReports.Where(report =>
            report.MunicipalityId == id && report.To > today && report.State != ReviewState.Returned
        );
        var ofSchools =
            from school in db.Schools
            where school.MunicipalityId == id
            join one in db.Set<EventReportSchool>() on school.Id equals one.SchoolId
            join report in db.EventReports on one.ReportId equals report.Id
            where report.To > today && report.State != ReviewState.Returned
            select (DateOnly?)report.To;
        return await own.Select(report => (DateOnly?)report.To).MinAsync() is { } first
            ? await ofSchools.MinAsync() is { } second && second < first
                ? second
                : first
            : await ofSchools.MinAsync();
    }
}
