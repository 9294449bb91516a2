using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CuratorBot.Audit;

internal sealed class AuditMapping : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> entry)
    {
        entry.ToTable("audit");
        // With several writers two may take the same number: the later one fails as a whole and tries again.
        entry.HasKey(row => row.Sequence);
        entry.Property(row => row.Sequence).ValueGeneratedNever();
        entry.HasIndex(row => new { row.Region, row.Sequence });
        entry.HasIndex(row => new { row.PersonId, row.Sequence });
        entry.HasIndex(row => new { row.ActorId, row.Sequence });
        entry.HasIndex(row => new { row.SchoolId, row.Sequence });
        entry.HasIndex(row => new { row.MunicipalityId, row.Sequence });
    }
}
