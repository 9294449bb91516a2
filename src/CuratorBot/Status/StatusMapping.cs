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
