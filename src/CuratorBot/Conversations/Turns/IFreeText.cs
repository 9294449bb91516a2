namespace CuratorBot.Conversations.Turns;

/// <summary>A message that is no command and yet asks for something by its looks alone: a typed code.</summary>
public interface IFreeText
{
    /// <summary>A quick look at the words, without asking the database.</summary>
    bool LooksLikeOne(string text);

    /// <summary>Null when it was meant for the draft that is open, after all.</summary>
    Task<Reply?> Take(TurnContext turn, string text);
}
