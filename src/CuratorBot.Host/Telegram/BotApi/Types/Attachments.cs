using System.Text.Json.Serialization;

namespace CuratorBot.Host.Telegram.BotApi.Types;

/// <summary>What all files of a message have in common. Sizes are in bytes, durations in seconds.</summary>
public abstract record Attachment : BotApiType
{
    /// <summary>Opens the file for this bot; not the same for another bot, and may change.</summary>
    public required string FileId { get; init; }

    /// <summary>The same for ever and for all bots, but opens nothing.</summary>
    public string? FileUniqueId { get; init; }
    public long? FileSize { get; init; }
}

public sealed record PhotoSize : Attachment
{
    public int? Width { get; init; }
    public int? Height { get; init; }
}

public sealed record Document : Attachment
{
    public string? FileName { get; init; }
    public string? MimeType { get; init; }
}

public sealed record Voice : Attachment
{
    public int? Duration { get; init; }
    public string? MimeType { get; init; }
}

public sealed record Video : Attachment
{
    public int? Width { get; init; }
    public int? Height { get; init; }
    public int? Duration { get; init; }
    public string? FileName { get; init; }
    public string? MimeType { get; init; }
}

public sealed record VideoNote : Attachment
{
    public int? Length { get; init; }
    public int? Duration { get; init; }
}

public sealed record Audio : Attachment
{
    public int? Duration { get; init; }
    public string? Performer { get; init; }
    public string? Title { get; init; }
    public string? FileName { get; init; }
    public string? MimeType { get; init; }
}

public sealed record Sticker : Attachment
{
    public string? Type { get; init; }
    public string? Emoji { get; init; }
    public string? SetName { get; init; }
}

/// <summary>A file that is ready to be downloaded for at least an hour.</summary>
public sealed record File : Attachment
{
    /// <summary>Relative to the file address of the bot; absent when the file cannot be downloaded.</summary>
    public string? FilePath { get; init; }

    [JsonIgnore]
    public bool IsDownloadable => FilePath is not null;
}
