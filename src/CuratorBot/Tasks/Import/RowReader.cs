using System.Globalization;
using System.Text.RegularExpressions;
using CuratorBot.Conversations.Questions;
using CuratorBot.Conversations.Turns;
using CuratorBot.Schedule;
using CuratorBot.Tables;
using CuratorBot.Tasks.Editing;
using CuratorBot.Texts;

namespace CuratorBot.Tasks.Import;

/// <summary>Why a row cannot be applied, in a sentence.</summary>
internal sealed class BadRowException(RichText why) : Exception(why.Text)
{
    public RichText Why => why;
}

/// <summary>
/// Reads a row as a task. Of an existing task a row may leave columns out; what it does not speak of stays.
/// </summary>
internal sealed partial class RowReader(TurnContext turn, SchedulePlaces places)
{
    private const int LongestTitle = 300;
    private const int ShortestTitle = 5;
    private static readonly Dictionary<string, int> NoWords = [];

    /// <exception cref="BadRowException">Something in it cannot be right.</exception>
    public TaskWish Read(ScheduleRow row, ProjectTask? existing)
    {
        var known = existing is null ? null : TaskWish.Of(existing);
        var (region, municipality) =
            known is not null && !row.Speaks(ScheduleColumn.Place)
                ? (known.Region, known.MunicipalityId)
                : places.Read(row[ScheduleColumn.Place]);
        var (starts, opens) = Of(row, ScheduleColumn.Starts, Start, (known?.StartsOn, known?.OpensAt));
        var wish = new TaskWish(
            Of(row, ScheduleColumn.Title, Title, known?.Title ?? ""),
            region,
            municipality,
            Of(row, ScheduleColumn.Group, Group, known?.Group),
            starts,
            opens,
            DayOf(row, ScheduleColumn.Ends, known?.EndsOn),
            DayOf(row, ScheduleColumn.Schools, known?.Schools),
            DayOf(row, ScheduleColumn.Municipalities, known?.Municipalities),
            DayOf(row, ScheduleColumn.Regions, known?.Regions),
            Of(row, ScheduleColumn.Performers, Performers, known?.Performers ?? Performing.Names[0]),
            Of(row, ScheduleColumn.Wants, Wanted, known?.Wants ?? Wants.Nothing),
            Of(row, ScheduleColumn.Optional, IsYes, known?.Optional ?? false)
        );
        return Checked(wish);
    }

    public bool IsCancelled(ScheduleRow row) => Of(row, ScheduleColumn.Cancel, IsYes, false);

    private static T Of<T>(ScheduleRow row, ScheduleColumn column, Func<string, T> read, T otherwise) =>
        row.Speaks(column) ? read(row[column]) : otherwise;

    private DateOnly? DayOf(ScheduleRow row, ScheduleColumn column, DateOnly? otherwise) =>
        Of(row, column, text => text.Length == 0 ? null : Day(text), otherwise);

    private TaskWish Checked(TaskWish wish)
    {
        if (!wish.Days.Any())
            throw Bad("noDates");
        if (wish.EndsOn < wish.StartsOn)
            throw Bad("endsBefore");
        if (wish.Days.Select(ProjectYear.Of).Distinct().Count() > 1)
            throw Bad("twoYears", ("from", $"{wish.Year - 1}"), ("to", $"{wish.Year}"));
        if (wish is { MunicipalityId: not null, Regions: not null })
            throw Bad("regionInMunicipality");
        return wish;
    }

    private string Title(string text) =>
        text.Length is >= ShortestTitle and <= LongestTitle
            ? text
            : throw Bad(text.Length < ShortestTitle ? "noTitle" : "longTitle", ("longest", LongestTitle));

    private int? Group(string text) =>
        text.Length == 0
        || TitleWords.Of(text) == TitleWords.Of(turn.Texts.Plain("newTask.group.options.all"))
            ? null
        : Digit().Match(text) is { Success: true } digit
            ? int.Parse(digit.Value, CultureInfo.InvariantCulture)
        : throw Bad("group", ("text", text));

    private (DateOnly? Day, TimeOnly? Hour) Start(string text)
    {
        if (text.Length == 0)
            return (null, null);
        var (day, hour) = DayAndHour.Of(text);
        return hour is null ? (Day(text), null)
            : TimeOnly.TryParse(hour, CultureInfo.InvariantCulture, out var opens) ? (Day(day), opens)
            : throw Bad("hour", ("text", text));
    }

    /// <summary>A year is never guessed in a file.</summary>
    private DateOnly Day(string text) =>
        TypedDate.Read(CellText.DayOf(text), turn.Today, NoWords, isAhead: true)
            is not TypedDate.Result.Day day
            ? throw Bad("date", ("text", text))
        : HasYear().IsMatch(CellText.DayOf(text)) ? day.Date
        : throw Bad("noYear", ("text", text));

    private string Performers(string text) =>
        text.Length == 0
            ? Performing.Names[0]
            : Performing.Names.FirstOrDefault(name => Is(text, $"newTask.performers.options.{name}"))
                ?? throw Bad("performers", ("text", text));

    private Wants Wanted(string text) =>
        text.Length == 0
            ? Wants.Nothing
            : Enum.GetValues<Wants>()
                .Cast<Wants?>()
                .FirstOrDefault(wants =>
                    Is(text, $"newTask.wants.options.{wants}") || Is(text, $"scheduleFile.wants.{wants}")
                )
                ?? throw Bad("wants", ("text", text));

    private bool IsYes(string text) =>
        TitleWords.Of(text) switch
        {
            "" => false,
            var said when TitleWords.Listed(turn.Texts, "scheduleFile.yes").Contains(said) => true,
            var said when TitleWords.Listed(turn.Texts, "scheduleFile.no").Contains(said) => false,
            _ => throw Bad("yesOrNo", ("text", text)),
        };

    private bool Is(string text, string key) => TitleWords.Of(text) == TitleWords.Of(turn.Texts.Plain(key));

    private BadRowException Bad(string why, params (string Name, object? Value)[] values) =>
        new(turn.Text($"scheduleFile.bad.{why}", values));

    [GeneratedRegex("(?<![0-9])[1-3](?![0-9])")]
    private static partial Regex Digit();

    [GeneratedRegex(@"[0-9]{4}|[./][0-9]{1,2}[./][0-9]{2}$")]
    private static partial Regex HasYear();
}
