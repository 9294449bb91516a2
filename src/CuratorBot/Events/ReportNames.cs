using CuratorBot.Conversations;
using CuratorBot.Schools;
using CuratorBot.Texts;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Events;

/// <summary>The names that reports are shown with; schools only those that the person may see.</summary>
internal sealed class ReportNames(
    TurnContext turn,
    IReadOnlyDictionary<string, EventType> types,
    IReadOnlyDictionary<string, string> schools,
    IReadOnlyDictionary<string, string> municipalities
)
{
    public static async Task<ReportNames> For(
        TurnContext turn,
        EventTypes types,
        IReadOnlyCollection<EventReport> reports
    )
    {
        var schoolIds = reports
            .SelectMany(report => report.Schools)
            .Select(school => school.SchoolId)
            .ToList();
        var schools = await turn
            .Who.MaySee.Within(turn.Db.Schools)
            .AsNoTracking()
            .Where(row => schoolIds.Contains(row.Id))
            .ToListAsync();
        var municipalityIds = reports.Select(report => report.MunicipalityId).ToList();
        return new ReportNames(
            turn,
            (await types.For(turn.Db, turn.Revision)).ToDictionary(type => type.Id),
            schools.ToDictionary(school => school.Id, school => school.ShortName),
            await turn
                .Db.Municipalities.Where(row => municipalityIds.Contains(row.Id))
                .ToDictionaryAsync(row => row.Id, row => row.Name)
        );
    }

    /// <summary>«Посещение школы», or «8 консультаций» where the report stands for several.</summary>
    public RichText What(EventReport report)
    {
        var type = types.GetValueOrDefault(report.TypeId)?.Name ?? report.TypeId;
        var own = $"events.counted.{report.TypeId}";
        return report.EventsCount <= 1
            ? type
            : turn.Text(
                turn.Texts.Has(own) ? own : "events.counted.other",
                ("type", type),
                ("count", report.EventsCount)
            );
    }

    public EventKind? KindOf(EventReport report) =>
        types.GetValueOrDefault(report.TypeId) is { } type ? new EventKind(type.Category, type.Id) : null;

    public string Schools(EventReport report) =>
        string.Join(
            ", ",
            report
                .Schools.Select(school => schools.GetValueOrDefault(school.SchoolId))
                .OfType<string>()
                .Order(School.ByShortName)
        );

    public string? Municipality(EventReport report) =>
        report.MunicipalityId is { } id ? municipalities.GetValueOrDefault(id) : null;

    /// <summary>The schools, or the municipality where there are none.</summary>
    public string? Where(EventReport report) =>
        Schools(report) is { Length: > 0 } named ? named : Municipality(report) ?? report.Region;
}
