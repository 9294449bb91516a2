using CuratorBot.Conversations.Turns;
using CuratorBot.Fields;
using CuratorBot.Risks;
using CuratorBot.Texts;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Events.Reporting;

/// <summary>The names that reports are shown with; schools that they are of only those that the person may see.</summary>
internal sealed class ReportNames(
    TurnContext turn,
    IReadOnlyDictionary<string, EventType> types,
    IReadOnlyDictionary<string, string> schools,
    IReadOnlyDictionary<string, string> municipalities
) : FieldNames(turn.Texts, ReportForm.FormName)
{
    private Dictionary<string, string> _anySchools = [];
    private List<RiskFactor> _risks = [];

    /// <summary>For the card of one report: the names of all that its fields speak of.</summary>
    public static async Task<ReportNames> ForCard(
        TurnContext turn,
        EventTypes types,
        ReportFields fields,
        EventReport report
    )
    {
        var names = await For(turn, types, [report]);
        List<string> ids = [.. fields.All.SelectMany(field => field.SchoolsIn(field.In(report)))];
        names._anySchools = await turn
            .Db.Schools.Where(row => ids.Contains(row.Id))
            .ToDictionaryAsync(row => row.Id, row => row.ShortName);
        names._risks = await turn.Db.RiskFactors.AsNoTracking().OrderBy(row => row.Order).ToListAsync();
        return names;
    }

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

    /// <summary>In the words of the kind of event, where it has its own; in a card it may be called otherwise.</summary>
    public string LabelOf(EventReport report, Field field) =>
        WordsOf(report, field) is { } words && Own($"{words}.label") is { } own
            ? own
            : Own($"{field.Key}.onCard") ?? LabelOf(field);

    public override string School(string? id) => id is null ? "" : _anySchools.GetValueOrDefault(id, "");

    public override string Municipality(string? id) =>
        id is null ? "" : municipalities.GetValueOrDefault(id, "");

    /// <summary>Risks and problem zones, in their own order.</summary>
    public string Risks(IReadOnlyCollection<string> ids) =>
        string.Join(", ", _risks.Where(risk => ids.Contains(risk.Id)).Select(risk => risk.Name));

    public string Days(EventReport report) => ReportDates.Show(turn, report).Text;

    public string Schools(EventReport report) =>
        string.Join(
            ", ",
            report
                .Schools.Select(school => schools.GetValueOrDefault(school.SchoolId))
                .OfType<string>()
                .Order(CuratorBot.Schools.School.ByShortName)
        );

    public string? Municipality(EventReport report) =>
        report.MunicipalityId is { } id ? municipalities.GetValueOrDefault(id) : null;

    private string? WordsOf(EventReport report, Field field) =>
        types.GetValueOrDefault(report.TypeId) is { } type ? EventKind.Of(type).WordsFor(field.Key) : null;

    /// <summary>The schools, or the municipality where there are none.</summary>
    public string? Where(EventReport report) =>
        Schools(report) is { Length: > 0 } named ? named : Municipality(report) ?? report.Region;
}
