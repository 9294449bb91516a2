using CuratorBot.Status.Documents;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CuratorBot.Status;

internal sealed class StatusMarkMapping : IEntityTypeConfiguration<StatusMark>
{
    public void Configure(EntityTypeBuilder<StatusMark> mark)
    {
        mark.ToTable("status_marks");
        mark.Property(row => row.Id).ValueGeneratedNever();
        mark.HasIndex(row => new
            {
                row.MunicipalityId,
                row.Table,
                row.Column,
            })
            .IsUnique();
    }
}

internal sealed class ScoreCardMapping : IEntityTypeConfiguration<ScoreCard>
{
    public void Configure(EntityTypeBuilder<ScoreCard> card)
    {
        card.ToTable("score_cards");
        card.Property(row => row.Id).ValueGeneratedNever();
        card.Ignore(row => row.Parts);
        card.Ignore(row => row.RecomputedTotal);
        card.HasIndex(row => new { row.MunicipalityId, row.Rubric }).IsUnique();
    }
}

internal sealed class StatusChangeMapping : IEntityTypeConfiguration<StatusChange>
{
    public void Configure(EntityTypeBuilder<StatusChange> change)
    {
        change.ToTable("status_changes");
        change.HasKey(row => row.Seq);
        change.HasIndex(row => row.Scope).IsUnique();
    }
}

internal sealed class StatusSealMapping : IEntityTypeConfiguration<StatusSeal>
{
    public void Configure(EntityTypeBuilder<StatusSeal> seal)
    {
        seal.ToTable("status_seal");
        seal.Property(row => row.Id).ValueGeneratedNever();
        seal.HasData(new StatusSeal { Id = StatusSeal.TheOne });
    }
}
