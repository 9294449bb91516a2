using CuratorBot.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CuratorBot.Importing;

public enum UploadState
{
    /// <summary>She looks at the preview; nothing is changed.</summary>
    Waiting = 0,
    Applied = 1,
    Dropped = 2,

    /// <summary>She sent another file of the kind since.</summary>
    Replaced = 3,
}

/// <summary>
/// A table that somebody sent, between its preview and «Применить». Its rows are in the file alone, which is kept
/// briefly: what was not applied by then is gone.
/// </summary>
public sealed class Upload : Entity, INotAFact
{
    public required long PersonId { get; init; }

    /// <summary>Name of the <see cref="TableImport"/> that knows it.</summary>
    public required string Import { get; init; }

    /// <summary>In the <see cref="Files.FileStore"/>.</summary>
    public required string FilePath { get; init; }
    public required string FileName { get; init; }

    /// <summary>Of all that the preview promised, so that «Применить» does that and nothing else.</summary>
    public required string PlanHash { get; set; }

    /// <summary>What she said about the rows that are unclear; null while she has not.</summary>
    public string? Answer { get; set; }
    public UploadState State { get; set; }
    public required DateTimeOffset SentAt { get; init; }
}

internal sealed class UploadMapping : IEntityTypeConfiguration<Upload>
{
    public void Configure(EntityTypeBuilder<Upload> upload)
    {
        upload.ToTable("uploads");
        upload.Property(row => row.Id).ValueGeneratedNever();
        // Two processes may apply at once: the later one fails, tries again and finds it applied.
        upload.Property(row => row.State).IsConcurrencyToken();
        upload.HasIndex(row => row.PersonId);
    }
}
