using System.Text.Json.Serialization;
using CuratorBot.Host.Telegram.BotApi.Types;
using CuratorBot.Host.Telegram.BotApi.Wire;

namespace CuratorBot.Host.Telegram.BotApi.Requests;

/// <summary>A file to send: one that the server already has, or new bytes.</summary>
[JsonConverter(typeof(InputFileConverter))]
public abstract record InputFile : BotApiType
{
    private InputFile() { }

    public sealed record Stored(string FileId) : InputFile;

    /// <summary>Read once, from where it stands to its end; the caller disposes it.</summary>
    public sealed record Upload(Stream Content, string FileName, string ContentType) : InputFile;
}

public abstract record SendFile : BotApiType
{
    public required long ChatId { get; init; }
    public long? MessageThreadId { get; init; }

    /// <summary>0–1024 UTF-16 units.</summary>
    public string? Caption { get; init; }
    public IReadOnlyList<MessageEntity>? CaptionEntities { get; init; }
    public bool? DisableNotification { get; init; }
    public bool? ProtectContent { get; init; }
    public ReplyMarkup? ReplyMarkup { get; init; }
}

public sealed record SendPhoto : SendFile
{
    /// <summary>At most 10 MB.</summary>
    public required InputFile Photo { get; init; }
}

public sealed record SendDocument : SendFile
{
    /// <summary>At most 50 MB.</summary>
    public required InputFile Document { get; init; }
}

public sealed record GetFile(string FileId) : BotApiType;
