using System.Globalization;
using CuratorBot.Schedule;
using CuratorBot.Schedule.Calendar;
using CuratorBot.Tables;
using CuratorBot.Tasks.Editing;
using CuratorBot.Texts;

namespace CuratorBot.Tasks.Import;

/// <summary>The schedule as a workbook: the template, a year as it is, and a year moved on to the next.</summary>
internal sealed class ScheduleSheets(TextCatalogue texts, SchedulePlaces places)
{
    private const double Wide = 60;
    private const double Usual = 18;

    public byte[] Write(IEnumerable<ProjectTask> tasks) =>
        WriteRows(tasks.Select(task => RowOf(TaskWish.Of(task), task.Id)));

    /// <summary>Without codes: every row is a new task.</summary>
    public byte[] WriteNextYear(IEnumerable<ProjectTask> tasks, WorkCalendar calendar) =>
        WriteRows(tasks.Select(task => RowOf(NextYear(TaskWish.Of(task), calendar), "")));

    /// <summary>A year later; what then falls on a day off goes to the next working day.</summary>
    public static TaskWish NextYear(TaskWish wish, WorkCalendar calendar)
    {
        return wish with
        {
            StartsOn = Later(wish.StartsOn),
            EndsOn = Later(wish.EndsOn),
            Schools = Later(wish.Schools),
            Municipalities = Later(wish.Municipalities),
            Regions = Later(wish.Regions),
        };

        DateOnly? Later(DateOnly? day) =>
            day is { } date ? calendar.OnOrAfter(date.AddYears(1), wish.Region) : null;
    }

    private byte[] WriteRows(IEnumerable<IReadOnlyList<string>> rows) =>
        SheetWriter.Write(
            new Sheet(texts.Plain("scheduleFile.sheets.schedule"), [.. Columns()], [.. rows]),
            Explanations()
        );

    private IEnumerable<SheetColumn> Columns() =>
        Enum.GetValues<ScheduleColumn>()
            .Select(column => new SheetColumn(
                texts.Plain($"scheduleFile.columns.{column}"),
                column == ScheduleColumn.Title ? Wide : Usual,
                ChoicesOf(column)
            ));

    private IReadOnlyList<string>? ChoicesOf(ScheduleColumn column) =>
        column switch
        {
            ScheduleColumn.Group => ["1", "2", "3"],
            ScheduleColumn.Performers =>
            [
                .. Performing.Names.Select(name => texts.Plain($"newTask.performers.options.{name}")),
            ],
            ScheduleColumn.Wants =>
            [
                .. Enum.GetNames<Wants>().Select(name => texts.Plain($"scheduleFile.wants.{name}")),
            ],
            ScheduleColumn.Optional or ScheduleColumn.Cancel => [Yes],
            _ => null,
        };

    private Sheet Explanations() =>
        new(
            texts.Plain("tables.explanations"),
            [
                new SheetColumn(texts.Plain("scheduleFile.explanations.column"), 24),
                new SheetColumn(texts.Plain("scheduleFile.explanations.what"), 80),
                new SheetColumn(texts.Plain("scheduleFile.explanations.example"), 34),
            ],
            [
                .. Enum.GetValues<ScheduleColumn>()
                    .Select(column =>
                        new[]
                        {
                            texts.Plain($"scheduleFile.columns.{column}"),
                            texts.Plain($"scheduleFile.explanations.{column}.what"),
                            texts.Plain($"scheduleFile.explanations.{column}.example"),
                        }
                    ),
            ]
        );

    private string[] RowOf(TaskWish wish, string code) =>
        [
            wish.Title,
            places.NameOf(wish.Region, wish.MunicipalityId),
            wish.Group?.ToString(CultureInfo.InvariantCulture) ?? "",
            wish.OpensAt is { } hour ? $"{Shown(wish.StartsOn)} {hour:HH:mm}" : Shown(wish.StartsOn),
            Shown(wish.EndsOn),
            Shown(wish.Schools),
            Shown(wish.Municipalities),
            Shown(wish.Regions),
            texts.Plain($"newTask.performers.options.{wish.Performers}"),
            texts.Plain($"scheduleFile.wants.{wish.Wants}"),
            wish.Optional ? Yes : "",
            "",
            code,
        ];

    private string Yes => texts.Plain("scheduleFile.sayYes");

    private static string Shown(DateOnly? day) => day is { } date ? RussianDates.Show(date, "dotted") : "";
}
