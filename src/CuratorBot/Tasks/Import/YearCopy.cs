using System.Globalization;
using CuratorBot.Conversations.Arriving;
using CuratorBot.Conversations.Turns;
using CuratorBot.Files;
using CuratorBot.Importing;
using CuratorBot.Messaging;
using CuratorBot.Schedule;
using CuratorBot.Schedule.Calendar;
using CuratorBot.Schools;
using CuratorBot.Tables;

namespace CuratorBot.Tasks.Import;

/// <summary>
/// Last year's schedule for the next year, as a file and its preview: what she does not apply at once she can
/// correct and send. Only what is hers to change; what others keep, they copy.
/// </summary>
public sealed class YearCopy(
    ScheduleImport import,
    ImportDesk desk,
    NameIndexCache names,
    FileStore files,
    WorkCalendar calendar
) : IPreparation
{
    public bool Concerns(IncomingMessage message, PressedButton? pressed) =>
        NextYearAction.YearIn(pressed) is not null;

    /// <summary>Null when nothing of the year is hers.</summary>
    public async Task<object?> Make(TurnContext turn, CancellationToken cancellation)
    {
        if (turn.Known is not { } who || !import.IsFor(who))
            return null;
        var year = NextYearAction.YearIn(turn.Pressed)!.Value;
        var hers = new List<ProjectTask>();
        foreach (var task in (await YearSchedule.Read(turn, year: year)).Tasks)
            if (await ScheduleRights.MayChange(turn, task))
                hers.Add(task);
        return hers.Count == 0 ? null : await Preview(turn, hers, year + 1);
    }

    private async Task<IMeantForNoDraft> Preview(TurnContext turn, List<ProjectTask> hers, int next)
    {
        var places = await SchedulePlaces.Of(turn, await names.For(turn.Db, turn.Revision));
        var workbook = new ScheduleSheets(turn.Texts, places).WriteNextYear(hers, calendar);
        var stored = await files.Add(Keeping.Briefly, workbook);
        var years = ScheduleTableActions.Years(next);
        var name = turn.Texts.Plain("scheduleFile.files.export", ("years", years));
        var upload = ImportDesk.New(turn, import, stored.Path, name);
        return await desk.Preview(turn, import, ReadBack(workbook), upload) is PreviewedTable previewed
            ? previewed with
            {
                File = turn.SendFile(stored, name, turn.Text("scheduleFile.sent.nextYear", ("years", years))),
            }
            : throw new InvalidOperationException("What the bot wrote as a schedule is one.");
    }

    private static TableReading.Read ReadBack(byte[] workbook)
    {
        using var content = new MemoryStream(workbook);
        return (TableReading.Read)TableReader.Read(content);
    }
}

/// <summary>«Скопировать на следующий год».</summary>
public sealed class NextYearAction : IAction
{
    private const string Name = "schedule.nextYear";

    public IEnumerable<string> Names => [Name];
    public bool ReadsOnly => false;

    internal static string Of(int year) => string.Create(CultureInfo.InvariantCulture, $"{Name}:{year}");

    /// <summary>The year that a button would copy; null for another button.</summary>
    internal static int? YearIn(PressedButton? pressed) =>
        pressed?.Choice.Action.Split(':', 2) is [Name, var year]
        && int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    public async Task<Reply> Take(TurnContext turn, string name, string argument) =>
        !ScheduleRights.MayAdd(turn.Who) ? Reply.OnlyToast(turn.Texts.Plain("schedule.notYours"))
        : turn.Prepared is PreviewedTable copied ? await ImportDesk.Take(turn, copied)
        : Reply.With(turn.Say("scheduleFile.nothingToCopy"));
}
