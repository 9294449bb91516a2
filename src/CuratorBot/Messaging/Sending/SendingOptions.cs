namespace CuratorBot.Messaging.Sending;

/// <summary>Section <c>Sending</c>: how fast the bot may speak.</summary>
public sealed class SendingOptions
{
    /// <summary>Messages per second over all chats; above 0. The Bot API takes about 30.</summary>
    public double MessagesPerSecond { get; set; } = 25;

    /// <summary>Messages per second into one chat once a short burst of three is used up; above 0.</summary>
    public double MessagesPerSecondPerChat { get; set; } = 1;

    /// <summary>
    /// Messages whose fate is not yet on disk; at least 1. A kill can repeat as many, and while the disk takes no
    /// marks, no more are sent. By default what the rate needs at 120 ms for an answer: 3 at 25 messages per second.
    /// </summary>
    public int? InFlight { get; set; }

    /// <summary>
    /// Requests besides those that the messenger has left unanswered for more than a second; 0 or more. Others
    /// overtake them. A kill can repeat those that hang at that moment, too; they are noted as such, so that a
    /// broadcast then says that it may be a repetition, and none goes out a third time. By default room for two
    /// questions a second of which every third hangs for 20 seconds, twice over.
    /// </summary>
    public int Hanging { get; set; } = 30;

    public int InFlightOrDefault => InFlight ?? (int)Math.Clamp(MessagesPerSecond * 0.12, 3, 256);
}
