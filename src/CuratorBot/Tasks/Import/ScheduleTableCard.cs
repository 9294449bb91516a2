using CuratorBot.Conversations.Turns;
using CuratorBot.Messaging;
using CuratorBot.Schedule;

namespace CuratorBot.Tasks.Import;

/// <summary>«График таблицей»: what can be done with it; only the files behind its buttons are counted as files.</summary>
public sealed class ScheduleTableCard : IAction
{
    internal const string Name = "schedule.table";

    public IEnumerable<string> Names => [Name];
    public bool ReadsOnly => true;

    public async Task<Reply> Take(TurnContext turn, string name, string argument) =>
        ScheduleRights.MayAdd(turn.Who)
            ? Reply.With(await ShowCard(turn))
            : Reply.OnlyToast(turn.Texts.Plain("schedule.notYours"));

    private static async Task<OutgoingMessage> ShowCard(TurnContext turn)
    {
        var year = await YearSchedule.YearOf(turn);
        return turn.Say("scheduleFile.card") with
        {
            Choices =
            [
                [turn.Button("scheduleFile.template", $"{ScheduleTableActions.Template}:")],
                [Of("scheduleFile.export", ScheduleTableActions.ExportOf(year), year)],
                [Of("scheduleFile.nextYear", NextYearAction.Of(year), year + 1)],
            ],
        };

        Choice Of(string key, string action, int shown) =>
            new(turn.Texts.Plain(key, ("years", ScheduleTableActions.Years(shown))), action);
    }
}
