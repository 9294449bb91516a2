using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CuratorBot.Reminders;

internal sealed class ReminderMapping : IEntityTypeConfiguration<Reminder>
{
    public void Configure(EntityTypeBuilder<Reminder> reminder)
    {
        reminder.ToTable("reminders");
        reminder.Property(row => row.Id).ValueGeneratedNever();
        reminder
            .HasIndex(row => new
            {
                row.PersonId,
                row.ObligationId,
                row.DueOn,
                row.Stage,
                row.Repeat,
            })
            .IsUnique();
        reminder
            .HasIndex(row => row.DueAt)
            .HasFilter("\"State\" = 0")
            .HasDatabaseName("IX_reminders_planned");
        reminder.HasIndex(row => row.ObligationId);
        // Two sweeps that took the same row cannot both settle it.
        reminder.Property(row => row.State).IsConcurrencyToken();
    }
}

internal sealed class ReminderCardMapping : IEntityTypeConfiguration<ReminderCard>
{
    public void Configure(EntityTypeBuilder<ReminderCard> card)
    {
        card.ToTable("reminder_cards");
        card.HasKey(row => new { row.OutboxId, row.ObligationId });
        card.HasIndex(row => row.ObligationId);
    }
}
