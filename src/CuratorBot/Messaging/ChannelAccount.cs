using CuratorBot.Data;

namespace CuratorBot.Messaging;

/// <summary>Where a person can be reached in one messenger.</summary>
public sealed class ChannelAccount : Entity
{
    public required string Channel { get; init; }
    public required long AccountId { get; init; }
    public required long PersonId { get; set; }
    public required long ChatId { get; set; }

    /// <summary>Why messages no longer arrive («blocked», «deactivated», «chat not found»); null while they do.</summary>
    public string? UnreachableBecause { get; set; }
    public DateTimeOffset? UnreachableSince { get; set; }

    /// <summary>The last day on which she wrote or pressed anything, noted once a day; null when never since.</summary>
    public DateTimeOffset? LastHeardAt { get; set; }
}
