using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CuratorBot.Conversations.Forms;

internal sealed class SessionMapping : IEntityTypeConfiguration<Session>
{
    public void Configure(EntityTypeBuilder<Session> session)
    {
        session.ToTable("sessions");
        session.Property(row => row.Id).ValueGeneratedNever();
        session.HasIndex(row => new { row.PersonId, row.Active });
        session.HasIndex(row => row.LookAt);
    }
}
