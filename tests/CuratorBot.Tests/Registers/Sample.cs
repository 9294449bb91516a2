using CuratorBot.Registers;

namespace CuratorBot.Tests.Registers;

/// <summary>A row with a property for each kind of field.</summary>
internal sealed class Sample : RegisterRow
{
    public string? Name { get; set; }
    public DateOnly? Month { get; set; }
    public int? Reached { get; set; }
    public int? ReachedOf { get; set; }
    public decimal? ReachedStated { get; set; }
    public List<string> Themes { get; set; } = [];
    public string? HelperId { get; set; }
    public string? PlaceId { get; set; }
    public string? Organisation { get; set; }
    public string? Post { get; set; }
}

internal sealed class SampleMapping() : RegisterMapping<Sample>("samples");
