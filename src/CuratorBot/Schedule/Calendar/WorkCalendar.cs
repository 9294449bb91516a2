using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;

namespace CuratorBot.Schedule.Calendar;

/// <param name="Year">The year whose working days are not certain.</param>
/// <param name="IsMissing">Nothing is known of it but its weekends; otherwise its fixed holidays are, too.</param>
public sealed record DoubtfulYear(int Year, bool IsMissing);

/// <summary>
/// The production calendar of Russia: which days are working days, in the country and in a region. Without a
/// file for a year it knows that year's weekends alone; without a decree, the holidays of the Labour Code.
/// </summary>
public sealed partial class WorkCalendar
{
    private const int December = 12;

    private readonly Dictionary<int, CalendarYear> _years;

    /// <summary>A later file of the same year stands in the place of an earlier one.</summary>
    public WorkCalendar(IEnumerable<CalendarFile> files)
    {
        _years = [];
        foreach (var file in files)
            _years[file.Year] = new CalendarYear(file);
    }

    /// <summary>The years that come with the product.</summary>
    public static WorkCalendar BuiltIn() => new(BuiltInFiles());

    /// <summary>
    /// The years that come with the product, and the operator's own: <c>2027.json</c> in this directory
    /// stands in the place of ours. The directory need not exist.
    /// </summary>
    /// <exception cref="InvalidDataException">A file cannot be right; the message says which and why.</exception>
    public static WorkCalendar Load(string directory) =>
        new(BuiltInFiles().Concat(Directory.Exists(directory) ? FilesIn(directory) : []));

    public bool IsWorkday(DateOnly day, string? region = null) =>
        _years.TryGetValue(day.Year, out var year) ? year.IsWorkday(day, region) : !LabourCode.IsWeekend(day);

    /// <summary>The day itself if it is a working day, else the last one before it.</summary>
    public DateOnly OnOrBefore(DateOnly day, string? region = null)
    {
        while (!IsWorkday(day, region))
            day = day.AddDays(-1);
        return day;
    }

    /// <summary>The day itself if it is a working day, else the first one after it.</summary>
    public DateOnly OnOrAfter(DateOnly day, string? region = null)
    {
        while (!IsWorkday(day, region))
            day = day.AddDays(1);
        return day;
    }

    /// <summary>«За 3 рабочих дня»: so many working days later, or earlier where the number is negative.</summary>
    public DateOnly Shift(DateOnly day, int workdays, string? region = null)
    {
        for (var left = Math.Abs(workdays); left > 0; left--)
            day = workdays > 0 ? OnOrAfter(day.AddDays(1), region) : OnOrBefore(day.AddDays(-1), region);
        return day;
    }

    /// <summary>This year and, from December on, the next, where they are not certain.</summary>
    public IEnumerable<DoubtfulYear> DoubtsOn(DateOnly today)
    {
        for (var year = today.Year; year <= today.Year + (today.Month == December ? 1 : 0); year++)
            if (!_years.TryGetValue(year, out var known))
                yield return new DoubtfulYear(year, IsMissing: true);
            else if (!known.IsDecreed)
                yield return new DoubtfulYear(year, IsMissing: false);
    }

    private static IEnumerable<CalendarFile> BuiltInFiles()
    {
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var name in assembly.GetManifestResourceNames().Where(name => NameOfYear().IsMatch(name)))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            yield return CalendarFile.Read(stream, name);
        }
    }

    private static IEnumerable<CalendarFile> FilesIn(string directory)
    {
        foreach (var path in Directory.EnumerateFiles(directory, "*.json").Order(StringComparer.Ordinal))
        {
            using var stream = File.OpenRead(path);
            var file = CalendarFile.Read(stream, path);
            if (Path.GetFileNameWithoutExtension(path) != file.Year.ToString(CultureInfo.InvariantCulture))
                throw new InvalidDataException($"The calendar {path} is of the year {file.Year}.");
            yield return file;
        }
    }

    [GeneratedRegex(@"^\d{4}\.json$")]
    private static partial Regex NameOfYear();
}
