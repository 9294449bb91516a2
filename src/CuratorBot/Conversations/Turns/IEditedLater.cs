namespace CuratorBot.Conversations.Turns;

/// <summary>
/// An edited message that no open draft was answered by: perhaps it answered something that is sent already.
/// </summary>
public interface IEditedLater
{
    /// <summary>Null when it answered nothing that this one knows.</summary>
    Task<Reply?> Take(TurnContext turn);
}
