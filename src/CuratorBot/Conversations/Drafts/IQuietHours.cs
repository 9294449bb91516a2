using CuratorBot.Data;

namespace CuratorBot.Conversations.Drafts;

/// <summary>When nobody is to be written to unasked.</summary>
public interface IQuietHours
{
    /// <summary>Until when she must be left in peace; null when she may be written to now.</summary>
    Task<DateTimeOffset?> PeaceUntil(CuratorBotDb db, long personId, DateTimeOffset now);
}
