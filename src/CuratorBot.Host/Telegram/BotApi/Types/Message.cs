namespace CuratorBot.Host.Telegram.BotApi.Types;

public sealed record Message : BotApiType
{
    public required long MessageId { get; init; }
    public long? MessageThreadId { get; init; }
    public User? From { get; init; }
    public required Chat Chat { get; init; }

    /// <summary>Unix seconds; 0 for a message that the bot may no longer see.</summary>
    public long Date { get; init; }

    /// <summary>Unix seconds.</summary>
    public long? EditDate { get; init; }

    /// <summary>Where it was written, when it was passed on.</summary>
    public MessageOrigin? ForwardOrigin { get; init; }
    public string? MediaGroupId { get; init; }
    public string? Text { get; init; }
    public IReadOnlyList<MessageEntity>? Entities { get; init; }
    public string? Caption { get; init; }
    public IReadOnlyList<PhotoSize>? Photo { get; init; }
    public Document? Document { get; init; }
    public Contact? Contact { get; init; }
    public Voice? Voice { get; init; }
    public Video? Video { get; init; }
    public VideoNote? VideoNote { get; init; }
    public Audio? Audio { get; init; }
    public Sticker? Sticker { get; init; }
    public Location? Location { get; init; }
    public Poll? Poll { get; init; }
    public long? MigrateToChatId { get; init; }
}

public sealed record MessageOrigin : BotApiType
{
    /// <summary>user, hidden_user, chat or channel; the set is open.</summary>
    public string? Type { get; init; }
}

public sealed record MessageEntity : BotApiType
{
    /// <summary>bold, italic, text_link, bot_command …; the set is open.</summary>
    public required string Type { get; init; }

    /// <summary>In UTF-16 units, like <see cref="Length"/>.</summary>
    public required int Offset { get; init; }
    public required int Length { get; init; }
    public string? Url { get; init; }
    public User? User { get; init; }
    public string? Language { get; init; }
}

public sealed record Contact : BotApiType
{
    public string? PhoneNumber { get; init; }
    public string? FirstName { get; init; }
    public string? LastName { get; init; }

    /// <summary>Whose number it is; equal to the sender when a person shared their own.</summary>
    public long? UserId { get; init; }
}

public sealed record Location : BotApiType
{
    public double Latitude { get; init; }
    public double Longitude { get; init; }
}

public sealed record Poll : BotApiType
{
    public string? Id { get; init; }
    public string? Question { get; init; }
}
