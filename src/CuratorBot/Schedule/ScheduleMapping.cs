using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace CuratorBot.Schedule;

internal sealed class ProjectTaskMapping : IEntityTypeConfiguration<ProjectTask>
{
    public void Configure(EntityTypeBuilder<ProjectTask> task)
    {
        task.ToTable("tasks");
        task.Ignore(row => row.CountsOn);
        task.Ignore(row => row.LadderOrDefault);
        task.Property(row => row.Ladder).HasConversion<LadderJson>();
        task.PrimitiveCollection(row => row.Performers);
        task.HasIndex(row => row.Year);
    }
}

/// <summary>A ladder is data of its task and never asked for by its parts: one column of JSON.</summary>
internal sealed class LadderJson()
    : ValueConverter<Ladder, string>(
        ladder => JsonSerializer.Serialize(ladder, JsonSerializerOptions.Web),
        stored => JsonSerializer.Deserialize<Ladder>(stored, JsonSerializerOptions.Web)!
    );

internal sealed class ObligationMapping : IEntityTypeConfiguration<Obligation>
{
    public void Configure(EntityTypeBuilder<Obligation> obligation)
    {
        obligation.ToTable("obligations");
        obligation.Property(row => row.Id).ValueGeneratedNever();
        obligation.Ignore(row => row.IsOpen);
        obligation.Ignore(row => row.IsReceived);
        obligation
            .HasIndex(row => new
            {
                row.OwnerKind,
                row.OwnerId,
                row.TaskId,
            })
            .IsUnique();
        obligation.HasIndex(row => new { row.MunicipalityId, row.DueOn });
        // Of many years most is done; what is asked about whole regions is what is open.
        obligation.HasIndex(row => new { row.Region, row.DueOn }).HasFilter("\"DoneAt\" IS NULL");
        obligation.HasIndex(row => row.TaskId);
        obligation.HasIndex(row => row.EvidenceStoredAs);
        // Two people who close it at the same moment cannot both be the one.
        obligation.Property(row => row.DoneAt).IsConcurrencyToken();
    }
}
