using CuratorBot.Playground.BotApi;

namespace CuratorBot.Playground.Chats;

/// <summary>A private chat or a group. Guarded by <see cref="ChatBook.Gate"/>.</summary>
internal sealed class Chat
{
    public required long Id { get; init; }

    /// <summary>Null in a private chat, where the person's name is the title.</summary>
    public string? Title { get; init; }
    public PlaygroundPerson? Person { get; init; }
    public List<ChatMessage> Messages { get; init; } = [];

    /// <summary>A bot cannot write to a person who never wrote to it.</summary>
    public bool Started { get; set; }
    public bool Blocked { get; set; }
    public bool Deactivated { get; set; }
    public long? MigratedTo { get; set; }

    public int IndexOf(long messageId)
    {
        int low = 0,
            high = Messages.Count - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (Messages[middle].MessageId == messageId)
                return middle;
            if (Messages[middle].MessageId < messageId)
                low = middle + 1;
            else
                high = middle - 1;
        }
        return -1;
    }

    public void MustTakeMessages()
    {
        if (MigratedTo is { } moved)
            throw BotApiException.Migrated(moved);
        if (!Started)
            throw BotApiException.BadRequest("chat not found");
        if (Deactivated)
            throw BotApiException.Forbidden("user is deactivated");
        if (Blocked)
            throw BotApiException.Forbidden("bot was blocked by the user");
    }
}
