using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CuratorBot.Events;

internal sealed class EventTypeMapping : IEntityTypeConfiguration<EventType>
{
    public void Configure(EntityTypeBuilder<EventType> type) => type.ToTable("event_types");
}

internal sealed class EventReportMapping : IEntityTypeConfiguration<EventReport>
{
    public void Configure(EntityTypeBuilder<EventReport> report)
    {
        report.ToTable("event_reports");
        report.Property(row => row.Id).ValueGeneratedNever();
        report.HasIndex(row => new { row.MunicipalityId, row.To });
        report.HasIndex(row => row.SummaryId).IsUnique();
        report.HasIndex(row => new { row.State, row.AcceptAt });
        report.HasIndex(row => new { row.AuthorId, row.From });
        report.HasMany(row => row.Schools).WithOne().HasForeignKey(row => row.ReportId);
        report.HasMany(row => row.Files).WithOne().HasForeignKey(row => row.ReportId);
        report.HasMany(row => row.Shares).WithOne().HasForeignKey(row => row.ReportId);
    }
}

internal sealed class EventReportSchoolMapping : IEntityTypeConfiguration<EventReportSchool>
{
    public void Configure(EntityTypeBuilder<EventReportSchool> school)
    {
        school.ToTable("event_report_schools");
        school.HasKey(row => new { row.ReportId, row.SchoolId });
        school.HasIndex(row => row.SchoolId);
    }
}

internal sealed class EventReportShareMapping : IEntityTypeConfiguration<EventReportShare>
{
    public void Configure(EntityTypeBuilder<EventReportShare> share)
    {
        share.ToTable("event_report_shares");
        share.HasKey(row => new { row.ReportId, row.Audience });
    }
}

internal sealed class EventReportFileMapping : IEntityTypeConfiguration<EventReportFile>
{
    public void Configure(EntityTypeBuilder<EventReportFile> file)
    {
        file.ToTable("event_report_files");
        file.Property(row => row.Id).ValueGeneratedNever();
        file.HasIndex(row => row.Sha256);
        file.HasIndex(row => row.StoredAs);
    }
}
