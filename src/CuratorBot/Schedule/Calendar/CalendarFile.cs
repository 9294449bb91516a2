using System.Text.Json;
using System.Text.Json.Serialization;

namespace CuratorBot.Schedule.Calendar;

/// <summary>A day off that the Government moved: the one becomes a working day, the other is free.</summary>
public sealed record MovedDayOff(DateOnly From, DateOnly To);

/// <param name="By">The act that freed these days, first and last included.</param>
public sealed record FreeDays(DateOnly From, DateOnly To, string By);

/// <summary>
/// What is known of one year beside the Labour Code, as a file of its own: what the Government moved, what
/// was freed, and the holidays of regions.
/// </summary>
public sealed record CalendarFile
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    public required int Year { get; init; }

    /// <summary>The decree that moved its days off; null while there is none, and the year is provisional.</summary>
    public string? Decree { get; init; }
    public IReadOnlyList<MovedDayOff> Moved { get; init; } = [];
    public IReadOnlyList<FreeDays> NonWorking { get; init; } = [];

    /// <summary>Working days of the country that are free in a region, by the name of the region.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<DateOnly>> Regions { get; init; } =
        new Dictionary<string, IReadOnlyList<DateOnly>>();

    /// <param name="name">What the error calls the file.</param>
    /// <exception cref="InvalidDataException">It cannot be right; the message says what and where.</exception>
    public static CalendarFile Read(Stream stream, string name)
    {
        try
        {
            var file =
                JsonSerializer.Deserialize<CalendarFile>(stream, Options)
                ?? throw new JsonException("it is empty");
            return file.WrongDay() is { } wrong
                ? throw new JsonException($"{wrong:yyyy-MM-dd} cannot stand where it stands")
                : file;
        }
        catch (JsonException error)
        {
            throw new InvalidDataException($"The calendar {name} cannot be read: {error.Message}", error);
        }
    }

    private DateOnly? WrongDay() =>
        Moved
            .Where(day => !LabourCode.IsWeekend(day.From))
            .Select(day => day.From)
            .Concat(Moved.Where(day => LabourCode.IsWeekend(day.To)).Select(day => day.To))
            .Concat(NonWorking.Where(days => days.From > days.To).Select(days => days.From))
            .Concat(Days().Where(day => day.Year != Year))
            .Cast<DateOnly?>()
            .FirstOrDefault();

    private IEnumerable<DateOnly> Days() =>
        Moved
            .SelectMany(day => new[] { day.From, day.To })
            .Concat(NonWorking.SelectMany(days => new[] { days.From, days.To }))
            .Concat(Regions.Values.SelectMany(days => days));
}
