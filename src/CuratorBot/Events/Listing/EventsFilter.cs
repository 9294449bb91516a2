using System.Globalization;
using CuratorBot.Conversations.Questions;
using CuratorBot.Conversations.Turns;
using CuratorBot.Events.Review;

namespace CuratorBot.Events.Listing;

/// <summary>Which of the visible reports a list shows; what is null narrows nothing.</summary>
/// <param name="OnlyMine">Those that she wrote.</param>
/// <param name="OnlyWaiting">Those that wait for her to decide.</param>
/// <param name="Since">Events of this day and later, up to <paramref name="Until"/>.</param>
internal sealed record EventsFilter(
    bool OnlyMine = false,
    bool OnlyWaiting = false,
    string? SchoolId = null,
    string? MunicipalityId = null,
    string? TypeId = null,
    long? AuthorId = null,
    DateOnly? Since = null,
    DateOnly? Until = null
)
{
    public static readonly EventsFilter All = new();
    public static readonly EventsFilter Mine = new(OnlyMine: true);
    public static readonly EventsFilter Waiting = new(OnlyWaiting: true);

    private const char Between = ';';
    private const string MineWord = "mine";
    private const string WaitingWord = "waiting";
    private const char MunicipalitySign = '@';
    private const string TypeSign = "type=";
    private const string AuthorSign = "by=";
    private const string DaysSign = "days=";

    public override string ToString() =>
        string.Join(
            Between,
            new[]
            {
                OnlyMine ? MineWord : null,
                OnlyWaiting ? WaitingWord : null,
                SchoolId,
                MunicipalityId is { } place ? MunicipalitySign + place : null,
                TypeId is { } type ? TypeSign + type : null,
                AuthorId is { } author
                    ? string.Create(CultureInfo.InvariantCulture, $"{AuthorSign}{author}")
                    : null,
                Since is { } since && Until is { } until
                    ? $"{DaysSign}{Stored(since)}/{Stored(until)}"
                    : null,
            }.OfType<string>()
        );

    public static EventsFilter Parse(string text) =>
        text.Split(Between, StringSplitOptions.RemoveEmptyEntries)
            .Aggregate(All, (filter, part) => filter.With(part));

    /// <summary>Those of the reports that she may see.</summary>
    public IQueryable<EventReport> Apply(TurnContext turn)
    {
        var who = turn.Who;
        var reports = turn.Db.ReportsVisibleTo(who, turn.Today);
        if (OnlyMine)
            reports = reports.Where(report => report.AuthorId == who.PersonId);
        if (OnlyWaiting)
            reports = reports.WaitingFor(who);
        if (SchoolId is { } school)
            reports = reports.Where(report => report.Schools.Any(row => row.SchoolId == school));
        if (MunicipalityId is { } place)
            reports = reports.OfPlace(turn.Db, place, region: null);
        if (TypeId is { } type)
            reports = reports.Where(report => report.TypeId == type);
        if (AuthorId is { } author)
            reports = reports.Where(report => report.AuthorId == author);
        if (Since is { } since && Until is { } until)
            reports = reports.Where(report => report.To >= since && report.From <= until);
        return reports;
    }

    private EventsFilter With(string part) =>
        part switch
        {
            MineWord => this with { OnlyMine = true },
            WaitingWord => this with { OnlyWaiting = true },
            [MunicipalitySign, .. var place] => this with { MunicipalityId = place },
            _ when Behind(TypeSign, part) is { } type => this with { TypeId = type },
            _ when Behind(AuthorSign, part) is { } author => this with
            {
                AuthorId = long.TryParse(author, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
                    ? id
                    : 0,
            },
            _ when Behind(DaysSign, part) is { } days => WithDays(days),
            _ => this with { SchoolId = part },
        };

    /// <summary>Days that make no sense narrow nothing.</summary>
    private EventsFilter WithDays(string days) =>
        days.Split('/') is [var since, var until] && Day(since) is { } from && Day(until) is { } to
            ? this with
            {
                Since = from,
                Until = to,
            }
            : this;

    private static string? Behind(string sign, string part) =>
        part.StartsWith(sign, StringComparison.Ordinal) ? part[sign.Length..] : null;

    private static string Stored(DateOnly day) =>
        day.ToString(DateQuestion.StoredAs, CultureInfo.InvariantCulture);

    private static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(
            text,
            DateQuestion.StoredAs,
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var day
        )
            ? day
            : null;
}
