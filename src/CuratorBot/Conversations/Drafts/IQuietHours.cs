namespace CuratorBot.Conversations;

/// <summary>When nobody is to be written to unasked.</summary>
public interface IQuietHours
{
    /// <summary>Until when she must be left in peace; null when she may be written to now.</summary>
    /// <param name="zone">The IANA zone that she lives in.</param>
    DateTimeOffset? PeaceUntil(DateTimeOffset now, string zone);
}
