using CuratorBot.Data;
using CuratorBot.Messaging;
using CuratorBot.Messaging.Sending;
using CuratorBot.People;
using CuratorBot.Texts;

namespace CuratorBot.LongTasks;

/// <summary>An answer, and the rights that it was made with.</summary>
/// <param name="Rights"><see cref="Asker.RightsKey"/>.</param>
public sealed record MadeAnswer(OutgoingMessage Message, string Rights);

/// <summary>
/// What becomes of a task and what she hears of it, in one transaction. All do nothing where it is over, or was
/// forgotten with her.
/// </summary>
public sealed class LongTaskEnds(Outbox outbox, TextCatalogue texts, IdGenerator ids, TimeProvider clock)
{
    /// <summary>Where she has other rights by now than it was made with, it stays open and is made again.</summary>
    /// <param name="made">Null where it is not hers any more.</param>
    public async Task Finish(WriteScope scope, long id, MadeAnswer? made)
    {
        if (await Open(scope, id) is not { } task)
            return;
        if (made is not null)
        {
            if (!await HasStill(scope, task.PersonId, made.Rights))
            {
                task.Attempts--;
                return;
            }
            await Say(scope, task, made.Message);
        }
        await Say(scope, task, Edit(task, made is null ? "longTasks.notHers" : "longTasks.done"));
        End(task, LongTaskState.Done);
    }

    public async Task GiveUp(WriteScope scope, long id)
    {
        if (await Open(scope, id) is not { } task)
            return;
        await Say(scope, task, Edit(task, "longTasks.givenUp"));
        await Say(
            scope,
            task,
            new OutgoingMessage { Id = ids.Next(), Text = texts.Get("longTasks.whatToDo") }
        );
        End(task, LongTaskState.GivenUp);
    }

    /// <summary>It was stopped with the process and is not to blame.</summary>
    public async Task GiveBack(WriteScope scope, long id)
    {
        if (await Open(scope, id) is { } task)
            task.Attempts--;
    }

    public async Task Tell(WriteScope scope, long id, int percent)
    {
        if (await Open(scope, id) is not { } task)
            return;
        task.Percent = percent;
        await Say(scope, task, Edit(task, "longTasks.under", ("percent", percent)));
    }

    private static async Task<LongTask?> Open(WriteScope scope, long id) =>
        await scope.Db.LongTasks.FindAsync(id) is { State: LongTaskState.Open } task ? task : null;

    private static async Task<bool> HasStill(WriteScope scope, long personId, string rights) =>
        await PeopleDirectory.Read(scope.Db, personId) is { IsMember: true, Consented: true } asker
        && asker.RightsKey == rights;

    private void End(LongTask task, LongTaskState state) =>
        (task.State, task.EndedAt, task.Argument) = (state, clock.GetUtcNow(), "");

    private OutgoingMessage Edit(LongTask task, string key, params (string, object?)[] values) =>
        new()
        {
            Id = ids.Next(),
            Kind = OutgoingKind.Edit,
            Target = task.CardId,
            Text = texts.Get(key, values),
        };

    private async Task Say(WriteScope scope, LongTask task, OutgoingMessage message) =>
        Postman.Send(
            scope,
            outbox,
            await Postman.RowsFor(scope.Db, task.PersonId, Lane.Reply, message, clock.GetUtcNow())
        );
}
