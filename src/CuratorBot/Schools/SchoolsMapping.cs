using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CuratorBot.Schools;

internal sealed class MunicipalityMapping : IEntityTypeConfiguration<Municipality>
{
    public void Configure(EntityTypeBuilder<Municipality> municipality) =>
        municipality.ToTable("municipalities");
}

internal sealed class SchoolMapping : IEntityTypeConfiguration<School>
{
    public void Configure(EntityTypeBuilder<School> school)
    {
        school.ToTable("schools");
        school.HasIndex(row => row.MunicipalityId);
    }
}

internal sealed class CuratorSchoolMapping : IEntityTypeConfiguration<CuratorSchool>
{
    public void Configure(EntityTypeBuilder<CuratorSchool> assignment)
    {
        assignment.ToTable("curator_schools");
        assignment.Property(row => row.Id).ValueGeneratedNever();
        assignment.HasIndex(row => row.SchoolId);
        assignment.HasIndex(row => row.HelperId);
    }
}
