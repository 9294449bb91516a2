using CuratorBot.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CuratorBot.Roster;

internal sealed class RosterEntryMapping : IEntityTypeConfiguration<RosterEntry>
{
    public void Configure(EntityTypeBuilder<RosterEntry> entry)
    {
        entry.ToTable("roster_entries");
        entry.Property(row => row.Id).ValueGeneratedNever();
        entry.HasIndex(row => row.Phone).IsUnique();
        entry.HasIndex(row => row.PersonId);
    }
}

internal sealed class RosterRoleMapping : IEntityTypeConfiguration<RosterRole>
{
    public void Configure(EntityTypeBuilder<RosterRole> role)
    {
        role.ToTable("roster_roles");
        role.Property(row => row.Id).ValueGeneratedNever();
        role.Ignore(row => row.AsHeld);
        role.HasOne<RosterEntry>()
            .WithMany()
            .HasForeignKey(row => row.EntryId)
            .OnDelete(DeleteBehavior.Cascade);
        role.HasIndex(row => row.MunicipalityId);
        role.HasIndex(row => row.SchoolId);
        role.HasIndex(row => row.Region);
    }
}
