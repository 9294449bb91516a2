using CuratorBot.Data;
using CuratorBot.Events;
using CuratorBot.Schedule;
using CuratorBot.Schools;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Status;

/// <summary>One cell of a monitoring table.</summary>
internal sealed record MarkCell(string Table, string Column, Mark Mark, DateOnly? AsOf);

/// <summary>A municipality and its rows of the score table.</summary>
internal sealed record ScoredMunicipality(Municipality Municipality, IReadOnlyList<ScoreCard> Scores);

/// <summary>Everything that the data tell of one municipality up to one day.</summary>
internal sealed record MunicipalityFacts(
    Municipality Municipality,
    DateOnly Today,
    IReadOnlyList<ScoreCard> Scores,
    IReadOnlyList<MarkCell> Marks,
    IReadOnlyList<School> Schools,
    IReadOnlyList<DeadlineRow> Owed,
    IReadOnlyList<EventTally> Events,
    IReadOnlyList<ReportLine> Newest
)
{
    private const int MostNewest = 3;

    /// <summary>The municipality with its scores: one read. Null when there is none of the id.</summary>
    public static async Task<ScoredMunicipality?> Find(CuratorBotDb db, string id)
    {
        var rows = await ScoredOf(db, id).ToListAsync();
        return rows.Count == 0
            ? null
            : new(rows[0].Municipality, [.. rows.Select(row => row.Score).OfType<ScoreCard>()]);
    }

    /// <summary>Four small reads by index, and a fifth where there were events.</summary>
    public static async Task<MunicipalityFacts> Read(
        CuratorBotDb db,
        ScoredMunicipality scored,
        DateOnly today
    )
    {
        var (municipality, scores) = scored;
        var id = municipality.Id;
        var events = EventTally.Of(await EventsOf(db, id, today).ToListAsync());
        return new(
            municipality,
            today,
            scores,
            await MarksOf(db, id).ToListAsync(),
            await SchoolsOf(db, id).ToListAsync(),
            await DeadlinesOf(db, id).ToListAsync(),
            events,
            events.Count == 0 ? [] : await NewestOf(db, id, today, MostNewest).ToListAsync()
        );
    }

    private sealed record ScoredRow(Municipality Municipality, ScoreCard? Score);

    private static readonly Func<CuratorBotDb, string, IAsyncEnumerable<ScoredRow>> ScoredOf =
        EF.CompileAsyncQuery(
            (CuratorBotDb db, string id) =>
                from row in db.Municipalities.AsNoTracking()
                where row.Id == id
                join card in db.ScoreCards.AsNoTracking() on row.Id equals card.MunicipalityId into cards
                from card in cards.DefaultIfEmpty()
                select new ScoredRow(
                    new Municipality
                    {
                        Id = row.Id,
                        Name = row.Name,
                        Kind = row.Kind,
                        Region = row.Region,
                        TimeZone = row.TimeZone,
                    },
                    card
                )
        );

    private static readonly Func<CuratorBotDb, string, IAsyncEnumerable<MarkCell>> MarksOf =
        EF.CompileAsyncQuery(
            (CuratorBotDb db, string id) =>
                db
                    .StatusMarks.Where(row => row.MunicipalityId == id)
                    .OrderBy(row => row.Order)
                    .Select(row => new MarkCell(row.Table, row.Column, row.Mark, row.AsOf))
        );

    private static readonly Func<CuratorBotDb, string, IAsyncEnumerable<School>> SchoolsOf =
        EF.CompileAsyncQuery(
            (CuratorBotDb db, string id) =>
                db
                    .Schools.Where(row => row.MunicipalityId == id)
                    .Select(row => new School
                    {
                        Id = row.Id,
                        Name = "",
                        ShortName = row.ShortName,
                        Region = row.Region,
                        MunicipalityDerivation = "",
                        Part = row.Part,
                        Group = row.Group,
                        FailureLevel = row.FailureLevel,
                        Difficulties = row.Difficulties,
                    })
        );

    private static readonly Func<CuratorBotDb, string, IAsyncEnumerable<DeadlineRow>> DeadlinesOf =
        EF.CompileAsyncQuery(
            (CuratorBotDb db, string id) =>
                from owed in db.Obligations
                where owed.MunicipalityId == id && owed.Outcome == Outcome.Done
                group owed by new
                {
                    owed.OwnerKind,
                    owed.DueOn,
                    owed.Active,
                    owed.Optional,
                    Done = owed.DoneAt != null,
                } into alike
                select new DeadlineRow(
                    id,
                    alike.Key.OwnerKind,
                    alike.Key.DueOn,
                    alike.Key.Active,
                    alike.Key.Optional,
                    alike.Key.Done,
                    alike.Count()
                )
        );

    private static readonly Func<CuratorBotDb, string, DateOnly, IAsyncEnumerable<TallyRow>> EventsOf =
        EF.CompileAsyncQuery(
            (CuratorBotDb db, string id, DateOnly today) =>
                from report in db.EventReports
                where
                    report.MunicipalityId == id
                    || (
                        report.MunicipalityId == null
                        && (
                            from school in db.Schools
                            where school.MunicipalityId == id
                            join one in db.Set<EventReportSchool>() on school.Id equals one.SchoolId
                            select one.ReportId
                        ).Contains(report.Id)
                    )
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
                    from report in db.EventReports
                    where
                        report.MunicipalityId == id
                        || (
                            report.MunicipalityId == null
                            && (
                                from school in db.Schools
                                where school.MunicipalityId == id
                                join one in db.Set<EventReportSchool>() on school.Id equals one.SchoolId
                                select one.ReportId
                            ).Contains(report.Id)
                        )
                    where report.To <= today && report.State != ReviewState.Returned
                    join type in db.EventTypes on report.TypeId equals type.Id
                    orderby report.From descending, report.Id descending
                    select new ReportLine(
                        type.Name,
                        report.Topic,
                        report.From,
                        report.To,
                        report.Precision,
                        report.Schools.Select(school => school.SchoolId).ToList()
                    )
                ).Take(most)
        );
}
