namespace CuratorBot.Messaging;

public enum IncomingKind
{
    Text = 0,
    Press = 1,
    Contact = 2,
    Photo = 3,
    Document = 4,

    /// <summary>Sticker, voice, video, location, …: named in <see cref="IncomingMessage.Text"/>.</summary>
    Unsupported = 5,

    /// <summary>The person blocked the bot, or let it in again.</summary>
    Blocked = 6,
    Unblocked = 7,
}

/// <summary>
/// A message in the words of no messenger in particular. It holds no name and no phone of the sender beyond
/// what she typed or shared, because it is stored before she has agreed to anything.
/// </summary>
public sealed record IncomingMessage
{
    public required string Channel { get; init; }
    public required long AccountId { get; init; }
    public required long ChatId { get; init; }
    public bool InGroup { get; init; }
    public IncomingKind Kind { get; init; }
    public long MessageId { get; init; }

    /// <summary>Text or caption; the kind of thing when it is unsupported.</summary>
    public string? Text { get; init; }

    /// <summary>True when somebody else wrote it, or it was written elsewhere, and she passed it on.</summary>
    public bool IsForwarded { get; init; }

    /// <summary>True when she edited an earlier message of hers.</summary>
    public bool IsEdit { get; init; }

    /// <summary>Data of the pressed button and the id under which the messenger waits for an answer.</summary>
    public string? Pressed { get; init; }
    public string? PressId { get; init; }
    public IncomingFile? File { get; init; }
    public IncomingContact? Contact { get; init; }

    /// <summary>Photos and documents sent together carry one album id.</summary>
    public string? AlbumId { get; init; }
}

/// <param name="Size">In bytes; null when the messenger does not say.</param>
public sealed record IncomingFile(string Id, string UniqueId, string? Name, string? MimeType, long? Size);

/// <param name="AccountId">The account that the contact belongs to; null when it has none.</param>
public sealed record IncomingContact(string Phone, long? AccountId);
