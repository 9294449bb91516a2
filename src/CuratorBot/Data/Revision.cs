using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CuratorBot.Data;

/// <summary>
/// One row with a number that grows in the same transaction as any fact changes. Whoever keeps something
/// read from the facts keeps it beside this number and reads anew when the number has moved on, so that
/// a right that was taken away a moment ago, even by another process, is gone.
/// </summary>
public sealed class Revision : INotAFact
{
    public const int TheOne = 1;
    public int Id { get; init; }
    public long Number { get; set; }
}

internal sealed class RevisionMapping : IEntityTypeConfiguration<Revision>
{
    public void Configure(EntityTypeBuilder<Revision> revision)
    {
        revision.ToTable("revision");
        revision.Property(row => row.Id).ValueGeneratedNever();
        revision.HasData(new Revision { Id = Revision.TheOne, Number = 1 });
    }
}
