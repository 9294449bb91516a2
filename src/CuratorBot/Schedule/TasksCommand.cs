using CuratorBot.Conversations.Turns;
using CuratorBot.People;

namespace CuratorBot.Schedule;

/// <summary>«/tasks»: what I owe, until when.</summary>
public sealed class TasksCommand : ICommand
{
    public string Name => "tasks";
    public bool ReadsOnly => true;

    public bool IsFor(Asker who) => !who.MayWork.IsEmpty;

    public async Task<Reply> Take(TurnContext turn, string argument)
    {
        var list = await TaskList.Read(turn);
        return Reply.With(turn.Say(list.Text(turn)) with { Choices = list.Choices(turn) });
    }
}
