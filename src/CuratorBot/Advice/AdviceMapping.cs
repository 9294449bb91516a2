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
        request
            .HasIndex(row => row.SchoolId)
            .HasFilter("\"AnsweredAt\" IS NULL")
            .HasDatabaseName("IX_help_requests_waiting");
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
        card.HasKey(row => row.OutboxId);
        card.Property(row => row.OutboxId).ValueGeneratedNever();
        card.HasIndex(row => row.RequestId);
        card.HasIndex(row => row.PersonId);
    }
}
