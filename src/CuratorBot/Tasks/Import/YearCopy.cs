using CuratorBot.Conversations.Turns;
using CuratorBot.Files;
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
    SchedulePlanner planner,
    NameIndexCache names,
    FileStore files,
    WorkCalendar calendar
)
{
    /// <summary>Null when nothing of the year is hers.</summary>
    internal async Task<PreviewedSchedule?> Make(TurnContext turn, int year)
    {
        var hers = new List<ProjectTask>();
        foreach (var task in (await YearSchedule.Read(turn, year: year)).Tasks)
            if (await ScheduleRights.MayChange(turn, task))
                hers.Add(task);
        if (hers.Count == 0)
            return null;
        var places = await SchedulePlaces.Of(turn, await names.For(turn.Db, turn.Revision));
        var workbook = new ScheduleSheets(turn.Texts, places).WriteNextYear(hers, calendar);
        var stored = await files.Add(Keeping.Briefly, workbook);
        var years = ScheduleTableActions.Years(year + 1);
        var name = turn.Texts.Plain("scheduleFile.files.export", ("years", years));
        var file = ReadBack(turn, workbook);
        var plan = await planner.Plan(turn, file.Rows);
        return new PreviewedSchedule(SchedulePreview.Of(turn, name, stored.Path, plan, file.Notes))
        {
            File = turn.SendFile(stored, name, turn.Text("scheduleFile.sent.nextYear", ("years", years))),
        };
    }

    private static ScheduleFile ReadBack(TurnContext turn, byte[] workbook)
    {
        using var content = new MemoryStream(workbook);
        return ScheduleFile.From((TableReading.Read)TableReader.Read(content), turn.Texts)!;
    }
}
