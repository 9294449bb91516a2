using CuratorBot.Conversations;

namespace CuratorBot.Reminders;

/// <summary>Whoever may not be reminded of a deadline is not reminded of a draft either.</summary>
public sealed class QuietHours : IQuietHours
{
    public DateTimeOffset? PeaceUntil(DateTimeOffset now, string zone) => Morning.PeaceUntil(now, zone);
}
