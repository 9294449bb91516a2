using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CuratorBot.Papers;

/// <summary>How often a pair of schools was reminded of its missing agreement, and when it may be next.</summary>
internal sealed class AgreementNudge
{
    /// <summary>Of the <see cref="Schools.CuratorSchool"/>.</summary>
    public required long PairId { get; init; }
    public int Times { get; set; }
    public DateTimeOffset NextAt { get; set; }
}

internal sealed class AgreementNudgeMapping : IEntityTypeConfiguration<AgreementNudge>
{
    public void Configure(EntityTypeBuilder<AgreementNudge> nudge)
    {
        nudge.ToTable("agreement_nudges");
        nudge.HasKey(row => row.PairId);
        nudge.Property(row => row.PairId).ValueGeneratedNever();
    }
}
