using CuratorBot.Fields;
using CuratorBot.Registers;

namespace CuratorBot.Papers;

/// <summary>An order (приказ) of a region, a municipality or a school.</summary>
public sealed class Order : RegisterRow
{
    public string? Issuer { get; set; }
    public string? Number { get; set; }
    public DateOnly? SignedOn { get; set; }
    public string? Title { get; set; }
    public string? Kind { get; set; }
    public string? Link { get; set; }
}

/// <summary>The orders that the project rests on; those of a municipality or region are read by all in it.</summary>
public sealed class Orders() : Register<Order>("orders")
{
    public override Over Over => Over.School | Over.Municipality | Over.Region;
    public override bool IsReadBelow => true;

    public override IReadOnlyList<Field> Fields { get; } =
    [
        Choice("kind", row => row.Kind, "participation", "curators", "roadmap", "group", "other").Filter(),
        Text("issuer", row => row.Issuer, longest: 200),
        Text("number", row => row.Number, longest: 40),
        PastDay("signed", row => row.SignedOn),
        Text("name", row => row.Title, longest: 300),
        Link("link", row => row.Link).Optional().OrDash(),
    ];

    public override IReadOnlyList<string> Key => ["issuer", "number", "signed"];
    public override IReadOnlyList<string> Title => ["number", "signed", "name"];
}

internal sealed class OrderMapping() : RegisterMapping<Order>("orders");
