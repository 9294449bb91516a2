using CuratorBot.Conversations.Turns;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.LongTasks;

/// <summary>Takes an order for something that takes long, within the turn in which it was asked for.</summary>
public sealed class LongTaskDesk(ILongTaskRunner runner)
{
    /// <summary>It is begun once the turn is on disk. What she has asked for already is not made twice.</summary>
    /// <param name="work">Name of the <see cref="ILongWork"/>.</param>
    /// <param name="rows">How many rows it is about, for her to see why it takes a while.</param>
    public async Task<Reply> Ask(TurnContext turn, string work, string argument, int rows)
    {
        var who = turn.Who.PersonId;
        if (
            await turn.Db.LongTasks.AnyAsync(row =>
                row.PersonId == who
                && row.Work == work
                && row.Argument == argument
                && row.State == LongTaskState.Open
            )
        )
            return Reply.OnlyToast(turn.Texts.Plain("longTasks.already"));
        var card = turn.Say("longTasks.begun", ("count", rows));
        var task = new LongTask
        {
            Id = turn.Ids.Next(),
            PersonId = who,
            Work = work,
            Argument = argument,
            CardId = card.Id,
            AskedAt = turn.Now,
        };
        turn.Db.Add(task);
        return Reply.With(card).OnceCommitted(() => runner.Begin(task.Id));
    }
}
