using System.Text.Json;
using System.Text.Json.Serialization;

namespace CuratorBot.Host.Telegram.BotApi;

/// <summary>
/// What a person can be answered by. It is read when Telegram.Bot refuses an update for something else in it, such as
/// a kind of origin or of member that came into the world after the package.
/// </summary>
internal sealed record LeanUpdate
{
    public required long UpdateId { get; init; }
    public LeanMessage? Message { get; init; }
    public LeanMessage? EditedMessage { get; init; }
    public LeanPress? CallbackQuery { get; init; }
    public LeanChange? MyChatMember { get; init; }
}

internal sealed record LeanMessage
{
    public required long MessageId { get; init; }
    public LeanPerson? From { get; init; }
    public required LeanChat Chat { get; init; }

    /// <summary>That there is one is all that counts.</summary>
    public JsonElement? ForwardOrigin { get; init; }
    public string? MediaGroupId { get; init; }
    public string? Text { get; init; }
    public string? Caption { get; init; }
    public IReadOnlyList<LeanFile>? Photo { get; init; }
    public LeanFile? Document { get; init; }
    public LeanContact? Contact { get; init; }

    /// <summary>A sticker, a voice: by their names.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Rest { get; set; }
}

internal sealed record LeanPress
{
    public required string Id { get; init; }
    public required LeanPerson From { get; init; }
    public LeanMessage? Message { get; init; }
    public string? Data { get; init; }
}

internal sealed record LeanChange
{
    public required LeanChat Chat { get; init; }
    public required LeanPerson From { get; init; }
    public LeanMember? NewChatMember { get; init; }
}

internal sealed record LeanMember(string? Status);

internal sealed record LeanPerson
{
    public required long Id { get; init; }
}

internal sealed record LeanChat
{
    public required long Id { get; init; }
    public string? Type { get; init; }
}

internal sealed record LeanFile
{
    public required string FileId { get; init; }
    public string? FileUniqueId { get; init; }
    public long? FileSize { get; init; }
    public string? FileName { get; init; }
    public string? MimeType { get; init; }
}

internal sealed record LeanContact
{
    public string? PhoneNumber { get; init; }
    public long? UserId { get; init; }
}
