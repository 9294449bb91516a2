using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CuratorBot.Registers;

/// <summary>The table of a register: found by school and by municipality.</summary>
internal abstract class RegisterMapping<T>(string table) : IEntityTypeConfiguration<T>
    where T : RegisterRow
{
    public virtual void Configure(EntityTypeBuilder<T> row)
    {
        row.ToTable(table);
        row.Property(one => one.Id).ValueGeneratedNever();
        row.Ignore(one => one.Files);
        row.HasIndex(one => one.SchoolId);
        row.HasIndex(one => one.OtherSchoolId);
        row.HasIndex(one => one.MunicipalityId);
    }
}

internal sealed class RegisterChangeMapping : IEntityTypeConfiguration<RegisterChange>
{
    public void Configure(EntityTypeBuilder<RegisterChange> change)
    {
        change.ToTable("register_changes");
        change.Property(row => row.Id).ValueGeneratedNever();
        change.HasIndex(row => new { row.Register, row.RowId });
        change.HasIndex(row => row.ActorId);
    }
}

internal sealed class RegisterFileMapping : IEntityTypeConfiguration<RegisterFile>
{
    public void Configure(EntityTypeBuilder<RegisterFile> file)
    {
        file.ToTable("register_files");
        file.Property(row => row.Id).ValueGeneratedNever();
        file.HasIndex(row => new { row.Register, row.RowId });
        file.HasIndex(row => row.AddedBy);
        file.HasIndex(row => row.StoredAs);
    }
}
