namespace CuratorBot.Conversations.Turns;

/// <summary>Asked before every turn that may write, except where the turn itself says that it may go first.</summary>
public interface IWritingGate
{
    /// <summary>What is answered instead; null lets the turn go on.</summary>
    Task<Reply?> Stop(TurnContext turn);
}
