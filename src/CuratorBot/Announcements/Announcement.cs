using CuratorBot.Data;
using CuratorBot.People;

namespace CuratorBot.Announcements;

public enum AnnouncementState
{
    /// <summary>The author looks at the preview.</summary>
    Draft = 0,

    /// <summary>Goes out at <see cref="Announcement.SendAt"/>; until then nothing of it exists for anybody.</summary>
    Waiting = 1,

    /// <summary>Goes out little by little.</summary>
    Sending = 2,

    /// <summary>Handed to everybody it is for, but for those whose night is not over.</summary>
    Sent = 3,

    /// <summary>The author has been told what came of it.</summary>
    Reported = 4,

    /// <summary>Taken back: whoever had not got it by then never gets it.</summary>
    Cancelled = 5,
}

/// <summary>What a coordinator tells people of hers. Who they are is found when it goes out, with her rights of then.</summary>
public sealed class Announcement : Entity, INotAFact
{
    public required long AuthorId { get; init; }

    /// <summary>Who says it, as the recipients read it: her name and what she coordinates.</summary>
    public required string From { get; init; }
    public required string Text { get; init; }

    /// <summary>For whom: the roles, and of which group of schools and which municipality; null for any.</summary>
    public required List<Role> Roles { get; init; }
    public int? Group { get; init; }
    public string? MunicipalityId { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public AnnouncementState State { get; set; }
    public DateTimeOffset? SendAt { get; set; }

    /// <summary>The last person who was dealt with: they go by their ids.</summary>
    public long Cursor { get; set; }
}

/// <summary>One person for whom an announcement is.</summary>
public sealed class AnnouncementDelivery : INotAFact
{
    public required long AnnouncementId { get; init; }
    public required long PersonId { get; init; }

    /// <summary>The message to her; null while her night lasts and for one who cannot be reached.</summary>
    public long? OutboxId { get; set; }

    /// <summary>When her night ends; null for one who need not wait.</summary>
    public DateTimeOffset? HeldUntil { get; set; }
    public DateTimeOffset? ReadAt { get; set; }
}
