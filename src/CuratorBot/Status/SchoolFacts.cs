using CuratorBot.Data;
using CuratorBot.Events;
using CuratorBot.People;
using CuratorBot.Schedule;
using CuratorBot.Schools;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Status;

/// <summary>One obligation of a school in words.</summary>
internal sealed record OwedLine(
    string Title,
    DateOnly DueOn,
    bool Active,
    bool Optional,
    bool Done,
    DateOnly? DoneOn
)
{
    public bool IsOverdue(DateOnly today) => !Done && Active && !Optional && DueOn < today;
}

/// <summary>Somebody with a role over a school.</summary>
internal sealed record SchoolPerson(Role Role, string Name);

/// <summary>The school and where it lies.</summary>
/// <param name="TimeZone">Null for an unplaced school.</param>
internal sealed record SchoolPlace(School School, string? Municipality, string? TimeZone)
{
    /// <summary>In which its days are counted.</summary>
    public string Zone => TimeZone ?? Asker.DefaultTimeZone;
}

/// <summary>Everything that the data tell of one school up to one day.</summary>
internal sealed record SchoolFacts(
    SchoolPlace Place,
    DateOnly Today,
    IReadOnlyList<OwedLine> Owed,
    IReadOnlyList<SchoolPerson> People,
    IReadOnlyList<EventTally> Events,
    IReadOnlyList<ReportLine> Newest
)
{
    private const int MostNewest = 3;

    public static Task<SchoolPlace?> Find(CuratorBotDb db, string id) => PlaceOf(db, id);

    public static async Task<SchoolFacts> Read(CuratorBotDb db, SchoolPlace place, DateOnly today)
    {
        var id = place.School.Id;
        var events = EventTally.Of(await EventsOf(db, id, today).ToListAsync());
        return new(
            place,
            today,
            await OwedBy(db, id).ToListAsync(),
            await ReadPeople(db, id),
            events,
            events.Count == 0 ? [] : await NewestOf(db, id, today, MostNewest).ToListAsync()
        );
    }

    public static async Task<IReadOnlyList<SchoolPerson>> ReadPeople(CuratorBotDb db, string id) =>
        await PeopleOf(db, id).ToListAsync();

    private static readonly Func<CuratorBotDb, string, Task<SchoolPlace?>> PlaceOf = EF.CompileAsyncQuery(
        (CuratorBotDb db, string id) =>
            (
                from school in db.Schools.AsNoTracking()
                where school.Id == id
                join municipality in db.Municipalities
                    on school.MunicipalityId equals municipality.Id
                    into places
                from place in places.DefaultIfEmpty()
                select new SchoolPlace(school, place!.Name, place!.TimeZone)
            ).SingleOrDefault()
    );

    private static readonly Func<CuratorBotDb, string, IAsyncEnumerable<OwedLine>> OwedBy =
        EF.CompileAsyncQuery(
            (CuratorBotDb db, string id) =>
                from owed in db.Obligations
                where owed.OwnerKind == OwnerKind.School && owed.OwnerId == id && owed.Outcome == Outcome.Done
                join task in db.Tasks on owed.TaskId equals task.Id
                orderby owed.DueOn, task.Order
                select new OwedLine(
                    task.Title,
                    owed.DueOn,
                    owed.Active,
                    owed.Optional,
                    owed.DoneAt != null,
                    owed.DoneOn
                )
        );

    private static readonly Func<CuratorBotDb, string, IAsyncEnumerable<SchoolPerson>> PeopleOf =
        EF.CompileAsyncQuery(
            (CuratorBotDb db, string id) =>
                from role in db.RoleAssignments
                where role.SchoolId == id && role.RevokedAt == null
                join person in db.People on role.PersonId equals person.Id
                where person.Name != null
                orderby role.Role, role.Id
                select new SchoolPerson(role.Role, person.Name!)
        );

    private static readonly Func<CuratorBotDb, string, DateOnly, IAsyncEnumerable<TallyRow>> EventsOf =
        EF.CompileAsyncQuery(
            (CuratorBotDb db, string id, DateOnly today) =>
                from school in db.Set<EventReportSchool>()
                where school.SchoolId == id
                join report in db.EventReports on school.ReportId equals report.Id
                where report.To <= today && report.State != ReviewState.Returned && report.EventsCount > 0
                join type in db.EventTypes on report.TypeId equals type.Id
                group report by new
                {
                    type.Id,
                    type.Name,
                    type.Order,
                    report.Audience,
                } into alike
                select new TallyRow(
                    alike.Key.Id,
                    alike.Key.Name,
                    alike.Key.Order,
                    alike.Key.Audience,
                    alike.Count(),
                    alike.Sum(report => report.EventsCount),
                    alike.Sum(report => report.Participants ?? 0),
                    alike.Count(report => report.Participants == null)
                )
        );

    private static readonly Func<CuratorBotDb, string, DateOnly, int, IAsyncEnumerable<ReportLine>> NewestOf =
        EF.CompileAsyncQuery(
            (CuratorBotDb db, string id, DateOnly today, int most) =>
                (
                    from school in db.Set<EventReportSchool>()
                    where school.SchoolId == id
                    join report in db.EventReports on school.ReportId equals report.Id
                    where report.To <= today && report.State != ReviewState.Returned
                    join type in db.EventTypes on report.TypeId equals type.Id
                    orderby report.From descending, report.Id descending
                    select new ReportLine(
                        type.Name,
                        report.Topic,
                        report.From,
                        report.To,
                        report.Precision,
                        Array.Empty<string>()
                    )
                ).Take(most)
        );
}
