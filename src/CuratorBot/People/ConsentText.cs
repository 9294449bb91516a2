using CuratorBot.Data;
using CuratorBot.Members.Consenting;
using CuratorBot.Texts;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.People;

/// <summary>A text that people are, or once were, asked to agree to. It stays as it was agreed to.</summary>
public sealed class ConsentText
{
    public required int Version { get; init; }

    /// <summary>SHA-256 of the text in UTF-8, as lower-case hex.</summary>
    public required string Hash { get; init; }
    public required string Text { get; init; }
    public required DateTimeOffset PublishedAt { get; init; }
}

/// <summary>What a person agreed to and when, and when she took it back. The newest row counts.</summary>
public sealed class ConsentGiven : Entity
{
    public required long PersonId { get; init; }
    public required int Version { get; init; }
    public required string Hash { get; init; }
    public required DateTimeOffset GivenAt { get; init; }
    public DateTimeOffset? WithdrawnAt { get; set; }

    /// <summary>The newer text that she was shown and has not agreed to; null when there is none.</summary>
    public int? AskedAgainFor { get; set; }
}
