using CuratorBot.Reminders.Daily;
using CuratorBot.Reminders.Outages;
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
        reminder
            .HasIndex(row => row.MissedIn)
            .HasFilter("\"State\" = 0 AND \"MissedIn\" IS NOT NULL")
            .HasDatabaseName("IX_reminders_missed");
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

internal sealed class MorningWishMapping : IEntityTypeConfiguration<MorningWish>
{
    public void Configure(EntityTypeBuilder<MorningWish> wish)
    {
        wish.ToTable("morning_wishes");
        wish.HasKey(row => row.PersonId);
        wish.Property(row => row.PersonId).ValueGeneratedNever();
    }
}

internal sealed class HeartbeatMapping : IEntityTypeConfiguration<Heartbeat>
{
    public void Configure(EntityTypeBuilder<Heartbeat> heartbeat)
    {
        heartbeat.ToTable("heartbeat");
        heartbeat.Property(row => row.Id).ValueGeneratedNever();
    }
}

internal sealed class OutageMapping : IEntityTypeConfiguration<Outage>
{
    public void Configure(EntityTypeBuilder<Outage> outage)
    {
        outage.ToTable("outages");
        outage.Property(row => row.Id).ValueGeneratedNever();
        // Two processes cannot both tell of it.
        outage.Property(row => row.ToldAt).IsConcurrencyToken();
    }
}
