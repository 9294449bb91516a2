namespace CuratorBot.Schedule.Calendar;

/// <summary>The working days of one year.</summary>
internal sealed class CalendarYear
{
    private readonly HashSet<DateOnly> _free = [];
    private readonly HashSet<DateOnly> _workingWeekends = [];
    private readonly Dictionary<string, HashSet<DateOnly>> _regions;

    public CalendarYear(CalendarFile file)
    {
        IsDecreed = file.Decree is not null;
        _free.UnionWith(LabourCode.NewYear(file.Year));
        _free.UnionWith(LabourCode.OtherHolidays(file.Year));
        _workingWeekends.UnionWith(file.Moved.Select(day => day.From).Where(day => !_free.Contains(day)));
        _free.UnionWith(file.Moved.Select(day => day.To));
        MakeUpForWeekends(file);
        foreach (var days in file.NonWorking)
            for (var day = days.From; day <= days.To; day = day.AddDays(1))
                _free.Add(day);
        _regions = file.Regions.ToDictionary(
            region => region.Key,
            region => region.Value.ToHashSet(),
            StringComparer.OrdinalIgnoreCase
        );
    }

    /// <summary>False while the Government has not said which days off it moves.</summary>
    public bool IsDecreed { get; }

    public bool IsWorkday(DateOnly day, string? region) =>
        IsWorkdayOfTheCountry(day)
        && !(region is not null && _regions.TryGetValue(region, out var holidays) && holidays.Contains(day));

    private bool IsWorkdayOfTheCountry(DateOnly day) =>
        !_free.Contains(day) && (!LabourCode.IsWeekend(day) || _workingWeekends.Contains(day));

    /// <summary>A holiday on a weekend frees the next working day, unless the Government moved it elsewhere.</summary>
    private void MakeUpForWeekends(CalendarFile file)
    {
        var moved = file.Moved.Select(day => day.From).ToHashSet();
        var onWeekends = LabourCode
            .OtherHolidays(file.Year)
            .Where(day => LabourCode.IsWeekend(day) && !moved.Contains(day));
        foreach (var holiday in onWeekends)
        {
            var next = holiday.AddDays(1);
            while (!IsWorkdayOfTheCountry(next))
                next = next.AddDays(1);
            _free.Add(next);
        }
    }
}
