using CuratorBot.Messaging;

namespace CuratorBot.Conversations;

/// <summary>What is asked of the bot; the text «limits.(load)» says that it was too much.</summary>
public enum Load
{
    Command = 0,
    Press = 1,
    Upload = 2,
    Export = 3,
}

/// <summary>Keeps one person, or one group, from taking the time of all others.</summary>
public sealed class Manners(LimitsOptions limits, TimeProvider clock)
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly Dictionary<Load, Windows<(string, long)>> _people = new()
    {
        [Load.Command] = new(clock, Minute, limits.CommandsPerMinute),
        [Load.Press] = new(clock, Minute, limits.PressesPerMinute),
        [Load.Upload] = new(clock, Minute, limits.UploadsPerMinute),
        [Load.Export] = new(clock, TimeSpan.FromHours(1), limits.ExportsPerHour),
    };

    private readonly Windows<(string, long)> _groups = new(clock, Minute, limits.GroupAnswersPerMinute);

    /// <summary>Counts it; the turn that answers instead, or null when it is not too much.</summary>
    public Func<TurnContext, Turn>? Excuse(IncomingMessage message, Load load) =>
        _people[load].Take((message.Channel, message.AccountId)) switch
        {
            Excess.None => null,
            Excess.First => turn => Notice(turn, load),
            _ => _ => Turn.Nothing,
        };

    public bool MayAnswerInGroup(IncomingMessage message) =>
        _groups.Take((message.Channel, message.ChatId)) == Excess.None;

    private static Turn Notice(TurnContext turn, Load load) =>
        turn.Message.Kind == IncomingKind.Press
            ? Turn.OnlyToast(turn.Texts.Plain($"limits.{load}"))
            : Turn.Reply(turn.Say($"limits.{load}"));
}
