namespace CuratorBot.Conversations.Turns;

/// <summary>
/// A message of a member that is no command, no answer and was not asked for: a typed name, a photo, or
/// anything. They are tried in the order of the setup.
/// </summary>
public interface IUnasked
{
    /// <summary>Null when it is nothing that this one understands.</summary>
    Task<Reply?> Take(TurnContext turn);
}
