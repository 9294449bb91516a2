using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CuratorBot.Events.Planning;

internal sealed class PlannedEventMapping : IEntityTypeConfiguration<PlannedEvent>
{
    public void Configure(EntityTypeBuilder<PlannedEvent> plan)
    {
        plan.ToTable("planned_events");
        plan.Property(row => row.Id).ValueGeneratedNever();
        plan.HasIndex(row => new { row.AuthorId, row.On });
        plan.HasIndex(row => new { row.SchoolId, row.On });
        plan.HasIndex(row => new
        {
            row.MunicipalityId,
            row.State,
            row.On,
        });
        plan.HasIndex(row => new
        {
            row.Region,
            row.State,
            row.On,
        });
        plan.HasIndex(row => new { row.State, row.On });
        plan.HasIndex(row => row.StageAt).HasFilter("\"StageAt\" IS NOT NULL");
        plan.HasIndex(row => row.TellAt).HasFilter("\"TellAt\" IS NOT NULL");
    }
}

internal sealed class PlanCardMapping : IEntityTypeConfiguration<PlanCard>
{
    public void Configure(EntityTypeBuilder<PlanCard> card)
    {
        card.ToTable("plan_cards");
        card.HasKey(row => row.OutboxId);
        card.Property(row => row.OutboxId).ValueGeneratedNever();
        card.HasIndex(row => row.PlanId);
        card.HasIndex(row => row.PersonId);
    }
}
