using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CuratorBot.Risks;

internal sealed class RiskFactorMapping : IEntityTypeConfiguration<RiskFactor>
{
    public void Configure(EntityTypeBuilder<RiskFactor> risk) => risk.ToTable("risk_factors");
}

internal sealed class SchoolRiskMapping : IEntityTypeConfiguration<SchoolRisk>
{
    public void Configure(EntityTypeBuilder<SchoolRisk> risk)
    {
        risk.ToTable("school_risks");
        risk.HasKey(row => new { row.SchoolId, row.RiskId });
    }
}
