using CuratorBot.Data;
using CuratorBot.Messaging;
using CuratorBot.People;

namespace CuratorBot.Conversations.Turns;

/// <summary>The turns that change something: each is one transaction.</summary>
public sealed partial class TurnRunner
{
    private async Task Write(
        InboxItem item,
        PressedButton? pressed,
        Reception.Route route,
        CancellationToken cancellation
    )
    {
        var message = item.Message;
        if (_answering.TryRemove((message.Channel, message.AccountId), out var answering))
            await answering.WaitAsync(cancellation);
        var prepared = await _patience.Within(
            LongestPreparation,
            given => Prepare(item, pressed, given),
            cancellation
        );
        var (personId, toast, letGo) = await unitOfWork.Write(
            async scope =>
            {
                var who =
                    await PeopleDirectory.Read(scope.Db, message.Channel, message.AccountId)
                    ?? await Greet(scope.Db, message);
                var turn = new TurnContext(() => scope.Db, texts, ids, clock, catalogue)
                {
                    Message = message,
                    Seq = item.Seq,
                    Known = who,
                    Pressed = pressed,
                    Prepared = prepared,
                    Revision = unitOfWork.ReadRevision(),
                };
                if (!who.IsReachable)
                    NoteReachable(scope.Messages, message);
                var taken = route.Interrupts
                    ? await interruption.Around(turn, route.Take)
                    : await route.Take(turn);
                failPoints.Pass(FailPoints.Handled);
                await scope.Db.SaveChangesAsync(cancellation);
                await Post(scope, message, taken);
                scope.Messages.MarkDone(item.Seq);
                foreach (var act in taken.AfterCommit)
                    scope.AfterCommit(act);
                return (who.PersonId, taken.Toast, taken.FilesLetGo);
            },
            cancellation
        );
        interruption.NoteWritten(personId);
        failPoints.Pass(FailPoints.Committed);
        if (message.PressId is { } pressId)
            outbox.AnswerPress(message.Channel, pressId, toast);
        if (letGo.Count > 0)
            await unusedFiles.Remove(letGo, cancellation);
    }

    /// <summary>The first message of an account: a person of whom nothing is known.</summary>
    private async Task<Asker> Greet(CuratorBotDb db, IncomingMessage message)
    {
        var person = new Person { Id = ids.Next(), FirstSeenAt = clock.GetUtcNow() };
        db.People.Add(person);
        db.ChannelAccounts.Add(
            new ChannelAccount
            {
                Id = ids.Next(),
                Channel = message.Channel,
                AccountId = message.AccountId,
                PersonId = person.Id,
                ChatId = message.ChatId,
                LastHeardAt = clock.GetUtcNow(),
            }
        );
        await db.SaveChangesAsync();
        return new Asker(person.Id, null, Consented: false, [], Asker.DefaultTimeZone);
    }

    private async Task Post(WriteScope scope, IncomingMessage message, Reply taken)
    {
        var rows = new List<OutboxRow>();
        foreach (var delivery in taken.Deliveries)
        {
            foreach (var part in Parts(delivery.Message))
            {
                if (delivery.PersonId is { } personId)
                    rows.AddRange(
                        await Postman.RowsFor(scope.Db, personId, delivery.Lane, part, clock.GetUtcNow())
                    );
                else
                    rows.Add(
                        Postman.RowFor(
                            message.Channel,
                            message.ChatId,
                            null,
                            Lane.Reply,
                            part,
                            clock.GetUtcNow()
                        )
                    );
            }
        }
        Postman.Send(scope, outbox, rows);
    }

    /// <summary>Who writes to us can be written to.</summary>
    private void NoteReachable(IMessageWriter marks, IncomingMessage message) =>
        marks.MarkUnreachable(message.Channel, message.ChatId, null, clock.GetUtcNow());

    private Task NoteReachability(InboxItem item, CancellationToken cancellation) =>
        unitOfWork.Write(
            scope =>
            {
                var (message, blocked) = (item.Message, item.Message.Kind == IncomingKind.Blocked);
                scope.Messages.MarkUnreachable(
                    message.Channel,
                    message.ChatId,
                    blocked ? "blocked" : null,
                    clock.GetUtcNow()
                );
                scope.Messages.MarkDone(item.Seq);
                return Task.CompletedTask;
            },
            cancellation
        );
}
