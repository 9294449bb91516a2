using System.Text.Json;

namespace CuratorBot.Playground.Chats;

/// <summary>One message as it stands now; an edit puts a new record in its place.</summary>
public sealed record ChatMessage
{
    public required int MessageId { get; init; }
    public required long ChatId { get; init; }
    public required long FromId { get; init; }
    public bool FromBot { get; init; }

    /// <summary>Unix seconds by the playground's clock.</summary>
    public required long Date { get; init; }
    public long? EditDate { get; init; }

    /// <summary>The text, or the caption when there is an <see cref="Attachment"/>.</summary>
    public string? Text { get; init; }

    /// <summary>A JSON array of MessageEntity, or null.</summary>
    public string? Entities { get; init; }

    /// <summary>The JSON of the keyboard as the bot sent it, or null.</summary>
    public string? ReplyMarkup { get; init; }
    public Attachment? Attachment { get; init; }

    /// <summary>Shared by the photos of one album.</summary>
    public string? MediaGroupId { get; init; }

    /// <summary>The buttons under the message, row after row.</summary>
    public IReadOnlyList<MessageButton> Buttons()
    {
        if (ReplyMarkup is null)
            return [];
        using var markup = JsonDocument.Parse(ReplyMarkup);
        var found = new List<MessageButton>();
        if (!markup.RootElement.TryGetProperty("inline_keyboard", out var rows))
            return found;
        foreach (var row in rows.EnumerateArray())
        foreach (var button in row.EnumerateArray())
            found.Add(new MessageButton(Member(button, "text") ?? "", Member(button, "callback_data")));
        return found;
    }

    private static string? Member(JsonElement button, string name) =>
        button.TryGetProperty(name, out var value) ? value.GetString() : null;
}

/// <summary>An inline button; <paramref name="Data"/> is null when it opens a link.</summary>
public sealed record MessageButton(string Text, string? Data);

public enum AttachmentKind
{
    Photo,
    Document,
    Voice,
    Sticker,
    Contact,
    Location,
}

/// <summary>What a message carries beside its text. Which members are set depends on <see cref="Kind"/>.</summary>
public sealed record Attachment
{
    /// <summary>Left out by states of older versions when it is the first of all.</summary>
    public AttachmentKind Kind { get; init; }

    /// <summary>One file, or a photo in several sizes with the largest last.</summary>
    public IReadOnlyList<StoredFile> Files { get; init; } = [];
    public string? PhoneNumber { get; init; }
    public string? FirstName { get; init; }
    public string? LastName { get; init; }
    public long? ContactUserId { get; init; }
    public double Latitude { get; init; }
    public double Longitude { get; init; }
    public int Duration { get; init; }
    public string? Emoji { get; init; }
}

/// <summary>A file as the Bot API names it.</summary>
/// <param name="Content">The key of the stored bytes; null when only the size is pretended.</param>
public sealed record StoredFile(
    string Id,
    string UniqueId,
    string Name,
    string MimeType,
    long Size,
    int Width = 0,
    int Height = 0,
    string? Content = null
)
{
    /// <summary>What getFile answers as file_path.</summary>
    public string Path => string.Concat("files/", Id, System.IO.Path.GetExtension(Name));
}
