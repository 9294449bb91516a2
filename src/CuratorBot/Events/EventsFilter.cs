using CuratorBot.People;

namespace CuratorBot.Events;

/// <summary>
/// Which of the visible reports a list shows: all, those that she wrote, or those of one school or
/// municipality.
/// </summary>
internal sealed record EventsFilter(
    bool OnlyMine = false,
    string? SchoolId = null,
    string? MunicipalityId = null
)
{
    public static readonly EventsFilter All = new();
    public static readonly EventsFilter Mine = new(OnlyMine: true);

    private const string MineWord = "mine";
    private const char MunicipalitySign = '@';

    public override string ToString() =>
        OnlyMine ? MineWord
        : MunicipalityId is { } municipality ? $"{MunicipalitySign}{municipality}"
        : SchoolId ?? "";

    public static EventsFilter Parse(string text) =>
        text switch
        {
            "" => All,
            MineWord => Mine,
            [MunicipalitySign, .. var municipality] => new EventsFilter(MunicipalityId: municipality),
            _ => new EventsFilter(SchoolId: text),
        };

    public IQueryable<EventReport> Apply(IQueryable<EventReport> reports, Asker who) =>
        OnlyMine ? reports.Where(report => report.AuthorId == who.PersonId)
        : SchoolId is { } school ? reports.Where(report => report.Schools.Any(row => row.SchoolId == school))
        : MunicipalityId is { } place ? reports.Where(report => report.MunicipalityId == place)
        : reports;
}
