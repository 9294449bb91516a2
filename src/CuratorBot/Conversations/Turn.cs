using CuratorBot.Messaging;

namespace CuratorBot.Conversations;

/// <param name="PersonId">To whom; null means the chat that the turn answers.</param>
public sealed record Delivery(long? PersonId, Lane Lane, OutgoingMessage Message);

/// <summary>What a conversation answers to one message. It sends nothing itself.</summary>
public sealed class Turn
{
    private readonly List<Delivery> _deliveries = [];
    private readonly List<string> _letGo = [];

    public IReadOnlyList<Delivery> Deliveries => _deliveries;

    /// <summary>Kept files that an answer or a report spoke of: they are deleted unless something else does.</summary>
    public IReadOnlyList<string> FilesLetGo => _letGo;

    /// <summary>A word shown over the chat after a press; null just stops the spinner.</summary>
    public string? Toast { get; private set; }

    /// <summary>What a sub-dialogue answers to the question that opened it.</summary>
    public Answer? Returned { get; private set; }

    /// <summary>True when something new stands at the end of the chat that the turn answers.</summary>
    public bool SaysSomething =>
        _deliveries.Any(one =>
            one.PersonId is null
            && one.Message.Kind is OutgoingKind.Send or OutgoingKind.Photo or OutgoingKind.Document
        );

    public static Turn Nothing => new();

    public static Turn Returns(Answer answer) => new() { Returned = answer };

    public static Turn Reply(OutgoingMessage message) => new Turn().Then(message);

    public static Turn OnlyToast(string text) => new Turn().WithToast(text);

    public Turn Then(OutgoingMessage message)
    {
        _deliveries.Add(new Delivery(null, Lane.Reply, message));
        return this;
    }

    /// <summary>A message to somebody else, at the first account of hers that can be reached.</summary>
    public Turn Tell(long personId, OutgoingMessage message, Lane lane = Lane.Broadcast)
    {
        _deliveries.Add(new Delivery(personId, lane, message));
        return this;
    }

    public Turn Then(Turn turn)
    {
        _deliveries.AddRange(turn._deliveries);
        _letGo.AddRange(turn._letGo);
        Toast ??= turn.Toast;
        Returned ??= turn.Returned;
        return this;
    }

    /// <param name="files">Where they lie in the store.</param>
    public Turn LetGoOf(IEnumerable<string> files)
    {
        _letGo.AddRange(files);
        return this;
    }

    public Turn WithToast(string text)
    {
        Toast = text;
        return this;
    }
}
