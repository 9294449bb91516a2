using System.Globalization;
using CuratorBot.Conversations.Turns;
using CuratorBot.Data;
using CuratorBot.Events;
using CuratorBot.Events.Planning;
using CuratorBot.People;
using CuratorBot.Schedule;
using CuratorBot.Texts;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Agenda;

/// <summary>
/// What somebody has to do with between two days: what she owes, closed or not, what begins for her schools, and
/// the events that she planned or reported or that her schools are to have or had.
/// </summary>
internal static class AgendaBook
{
    public static async Task<IReadOnlyList<AgendaEntry>> Read(TurnContext turn, DateOnly from, DateOnly to)
    {
        List<AgendaEntry> entries =
        [
            .. await Deadlines(turn, from, to),
            .. await Starts(turn, from, to),
            .. await Plans(turn, from, to),
            .. await Events(turn, from, to),
        ];
        return
        [
            .. entries
                .OrderBy(entry => entry.From)
                .ThenBy(entry => entry.Kind)
                .ThenBy(entry => entry.Title, RussianOrder.Names)
                .ThenBy(entry => entry.Where, RussianOrder.Names),
        ];
    }

    private static async Task<IEnumerable<AgendaEntry>> Deadlines(
        TurnContext turn,
        DateOnly from,
        DateOnly to
    )
    {
        var rows = new List<Obligation>();
        foreach (var query in MaybeOwed(turn.Db, turn.Who))
            rows.AddRange(
                await query
                    .AsNoTracking()
                    .Where(row => row.Active && row.DueOn >= from && row.DueOn <= to)
                    .Where(row => row.DoneAt == null || row.Outcome == Outcome.Done)
                    .ToListAsync()
            );
        var owners = await Owners.Of(turn.Db, rows);
        var own = rows.FindAll(row => owners.OwnersOf(row).Contains(turn.Who.PersonId));
        var names = await OwnerNames.Of(turn.Db, own);
        return own.Select(row => new AgendaEntry(
            Uid("obligation", row.Id),
            row.IsOpen ? AgendaKind.Deadline : AgendaKind.Done,
            row.DueOn,
            row.DueOn,
            owners.TaskOf(row).Title,
            names[row]
        ));
    }

    /// <summary>One indexed query for each kind of owner that she may stand for.</summary>
    private static IEnumerable<IQueryable<Obligation>> MaybeOwed(CuratorBotDb db, Asker who)
    {
        var scope = who.MayWork;
        var (schools, towns, regions) = (scope.Schools, scope.Municipalities, scope.Regions);
        if (schools.Count > 0)
            yield return db.Obligations.Where(row =>
                row.OwnerKind == OwnerKind.School && schools.Contains(row.OwnerId)
            );
        if (towns.Count > 0)
            yield return db.Obligations.Where(row =>
                row.OwnerKind == OwnerKind.Municipality && towns.Contains(row.OwnerId)
            );
        if (scope.IsRegional)
            yield return db.Obligations.Where(row =>
                row.OwnerKind == OwnerKind.Region && (scope.Everything || regions.Contains(row.OwnerId))
            );
    }

    private static async Task<IEnumerable<AgendaEntry>> Starts(TurnContext turn, DateOnly from, DateOnly to)
    {
        var schedule = await YearSchedule.Read(turn);
        return schedule
            .Tasks.Where(task => task.CountsOn && task.StartsOn >= from && task.StartsOn <= to)
            .Select(task => new AgendaEntry(
                $"start-{task.Id}@curatorbot",
                AgendaKind.Start,
                task.StartsOn!.Value,
                task.StartsOn.Value,
                task.Title,
                ""
            )
            {
                At = task.OpensAt,
            });
    }

    /// <summary>Of a coordinator only her own reports: those of all her schools are a list of their own.</summary>
    private static async Task<IEnumerable<AgendaEntry>> Events(
        TurnContext turn,
        DateOnly first,
        DateOnly last
    )
    {
        var (db, me) = (turn.Db, turn.Who.PersonId);
        var schools = turn.Who.MaySee.IsWide ? [] : turn.Who.MaySee.Schools;
        var reports = await (
            from report in db.EventReports.AsNoTracking()
            where report.From <= last && report.To >= first && report.Precision == EventReport.ToTheDay
            where
                report.AuthorId == me
                || db.Set<EventReportSchool>()
                    .Any(one => one.ReportId == report.Id && schools.Contains(one.SchoolId))
            join type in db.EventTypes on report.TypeId equals type.Id
            select new
            {
                report.Id,
                report.From,
                report.To,
                Type = type.Name,
                report.Topic,
            }
        ).ToListAsync();
        return reports.Select(row => new AgendaEntry(
            Uid("event", row.Id),
            AgendaKind.Event,
            row.From,
            row.To,
            row.Type,
            row.Topic ?? ""
        ));
    }

    /// <summary>Hers, and those of her own schools. One that was held is an event.</summary>
    private static async Task<IEnumerable<AgendaEntry>> Plans(TurnContext turn, DateOnly first, DateOnly last)
    {
        var (db, me) = (turn.Db, turn.Who.PersonId);
        var schools = turn.Who.MaySee.Schools;
        var plans = await (
            from plan in db.PlannedEvents.AsNoTracking().VisibleTo(turn.Who)
            where plan.On >= first && plan.On <= last && plan.State != PlanState.Held
            where plan.AuthorId == me || schools.Contains(plan.SchoolId)
            join type in db.EventTypes on plan.TypeId equals type.Id
            join school in db.Schools on plan.SchoolId equals school.Id
            select new
            {
                plan,
                Type = type.Name,
                School = school.ShortName,
            }
        ).ToListAsync();
        return plans.Select(row => new AgendaEntry(
            Uid("plan", row.plan.Id),
            !row.plan.IsOpen ? AgendaKind.CalledOff
                : row.plan.IsUnreported(turn.Today) ? AgendaKind.Unreported
                : AgendaKind.Planned,
            row.plan.On,
            row.plan.On,
            row.Type,
            row.School
        )
        {
            At = row.plan.At,
            Zone = row.plan.TimeZone,
        });
    }

    private static string Uid(string kind, long id) =>
        string.Create(CultureInfo.InvariantCulture, $"{kind}-{id}@curatorbot");
}
