using CuratorBot.Fields;
using CuratorBot.Registers;
using CuratorBot.Schools;

namespace CuratorBot.Assets;

/// <summary>Something that a school has or lacks for its work: a room, equipment, a set of books.</summary>
public sealed class Resource : RegisterRow
{
    public string? Name { get; set; }
    public List<string> Uses { get; set; } = [];
    public DateOnly? Since { get; set; }
    public int? Served { get; set; }
    public int? ServedOf { get; set; }
    public decimal? ServedStated { get; set; }
    public string? LenderId { get; set; }
    public string? Supplier { get; set; }
    public string? Keeper { get; set; }
}

/// <summary>What schools have for their work.</summary>
public sealed class Resources(NameIndexCache names) : Register<Resource>("resources")
{
    public override Over Over => Over.School;

    public override IReadOnlyList<Field> Fields { get; } =
    [
        Text("name", row => row.Name, longest: 200),
        Several("uses", row => row.Uses, "lessons", "clubs", "training", "parents").Filter(),
        Month("since", row => row.Since).Optional(),
        Share("served", row => row.Served, row => row.ServedOf, row => row.ServedStated).Optional().OrDash(),
        AnySchool("lender", row => row.LenderId, names).Optional().OrDash(),
        Organisation("supplier", row => row.Supplier).Optional(),
        Post("keeper", row => row.Keeper).Optional(),
        Files("photos").Optional(),
    ];

    public override IReadOnlyList<string> Key => ["name"];
}

internal sealed class ResourceMapping() : RegisterMapping<Resource>("resources");
