using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CuratorBot.Events.Review;

internal sealed class ReportSheetMapping : IEntityTypeConfiguration<ReportSheet>
{
    public void Configure(EntityTypeBuilder<ReportSheet> sheet)
    {
        sheet.ToTable("event_report_sheets");
        sheet.HasKey(row => row.ReportId);
        sheet.Property(row => row.ReportId).ValueGeneratedNever();
    }
}

internal sealed class ReportCorrectionMapping : IEntityTypeConfiguration<ReportCorrection>
{
    public void Configure(EntityTypeBuilder<ReportCorrection> correction)
    {
        correction.ToTable("event_report_corrections");
        correction.Property(row => row.Id).ValueGeneratedNever();
        correction.HasIndex(row => new { row.ReportId, row.State });
    }
}

internal sealed class ReviewCardMapping : IEntityTypeConfiguration<ReviewCard>
{
    public void Configure(EntityTypeBuilder<ReviewCard> card)
    {
        card.ToTable("review_cards");
        card.HasKey(row => row.OutboxId);
        card.Property(row => row.OutboxId).ValueGeneratedNever();
        card.HasIndex(row => row.ReportId);
    }
}

internal sealed class ReviewNudgeMapping : IEntityTypeConfiguration<ReviewNudge>
{
    public void Configure(EntityTypeBuilder<ReviewNudge> nudge)
    {
        nudge.ToTable("review_nudges");
        nudge.HasKey(row => row.PersonId);
        nudge.Property(row => row.PersonId).ValueGeneratedNever();
    }
}
