using CuratorBot.Conversations.Forms;
using CuratorBot.Conversations.Turns;
using CuratorBot.Schedule;

namespace CuratorBot.Tasks.Editing;

/// <summary>«Добавить», «Перенести», «Отменить» and «Вернуть»: all but the last ask first and show what changes.</summary>
public sealed class TaskChangeActions(TaskChanges changes) : IAction
{
    internal const string Add = "schedule.add";
    private const string Move = "schedule.move";
    private const string Cancel = "schedule.cancel";
    private const string Restore = "schedule.restore";

    public IEnumerable<string> Names => [Add, Move, Cancel, Restore];
    public bool ReadsOnly => false;

    internal static string MoveOf(ProjectTask task) => $"{Move}:{task.Id}";

    internal static string CancelOf(ProjectTask task) => $"{Cancel}:{task.Id}";

    internal static string RestoreOf(ProjectTask task) => $"{Restore}:{task.Id}";

    public async Task<Reply> Take(TurnContext turn, string name, string argument)
    {
        if (!ScheduleRights.MayAdd(turn.Who))
            return Reply.OnlyToast(turn.Texts.Plain("schedule.notYours"));
        if (name == Add)
            return Reply.Opens(NewTaskForm.FormName);
        var (task, refusal) = await FindChangeable(turn, argument, isCancelled: name == Restore);
        if (refusal is not null)
            return Reply.OnlyToast(turn.Texts.Plain(refusal));
        if (name != Restore)
            return Reply.Opens(
                name == Move ? MoveTaskForm.FormName : CancelTaskForm.FormName,
                new AnswerSheet { Subject = argument }
            );
        var edits = await changes.Redraw(turn, await changes.Restore(turn, task!));
        return Reply
            .With(await TaskCard.Edit(turn, task!))
            .Then(edits)
            .WithToast(turn.Texts.Plain("schedule.restored"));
    }

    /// <summary>The task, or the key of the text that says why she cannot change it.</summary>
    internal static async Task<(ProjectTask? Task, string? Refusal)> FindChangeable(
        TurnContext turn,
        string? id,
        bool isCancelled = false
    )
    {
        if (id is null || await VisibleTasks.Find(turn, id) is not { } task)
            return (null, "forms.stale");
        if (!await ScheduleRights.MayChange(turn, task))
            return (null, task.Region is null ? "schedule.federal" : "schedule.notYours");
        return (task.CancelledAt is not null) == isCancelled
            ? (task, null)
            : (null, isCancelled ? "schedule.notCancelled" : "schedule.cancelledAlready");
    }
}
