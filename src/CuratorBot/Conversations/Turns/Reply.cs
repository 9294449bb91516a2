using CuratorBot.Conversations.Forms;
using CuratorBot.Messaging;
using CuratorBot.Texts;

namespace CuratorBot.Conversations.Turns;

/// <param name="PersonId">To whom; null means the chat that the turn answers.</param>
public sealed record Delivery(long? PersonId, Lane Lane, OutgoingMessage Message);

/// <summary>What a conversation answers to one message. It sends nothing itself.</summary>
public sealed class Reply
{
    private readonly List<Delivery> _deliveries = [];
    private readonly List<string> _letGo = [];
    private readonly List<Action> _onceCommitted = [];

    public IReadOnlyList<Delivery> Deliveries => _deliveries;

    /// <summary>Kept files that an answer or a report spoke of: they are deleted unless something else does.</summary>
    public IReadOnlyList<string> FilesLetGo => _letGo;

    /// <summary>What follows once the turn is on disk; never of one that only reads.</summary>
    public IReadOnlyList<Action> AfterCommit => _onceCommitted;

    /// <summary>A word shown over the chat after a press; null just stops the spinner.</summary>
    public string? Toast { get; private set; }

    /// <summary>What a sub-dialogue answers to the question that opened it.</summary>
    public Answer? Returned { get; private set; }

    /// <summary>What is opened after all of this; nothing is said behind it.</summary>
    public Opening? Next { get; private set; }

    /// <summary>True when something new stands at the end of the chat that the turn answers.</summary>
    public bool SaysSomething =>
        _deliveries.Any(one =>
            one.PersonId is null
            && one.Message.Kind
                is OutgoingKind.Send
                    or OutgoingKind.Photo
                    or OutgoingKind.Document
                    or OutgoingKind.Album
        );

    public static Reply Nothing => new();

    public static Reply Returns(Answer answer) => new() { Returned = answer };

    public static Reply With(OutgoingMessage message) => new Reply().Then(message);

    /// <inheritdoc cref="Opening.Begin"/>
    public static Reply Begins(string form) => new() { Next = new Opening.Begin(form) };

    /// <inheritdoc cref="Opening.Start"/>
    public static Reply Opens(
        string form,
        AnswerSheet? sheet = null,
        RichText? before = null,
        string? at = null
    ) => new() { Next = new Opening.Start(form, sheet, before, at) };

    /// <inheritdoc cref="Opening.Resume"/>
    public static Reply Resumes(Session draft) => new() { Next = new Opening.Resume(draft) };

    /// <inheritdoc cref="Opening.Explain"/>
    public static Reply Explains(OutgoingMessage otherwise) =>
        new() { Next = new Opening.Explain(otherwise) };

    internal static Reply ThatOpens(Opening next) => new() { Next = next };

    public static Reply OnlyToast(string text) => new Reply().WithToast(text);

    public Reply Then(OutgoingMessage message)
    {
        RefuseBehindNext();
        _deliveries.Add(new Delivery(null, Lane.Reply, message));
        return this;
    }

    /// <summary>A message to somebody else, at the first account of hers that can be reached.</summary>
    public Reply Tell(long personId, OutgoingMessage message, Lane lane = Lane.Broadcast)
    {
        _deliveries.Add(new Delivery(personId, lane, message));
        return this;
    }

    public Reply Then(Reply reply)
    {
        if (reply._deliveries.Any(one => one.PersonId is null) || reply.Next is not null)
            RefuseBehindNext();
        _deliveries.AddRange(reply._deliveries);
        _letGo.AddRange(reply._letGo);
        _onceCommitted.AddRange(reply._onceCommitted);
        Toast ??= reply.Toast;
        Returned ??= reply.Returned;
        Next ??= reply.Next;
        return this;
    }

    /// <param name="files">Where they lie in the store.</param>
    public Reply LetGoOf(IEnumerable<string> files)
    {
        _letGo.AddRange(files);
        return this;
    }

    public Reply OnceCommitted(Action act)
    {
        _onceCommitted.Add(act);
        return this;
    }

    public Reply WithToast(string text)
    {
        Toast = text;
        return this;
    }

    /// <summary>Hands over what is to be opened next: it is opened once.</summary>
    internal Opening? TakeNext()
    {
        var next = Next;
        Next = null;
        return next;
    }

    private void RefuseBehindNext()
    {
        if (Next is not null)
            throw new InvalidOperationException("What a turn opens comes last in the chat.");
    }
}
