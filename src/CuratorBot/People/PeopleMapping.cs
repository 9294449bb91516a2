using CuratorBot.Messaging;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CuratorBot.People;

internal sealed class PersonMapping : IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<Person> person)
    {
        person.ToTable("people");
        person.Property(row => row.Id).ValueGeneratedNever();
        person.HasIndex(row => row.Phone);
    }
}

internal sealed class ConsentTextMapping : IEntityTypeConfiguration<ConsentText>
{
    public void Configure(EntityTypeBuilder<ConsentText> text)
    {
        text.ToTable("consent_texts");
        text.HasKey(row => row.Version);
        text.Property(row => row.Version).ValueGeneratedNever();
    }
}

internal sealed class ConsentGivenMapping : IEntityTypeConfiguration<ConsentGiven>
{
    public void Configure(EntityTypeBuilder<ConsentGiven> consent)
    {
        consent.ToTable("consents");
        consent.Property(row => row.Id).ValueGeneratedNever();
        consent.HasIndex(row => row.PersonId);
    }
}

internal sealed class ChannelAccountMapping : IEntityTypeConfiguration<ChannelAccount>
{
    public void Configure(EntityTypeBuilder<ChannelAccount> account)
    {
        account.ToTable("channel_accounts");
        account.Property(row => row.Id).ValueGeneratedNever();
        account.HasIndex(row => new { row.Channel, row.AccountId }).IsUnique();
        account.HasIndex(row => row.PersonId);
    }
}

internal sealed class RoleAssignmentMapping : IEntityTypeConfiguration<RoleAssignment>
{
    public void Configure(EntityTypeBuilder<RoleAssignment> role)
    {
        role.ToTable("role_assignments");
        role.Property(row => row.Id).ValueGeneratedNever();
        role.HasIndex(row => row.PersonId);
        role.HasIndex(row => row.SchoolId);
        role.HasIndex(row => row.MunicipalityId);
        role.HasIndex(row => row.OrderDate).HasFilter("\"OrderDate\" IS NOT NULL");
        role.HasIndex(row => row.Region)
            .HasFilter("\"Role\" IN (5, 6)")
            .HasDatabaseName("IX_role_assignments_regional");
    }
}

internal sealed class JoinRequestMapping : IEntityTypeConfiguration<JoinRequest>
{
    public void Configure(EntityTypeBuilder<JoinRequest> request)
    {
        request.ToTable("join_requests");
        request.Property(row => row.Id).ValueGeneratedNever();
        // Two processes may decide at once: the later one fails, tries again and finds it decided.
        request.Property(row => row.State).IsConcurrencyToken();
        request.Ignore(row => row.AllSchoolIds);
        request.HasIndex(row => row.PersonId);
        request
            .HasIndex(row => row.MunicipalityId)
            .HasFilter("\"State\" = 0")
            .HasDatabaseName("IX_join_requests_waiting");
    }
}

internal sealed class JoinRequestCardMapping : IEntityTypeConfiguration<JoinRequestCard>
{
    public void Configure(EntityTypeBuilder<JoinRequestCard> card)
    {
        card.ToTable("join_request_cards");
        card.HasKey(row => row.OutboxId);
        card.Property(row => row.OutboxId).ValueGeneratedNever();
        card.HasIndex(row => row.RequestId);
    }
}

internal sealed class InvitationMapping : IEntityTypeConfiguration<Invitation>
{
    public void Configure(EntityTypeBuilder<Invitation> invitation)
    {
        invitation.ToTable("invitations");
        invitation.Property(row => row.Id).ValueGeneratedNever();
        // Two processes may redeem at once: the later one fails, tries again and finds it used.
        invitation.Property(row => row.UsedAt).IsConcurrencyToken();
        invitation.Property(row => row.RevokedAt).IsConcurrencyToken();
        invitation.HasIndex(row => row.CreatedBy);
        invitation.HasIndex(row => row.LinkHash).IsUnique();
        invitation.HasIndex(row => row.CodeHash).IsUnique();
    }
}

internal sealed class WrongCodeMapping : IEntityTypeConfiguration<WrongCode>
{
    public void Configure(EntityTypeBuilder<WrongCode> wrong)
    {
        wrong.ToTable("wrong_codes");
        wrong.Property(row => row.Id).ValueGeneratedNever();
        wrong.HasIndex(row => row.PersonId);
        wrong.HasIndex(row => row.At);
    }
}
