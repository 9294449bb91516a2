using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CuratorBot.Announcements;

internal sealed class AnnouncementMapping : IEntityTypeConfiguration<Announcement>
{
    public void Configure(EntityTypeBuilder<Announcement> announcement)
    {
        announcement.ToTable("announcements");
        announcement.Property(row => row.Id).ValueGeneratedNever();
        announcement.PrimitiveCollection(row => row.Roles);
        announcement
            .HasIndex(row => row.SendAt)
            .HasFilter("\"State\" IN (1, 2, 3)")
            .HasDatabaseName("IX_announcements_under_way");
        // Two processes cannot both send the same part, nor one send what another takes back.
        announcement.Property(row => row.State).IsConcurrencyToken();
        announcement.Property(row => row.Cursor).IsConcurrencyToken();
    }
}

internal sealed class AnnouncementDeliveryMapping : IEntityTypeConfiguration<AnnouncementDelivery>
{
    public void Configure(EntityTypeBuilder<AnnouncementDelivery> delivery)
    {
        delivery.ToTable("announcement_deliveries");
        delivery.HasKey(row => new { row.AnnouncementId, row.PersonId });
        delivery.HasIndex(row => row.PersonId);
        delivery
            .HasIndex(row => row.HeldUntil)
            .HasFilter("\"HeldUntil\" IS NOT NULL")
            .HasDatabaseName("IX_announcement_deliveries_held");
    }
}
