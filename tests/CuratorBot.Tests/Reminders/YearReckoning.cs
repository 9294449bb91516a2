using System.Text.Json;
using CuratorBot.Seed;

namespace CuratorBot.Tests.Reminders;

/// <param name="Offset">Hours east of Greenwich where she lives.</param>
/// <param name="Over">The id of her school or municipality; null for every region.</param>
internal sealed record Somebody(long Account, string Role, string? Over, string? Region, int Offset = 3)
{
    public int Hour { get; init; } = 9;

    /// <summary>The first day on which she is left in peace, and the first on which she no longer is.</summary>
    public (DateOnly From, DateOnly Until)? Pause { get; init; }
}

internal sealed record Told(long Account, DateOnly Day, string Task, string Owner);

/// <summary>
/// Who is to hear of what on which morning, reckoned day by day from the facts as they are written down and
/// from the days off as they were printed; nothing of the product's own reckoning is used.
/// </summary>
internal sealed class YearReckoning(
    IReadOnlyList<Somebody> people,
    IReadOnlyDictionary<(string Task, string Owner), DateOnly> closed
)
{
    public static readonly DateOnly First = new(2021, 9, 1);
    public static readonly DateOnly Last = new(2022, 8, 31);

    private static readonly HashSet<DateOnly> Holidays =
    [
        .. Days("2021-11-01", "2021-11-05"),
        .. Days("2021-12-31", "2022-01-09"),
        .. Days("2022-02-23", "2022-02-23"),
        .. Days("2022-03-07", "2022-03-08"),
        .. Days("2022-05-02", "2022-05-03"),
        .. Days("2022-05-09", "2022-05-10"),
        .. Days("2022-06-13", "2022-06-13"),
    ];

    private static readonly DateOnly WorkedSaturday = new(2022, 3, 5);

    private static readonly (string Region, DateOnly Day)[] RegionalHolidays =
    [
        ("Пензенская область", new(2022, 5, 4)),
        ("Республика Калмыкия", new(2022, 3, 3)),
        ("Республика Калмыкия", new(2022, 6, 14)),
        ("Республика Калмыкия", new(2022, 7, 5)),
    ];

    public static bool IsFree(DateOnly day, string? region) =>
        Holidays.Contains(day)
        || (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday && day != WorkedSaturday)
        || RegionalHolidays.Contains((region ?? "", day));

    public static List<JsonElement> Facts(string name)
    {
        using var stream = typeof(DemoSeed).Assembly.GetManifestResourceStream($"{name}.json")!;
        return [.. JsonDocument.Parse(stream).RootElement.Clone().EnumerateArray()];
    }

    /// <summary>Every part of every task: what, whose, until when.</summary>
    public static IEnumerable<(JsonElement Task, string Owner, JsonElement? School, DateOnly Due)> Owed()
    {
        var schools = Facts("schools").Where(row => Text(row, "part") == "project_participant").ToList();
        foreach (var task in Facts("schedule-2022"))
        {
            var concerned = schools
                .Where(school => Number(task, "group") is not { } group || Number(school, "group") == group)
                .ToList();
            if (Text(task, "dueOnForSchools") is { } forSchools)
                foreach (var school in concerned)
                    yield return (task, Text(school, "id")!, school, DateOnly.Parse(forSchools));
            if (Text(task, "dueOnForMunicipalities") is { } forAuthorities)
                foreach (
                    var id in concerned.Select(one => Text(one, "municipalityId")).OfType<string>().Distinct()
                )
                    yield return (task, id, null, DateOnly.Parse(forAuthorities));
            if (Text(task, "dueOnForRegions") is { } forRegions)
                foreach (var region in concerned.Select(one => Text(one, "region")!).Distinct())
                    yield return (task, region, null, DateOnly.Parse(forRegions));
        }
    }

    public IEnumerable<Told> All() =>
        from owed in Owed()
        from each in Levels(owed.Task, owed.Owner, owed.School)
        from day in MorningsOf(each.Person, each.Level, Flag(owed.Task, "optional"), owed.Due)
        where !closed.TryGetValue((Text(owed.Task, "id")!, owed.Owner), out var closedOn) || day <= closedOn
        select new Told(each.Person.Account, day, Text(owed.Task, "id")!, owed.Owner);

    /// <summary>That something has opened at its hour is heard by those who owe it, on that day alone.</summary>
    public IEnumerable<Told> Openings() =>
        from owed in Owed()
        where Text(owed.Task, "opensAt") is not null
        let day = DateOnly.Parse(Text(owed.Task, "startsOn")!)
        from each in Levels(owed.Task, owed.Owner, owed.School)
        where each.Level == 0 && !IsFree(day, each.Person.Region)
        where !closed.TryGetValue((Text(owed.Task, "id")!, owed.Owner), out var closedOn) || day <= closedOn
        select new Told(each.Person.Account, day, Text(owed.Task, "id")!, owed.Owner);

    /// <summary>Days overdue from which the others hear, as the documented ladder has it.</summary>
    private const int Team = 2;
    private const int Above = 3;
    private const int Top = 14;

    /// <summary>Who hears, and from which day overdue; 0 for those who owe it.</summary>
    private IEnumerable<(Somebody Person, int Level)> Levels(
        JsonElement task,
        string owner,
        JsonElement? school
    )
    {
        var regional = people.Where(person => person.Role == "RegionalCoordinator");
        if (school is null && IsRegion(owner))
            return regional.Select(person => (person, 0));
        if (school is null)
            return people
                .Where(person => person.Role == "MunicipalCoordinator" && person.Over == owner)
                .Select(person => (person, 0))
                .Concat(regional.Select(person => (person, Above)));
        var performers = task.TryGetProperty("performers", out var listed)
            ? listed.EnumerateArray().Select(role => role.GetString()!).ToList()
            : ["Director"];
        var staff = people.Where(person => person.Over == owner).ToList();
        if (performers.Contains("Director") && staff.All(person => person.Role != "Director"))
            performers.Add("Teacher");
        var town = Text(school.Value, "municipalityId");
        return staff
            .Select(person => (person, performers.Contains(person.Role) ? 0 : Team))
            .Concat(
                people
                    .Where(person => person.Role == "MunicipalCoordinator" && person.Over == town)
                    .Select(person => (person, Above))
            )
            .Concat(regional.Select(person => (person, Top)));
    }

    private static bool IsRegion(string owner) => owner.Contains(' ', StringComparison.Ordinal);

    private static IEnumerable<DateOnly> MorningsOf(Somebody person, int level, bool optional, DateOnly due)
    {
        var days = Mornings(person.Region, level, optional, due);
        if (person.Pause is not { } pause)
            return days;
        var again = pause.Until;
        while (IsFree(again, person.Region))
            again = again.AddDays(1);
        var spared = days.Where(day => day >= pause.From && day < again).ToList();
        var made = spared.Count > 0 && (!optional || due >= again) ? [again] : Array.Empty<DateOnly>();
        return days.Except(spared).Union(made);
    }

    /// <summary>
    /// A working day speaks for the steps before the deadline that fall on it or on the days off behind it,
    /// and for the steps after the deadline that fall on it or on the days off in front of it.
    /// </summary>
    private static List<DateOnly> Mornings(string? region, int level, bool optional, DateOnly due)
    {
        int[] before = level == 0 ? [7, 3, 1, 0] : [];
        IEnumerable<int> after =
            optional ? []
            : level == 0 ? [1, 3, .. Enumerable.Range(1, 60).Select(week => 7 * week)]
            : Enumerable.Range(0, 60).Select(week => level + 7 * week);
        var mornings = new List<DateOnly>();
        var workdays = Days("2021-08-01", "2022-10-01").Where(day => !IsFree(day, region)).ToList();
        for (var at = 1; at < workdays.Count - 1; at++)
        {
            var (previous, today, next) = (workdays[at - 1], workdays[at], workdays[at + 1]);
            var isOne =
                before.Any(days => due.AddDays(-days) >= today && due.AddDays(-days) < next)
                || after.Any(days => due.AddDays(days) > previous && due.AddDays(days) <= today);
            if (isOne && today >= First && today <= Last)
                mornings.Add(today);
        }
        return mornings;
    }

    private static IEnumerable<DateOnly> Days(string from, string to)
    {
        for (var day = DateOnly.Parse(from); day <= DateOnly.Parse(to); day = day.AddDays(1))
            yield return day;
    }

    public static string? Text(JsonElement row, string name) =>
        row.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static int? Number(JsonElement row, string name) =>
        row.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number
            ? value.GetInt32()
            : null;

    public static bool Flag(JsonElement row, string name) =>
        row.TryGetProperty(name, out var value) && value.GetBoolean();
}
