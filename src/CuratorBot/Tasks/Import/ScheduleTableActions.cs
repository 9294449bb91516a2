using System.Globalization;
using CuratorBot.Conversations.Turns;
using CuratorBot.Files;
using CuratorBot.Messaging;
using CuratorBot.Schedule;
using CuratorBot.Schools;

namespace CuratorBot.Tasks.Import;

/// <summary>«График таблицей»: the template, and a year as a file.</summary>
public sealed class ScheduleTableActions(NameIndexCache names, FileStore files) : IAction
{
    internal const string Template = "schedule.template";
    private const string Export = "schedule.export";

    public IEnumerable<string> Names => [Template, Export];
    public bool ReadsOnly => true;
    public bool IsExport => true;

    public async Task<Reply> Take(TurnContext turn, string name, string argument)
    {
        if (!ScheduleRights.MayAdd(turn.Who))
            return Reply.OnlyToast(turn.Texts.Plain("schedule.notYours"));
        var sheets = new ScheduleSheets(
            turn.Texts,
            await SchedulePlaces.Of(turn, await names.For(turn.Db, turn.Revision))
        );
        if (name == Template)
            return Reply.With(await Send(turn, sheets.Write([]), "template", ""));
        var year = int.TryParse(argument, CultureInfo.InvariantCulture, out var wanted)
            ? wanted
            : await YearSchedule.YearOf(turn);
        var schedule = await YearSchedule.Read(turn, year: year);
        return Reply.With(await Send(turn, sheets.Write(schedule.Tasks), "export", Years(year)));
    }

    private async Task<OutgoingMessage> Send(TurnContext turn, byte[] workbook, string key, string years) =>
        turn.SendFile(
            await files.Add(Keeping.Briefly, workbook),
            turn.Texts.Plain($"scheduleFile.files.{key}", ("years", years)),
            turn.Text($"scheduleFile.sent.{key}", ("years", years))
        );

    internal static string ExportOf(int year) =>
        string.Create(CultureInfo.InvariantCulture, $"{Export}:{year}");

    internal static string Years(int year) =>
        string.Create(CultureInfo.InvariantCulture, $"{year - 1}–{year}");
}
