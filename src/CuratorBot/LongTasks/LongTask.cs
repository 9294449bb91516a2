using CuratorBot.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CuratorBot.LongTasks;

public enum LongTaskState
{
    /// <summary>To be made: it waits, or somebody is at it.</summary>
    Open = 0,

    /// <summary>Its answer is in the outbox.</summary>
    Done = 1,

    /// <summary>It failed as often as it may, and she was told so.</summary>
    GivenUp = 2,
}

/// <summary>
/// Something that somebody asked for and that takes too long for a turn. The row is the memory: whoever makes it may
/// die at any moment, and another takes it up again.
/// </summary>
public sealed class LongTask : Entity, INotAFact
{
    public const int MostAttempts = 3;

    /// <summary>Who asked.</summary>
    public required long PersonId { get; init; }

    /// <summary>Name of the <see cref="ILongWork"/> that makes it.</summary>
    public required string Work { get; init; }

    /// <summary>What exactly, as the work reads it; empty once it is over.</summary>
    public required string Argument { get; set; }

    /// <summary>The message that tells how far it is.</summary>
    public required long CardId { get; init; }
    public required DateTimeOffset AskedAt { get; init; }
    public LongTaskState State { get; set; }

    /// <summary>Begun so often; <see cref="MostAttempts"/> at most.</summary>
    public int Attempts { get; set; }

    /// <summary>As she was told last, 0 to 100.</summary>
    public int Percent { get; set; }
    public DateTimeOffset? EndedAt { get; set; }
}

internal sealed class LongTaskMapping : IEntityTypeConfiguration<LongTask>
{
    public void Configure(EntityTypeBuilder<LongTask> task)
    {
        task.ToTable("long_tasks");
        task.Property(row => row.Id).ValueGeneratedNever();
        task.HasIndex(row => row.State);
        task.HasIndex(row => row.PersonId);
    }
}
