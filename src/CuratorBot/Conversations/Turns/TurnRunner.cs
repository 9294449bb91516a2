using System.Collections.Concurrent;
using CuratorBot.Conversations.Arriving;
using CuratorBot.Conversations.Drafts;
using CuratorBot.Conversations.Limits;
using CuratorBot.Data;
using CuratorBot.Messaging;
using CuratorBot.Messaging.Receiving;
using CuratorBot.Messaging.Sending;
using CuratorBot.People;
using CuratorBot.Texts;

namespace CuratorBot.Conversations.Turns;

/// <summary>
/// Takes one message through its turn. A turn that changes something is one transaction: inbox mark,
/// session, facts, planned reminders and replies stand or fall together. A turn that only reads answers at
/// once; until its answer is sent the question waits in the inbox.
/// </summary>
public sealed partial class TurnRunner(
    IUnitOfWork unitOfWork,
    PressReader presses,
    Reception reception,
    Catalogue catalogue,
    Interruption interruption,
    Manners manners,
    IWatch watch,
    HeardToday heard,
    IEnumerable<IPreparation> preparations,
    IUnusedFiles unusedFiles,
    PeopleDirectory directory,
    Outbox outbox,
    TextCatalogue texts,
    IdGenerator ids,
    TimeProvider clock,
    RealTime realTime,
    FailPoints failPoints
) : IMessageHandler, IDisposable
{
    private static readonly TimeSpan LongestTurn = TimeSpan.FromSeconds(30);

    /// <summary>As long as the whole of one download may take.</summary>
    private static readonly TimeSpan LongestPreparation = TimeSpan.FromMinutes(3);

    private readonly Patience _patience = new(realTime);

    /// <summary>
    /// The last answer of each account that is not yet on disk. A turn that writes waits for it: were the
    /// bot killed in between, its reply would come before that answer.
    /// </summary>
    private readonly ConcurrentDictionary<(string, long), Task> _answering = new();

    /// <summary>How many answers are not yet on disk.</summary>
    public int Answering => _answering.Count;

    public void Dispose() => _patience.Dispose();

    public async Task Handle(InboxItem item, CancellationToken cancellation)
    {
        var message = item.Message;
        if (message.Kind is IncomingKind.Blocked or IncomingKind.Unblocked)
        {
            await NoteReachability(item, cancellation);
            return;
        }
        heard.Note(message);
        var found = message.Kind == IncomingKind.Press ? await Find(message, cancellation) : null;
        if (item.Attempts == 0)
            await NoteForgery(item, found, cancellation);
        var route = reception.RouteFor(item, found?.Button, await IsTooMuchOfAStranger(item, cancellation));
        if (!route.ReadsOnly || !await TryRead(item, found?.Button, route, cancellation))
            await Write(item, found?.Button, route, cancellation);
    }

    /// <summary>A quick finger presses before the answer that offered the button is on disk.</summary>
    private async Task<PressReader.Found> Find(IncomingMessage message, CancellationToken cancellation)
    {
        var found = presses.Find(message);
        if (
            found.Button is not null
            || !_answering.TryGetValue((message.Channel, message.AccountId), out var answering)
        )
            return found;
        await answering.WaitAsync(cancellation);
        return presses.Find(message);
    }

    /// <summary>In a transaction of its own: the refusal itself changes nothing.</summary>
    private async Task NoteForgery(InboxItem item, PressReader.Found? found, CancellationToken cancellation)
    {
        var message = item.Message;
        var chat = found?.ElsewhereChat;
        if (Reception.ForgeryIn(message, found?.Button, chat is not null) is { } forgery && watch.Wants(item))
            await unitOfWork.Write(scope => watch.Note(scope.Db, message, forgery, chat), cancellation);
    }

    /// <summary>Who she is is looked up only of those who write more than a stranger may.</summary>
    private async Task<bool> IsTooMuchOfAStranger(InboxItem item, CancellationToken cancellation)
    {
        if (!manners.WouldBeTooMuchOfAStranger(item))
            return false;
        if (
            await _patience.Within(
                LongestTurn,
                () => InReadingTurn(item, pressed: null, IsStranger),
                cancellation
            )
        )
            return true;
        manners.NoteNoStranger(item);
        return false;
    }

    private static async Task<bool> IsStranger(TurnContext turn) =>
        turn.Known is not { } who
        || (!who.IsMember && await JoinRequest.WaitingOf(turn.Db, who.PersonId) is null);

    public void NoteFailed(InboxItem item, bool isLast)
    {
        var message = item.Message;
        var text = texts.Plain(isLast ? "reception.parked" : "reception.retrying");
        if (message.PressId is { } pressId)
            outbox.AnswerPress(message.Channel, pressId, text);
        else if (isLast)
            _ = outbox.Answer(
                item.Seq,
                [AnswerTo(message, new OutgoingMessage { Id = ids.Next(), Text = text })]
            );
    }

    /// <returns>False where it does not only read: whoever comes between a form and its answer leaves a note of it.</returns>
    private async Task<bool> TryRead(
        InboxItem item,
        PressedButton? pressed,
        Reception.Route route,
        CancellationToken cancellation
    )
    {
        var taken = await _patience.Within(
            LongestTurn,
            () => InReadingTurn(item, pressed, turn => TakeReading(turn, route)),
            cancellation
        );
        if (taken is null)
            return false;
        failPoints.Pass(FailPoints.Handled);
        if (taken.Deliveries.Any(delivery => delivery.PersonId is not null))
            throw new InvalidOperationException("A turn that only reads cannot write to somebody else.");
        if (taken.Next is not null)
            throw new InvalidOperationException("A turn that only reads cannot open a form.");
        Finish(item, taken);
        return true;
    }

    private async Task<Reply?> TakeReading(TurnContext turn, Reception.Route route)
    {
        if (route.Interrupts && await interruption.MayBeDue(turn))
            return null;
        if (turn.Known is { IsReachable: false })
            unitOfWork.Post(marks => NoteReachable(marks, turn.Message), static () => { }, static _ => { });
        return await route.Take(turn);
    }

    /// <summary>
    /// The slow part of a turn that writes, before its transaction: nobody else waits for it, because the one
    /// writer is not held. The turn decides everything again on what it then finds.
    /// </summary>
    private async Task<object?> Prepare(
        InboxItem item,
        PressedButton? pressed,
        CancellationToken cancellation
    )
    {
        foreach (var preparation in preparations.Where(one => one.Concerns(item.Message, pressed)))
        {
            var made = await InReadingTurn(item, pressed, turn => preparation.Make(turn, cancellation));
            if (made is not null)
                return made;
        }
        return null;
    }

    private async Task<T> InReadingTurn<T>(
        InboxItem item,
        PressedButton? pressed,
        Func<TurnContext, Task<T>> take
    )
    {
        var message = item.Message;
        CuratorBotDb? opened = null;
        try
        {
            CuratorBotDb Open() => opened ??= unitOfWork.OpenForReading();
            var revision = unitOfWork.ReadRevision();
            var turn = new TurnContext(Open, texts, ids, clock, catalogue)
            {
                Message = message,
                Seq = item.Seq,
                Known = await directory.Find(Open, revision, message.Channel, message.AccountId),
                Pressed = pressed,
                Revision = revision,
            };
            return await take(turn);
        }
        finally
        {
            if (opened is not null)
                await opened.DisposeAsync();
        }
    }

    private void Finish(InboxItem item, Reply taken)
    {
        var message = item.Message;
        if (message.PressId is { } pressId)
            outbox.AnswerPress(message.Channel, pressId, taken.Toast);
        if (taken.Deliveries.Count > 0)
            NoteAnswering(
                (message.Channel, message.AccountId),
                outbox.Answer(
                    item.Seq,
                    [
                        .. taken
                            .Deliveries.SelectMany(delivery => Parts(delivery.Message))
                            .Select(part => AnswerTo(message, part)),
                    ]
                )
            );
        else
            unitOfWork.Post(
                marks => marks.MarkDone(item.Seq),
                committed: static () => { },
                failed: static _ => { } // it stays in the inbox, and answering nothing again does no harm
            );
    }

    private void NoteAnswering((string, long) account, Task answering)
    {
        _answering[account] = answering;
        _ = answering.ContinueWith(
            _ => _answering.TryRemove(KeyValuePair.Create(account, answering)),
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default
        );
    }

    private IEnumerable<OutgoingMessage> Parts(OutgoingMessage message) => Postman.Parts(message, ids, texts);

    private (OutboxRow Row, OutgoingMessage Message) AnswerTo(
        IncomingMessage message,
        OutgoingMessage part
    ) => (Postman.RowForAnswer(message.Channel, message.ChatId, part, clock.GetUtcNow()), part);
}
