using CuratorBot.Texts;

namespace CuratorBot.Messaging.Sending;

/// <content>
/// Who types faster than her chat may be written to gets the newest state of her draft instead of every state that
/// it went through. What was not said lies in the outbox until that which was said instead is marked, so a kill
/// loses nothing.
/// </content>
internal sealed partial class QueuedMessage
{
    private const int MostRemarks = 3;

    private readonly List<QueuedMessage> _instead = [];
    private readonly List<RichText> _remarks = [];
    private readonly RichText _text = message.Text;

    /// <summary>What is not said because this is.</summary>
    public IReadOnlyList<QueuedMessage> SaidInstead => _instead;

    /// <summary>Whether this, which comes later, leaves nothing to be said by that.</summary>
    public bool Replaces(QueuedMessage earlier) =>
        IsStored
        && earlier is { IsStored: true, Row: { Attempts: 0, MayHaveArrived: false } }
        && Message.StateOf is { } draft
        && earlier.Message.StateOf == draft
        && (
            Message.Target == earlier.Row.Id
            || (Message.Kind == OutgoingKind.Send && earlier.Message.Kind == OutgoingKind.Send)
        );

    /// <summary>Whether this only takes the buttons of something away that is not said any more.</summary>
    public bool OnlyEdits(QueuedMessage unsaid) =>
        IsStored && Message is { Kind: OutgoingKind.EditChoices } && Message.Target == unsaid.Row.Id;

    /// <summary>The same words, which wait already and do nothing: once is enough.</summary>
    public bool Repeats(QueuedMessage earlier) =>
        IsPlain && earlier.IsPlain && Message.Text.Text == earlier.Message.Text.Text;

    private bool IsPlain =>
        IsStored
        && Row.Lane == Lane.Reply
        && Message
            is {
                Kind: OutgoingKind.Send,
                StateOf: null,
                Choices.Count: 0,
                AsksContact: null,
                RemovesContactButton: false,
                ForgetOnceSent: false,
                LeavesNoTrace: false
            };

    /// <summary>Takes the place of an earlier one: its remarks are said, its state is not.</summary>
    public void TakePlaceOf(QueuedMessage earlier)
    {
        Unsay(earlier);
        var isEdited = Message.Target == earlier.Row.Id;
        if (isEdited)
            Message = Message with { Kind = earlier.Message.Kind, Target = earlier.Message.Target };
        foreach (var remark in earlier._remarks)
            Note(remark);
        if (!isEdited)
            Note(earlier.OwnRemark);
        Message = Message with { Text = WithRemarks() };
    }

    public void Unsay(QueuedMessage other)
    {
        _instead.Add(other);
        _instead.AddRange(other._instead);
        other._instead.Clear();
    }

    private RichText? OwnRemark =>
        Message.RemarkLength is > 0 and var length && length <= _text.Length ? _text.Slice(0, length) : null;

    private void Note(RichText? remark)
    {
        if (remark is null || remark.Text == OwnRemark?.Text)
            return;
        _remarks.RemoveAll(one => one.Text == remark.Text);
        _remarks.Add(remark);
        if (_remarks.Count > MostRemarks)
            _remarks.RemoveAt(0);
    }

    /// <summary>As many of the newest remarks as a message holds beside the state.</summary>
    private RichText WithRemarks()
    {
        for (var from = 0; from < _remarks.Count; from++)
        {
            var text = RichText.Join("\n\n", [.. _remarks.Skip(from), _text]);
            if (text.Length <= MessageSplitter.Longest)
                return text;
        }
        return _text;
    }
}
