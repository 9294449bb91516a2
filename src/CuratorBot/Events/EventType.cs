namespace CuratorBot.Events;

/// <summary>A kind of event that can be reported: visit, consultation, seminar, …</summary>
public sealed class EventType
{
    /// <summary>Of a report that there was nothing to report: it stands for no event.</summary>
    public const string Nothing = "nothing_held";

    public required string Id { get; init; }
    public required string Name { get; set; }

    /// <summary>Heading under which it is offered: «visit», «methodical», …</summary>
    public required string Category { get; init; }
    public required int Order { get; init; }
    public List<string> Aliases { get; set; } = [];
}
