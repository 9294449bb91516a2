using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CuratorBot.Advice;

internal sealed class HelpRequestMapping : IEntityTypeConfiguration<HelpRequest>
{
    public void Configure(EntityTypeBuilder<HelpRequest> request)
    {
        request.ToTable("help_requests");
        request.Property(row => row.Id).ValueGeneratedNever();
        request.HasIndex(row => row.AskedBy);
        // What waits; and what was asked in a year, of the country, of a region or of a municipality.
        request
            .HasIndex(row => row.AskedAt, "IX_help_requests_waiting")
            .HasFilter("\"AnsweredAt\" IS NULL AND \"SolvedAt\" IS NULL");
        request.HasIndex(row => row.AskedAt, "IX_help_requests_AskedAt");
        request.HasIndex(row => new { row.Region, row.AskedAt });
        request.HasIndex(row => new { row.MunicipalityId, row.AskedAt });
        request.HasIndex(row => row.RemindAt).HasFilter("\"RemindAt\" IS NOT NULL");
    }
}

internal sealed class HelpMessageMapping : IEntityTypeConfiguration<HelpMessage>
{
    public void Configure(EntityTypeBuilder<HelpMessage> message)
    {
        message.ToTable("help_messages");
        message.Property(row => row.Id).ValueGeneratedNever();
        message.HasIndex(row => row.RequestId);
        message.HasIndex(row => row.AuthorId);
    }
}

internal sealed class HelpCardMapping : IEntityTypeConfiguration<HelpCard>
{
    public void Configure(EntityTypeBuilder<HelpCard> card)
    {
        card.ToTable("help_cards");
        card.HasKey(row => new { row.OutboxId, row.RequestId });
        card.HasIndex(row => row.RequestId);
        card.HasIndex(row => row.PersonId);
    }
}

internal sealed class HelpNudgeMapping : IEntityTypeConfiguration<HelpNudge>
{
    public void Configure(EntityTypeBuilder<HelpNudge> nudge)
    {
        nudge.ToTable("help_nudges");
        nudge.HasKey(row => new { row.PersonId, row.RequestId });
        nudge.HasIndex(row => row.DueAt);
    }
}
