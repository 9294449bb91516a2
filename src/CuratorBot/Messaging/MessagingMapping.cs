using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CuratorBot.Messaging;

internal sealed class InboxMapping : IEntityTypeConfiguration<InboxRow>
{
    public void Configure(EntityTypeBuilder<InboxRow> inbox)
    {
        inbox.ToTable("inbox");
        inbox.HasKey(row => row.Seq);
        inbox
            .HasIndex(row => new
            {
                row.Channel,
                row.Epoch,
                row.UpdateId,
            })
            .IsUnique();
        inbox.HasIndex(row => row.Seq).HasFilter("\"State\" = 0").HasDatabaseName("IX_inbox_waiting");
    }
}

internal sealed class OutboxMapping : IEntityTypeConfiguration<OutboxRow>
{
    public void Configure(EntityTypeBuilder<OutboxRow> outbox)
    {
        outbox.ToTable("outbox");
        outbox.Property(row => row.Id).ValueGeneratedNever();
        outbox.HasIndex(row => row.Id).HasFilter("\"State\" = 0").HasDatabaseName("IX_outbox_waiting");
        outbox
            .HasIndex(row => new { row.Id, row.State })
            .HasFilter("\"State\" = 3")
            .HasDatabaseName("IX_outbox_late");
        outbox.HasIndex(row => row.ChatId);
        outbox
            .HasIndex(row => new { row.IsBare, row.SentAt })
            .HasFilter("\"SentAt\" IS NOT NULL")
            .HasDatabaseName("IX_outbox_sent");
    }
}

internal sealed class PauseMapping : IEntityTypeConfiguration<PauseRow>
{
    public void Configure(EntityTypeBuilder<PauseRow> pauses)
    {
        pauses.ToTable("pauses");
        pauses.HasKey(row => new { row.Channel, row.ChatId });
    }
}
