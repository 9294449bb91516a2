using CuratorBot.Conversations.Turns;
using CuratorBot.Data;
using CuratorBot.Messaging;

namespace CuratorBot.Conversations.Limits;

/// <summary>What is asked of the bot; the text «limits.(load)» says that it was too much.</summary>
public enum Load
{
    Command = 0,
    Press = 1,
    Upload = 2,
    Export = 3,

    /// <summary>All that one person sends and presses, answers of a draft included.</summary>
    Message = 4,

    /// <summary>The same of somebody whom nobody has let in and who has not asked for it.</summary>
    Stranger = 5,
}

/// <summary>Keeps one person, or one group, from taking the time of all others.</summary>
public sealed class Manners(LimitsOptions limits, RealTime realTime)
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly Dictionary<Load, Windows<(string, long)>> _people = new()
    {
        [Load.Command] = new(realTime, Minute, limits.CommandsPerMinute),
        [Load.Press] = new(realTime, Minute, limits.PressesPerMinute),
        [Load.Upload] = new(realTime, Minute, limits.UploadsPerMinute),
        [Load.Export] = new(realTime, TimeSpan.FromHours(1), limits.ExportsPerHour),
        [Load.Message] = new(realTime, Minute, limits.MessagesPerMinute),
        [Load.Stranger] = new(realTime, Minute, limits.StrangerMessagesPerMinute),
    };

    private readonly Windows<(string, long)> _notices = new(realTime, Minute, 1);

    private readonly Windows<(string, long)> _groups = new(
        realTime,
        Minute,
        limits.GroupAnswersPerMinute,
        isShared: true
    );

    /// <summary>Counts it; the turn that answers instead, or null when it is not too much.</summary>
    /// <param name="seq">The place of the message in the inbox: however often it is tried, it counts once.</param>
    public Func<TurnContext, Reply>? Excuse(IncomingMessage message, long seq, Load load) =>
        _people[load].Take(WhoIs(message), seq) ? null
        : MayTell(WhoIs(message), seq, load) ? turn => Notice(turn, load)
        : static _ => Reply.Nothing;

    /// <summary>Counts it; whether it would be too much of a stranger, so that it is worth a look who she is.</summary>
    public bool WouldBeTooMuchOfAStranger(InboxItem item) =>
        !item.Message.InGroup && !_people[Load.Stranger].Take(WhoIs(item.Message), item.Seq);

    /// <summary>It was looked: she is none, and it is not looked again in this minute.</summary>
    public void NoteNoStranger(InboxItem item) => _people[Load.Stranger].Let(WhoIs(item.Message));

    public bool MayAnswerInGroup(IncomingMessage message, long seq) =>
        _groups.Take((message.Channel, message.ChatId), seq);

    private static (string, long) WhoIs(IncomingMessage message) => (message.Channel, message.AccountId);

    /// <summary>One notice a minute, whatever there was too much of; another then waits for its time.</summary>
    private bool MayTell((string, long) who, long seq, Load load)
    {
        if (!_people[load].IsUntold(who, seq) || !_notices.Take(who, seq))
            return false;
        _people[load].NoteTold(who, seq);
        return true;
    }

    private static Reply Notice(TurnContext turn, Load load) =>
        turn.Message.Kind == IncomingKind.Press
            ? Reply.OnlyToast(turn.Texts.Plain($"limits.{load}"))
            : Reply.With(turn.Say($"limits.{load}"));
}
