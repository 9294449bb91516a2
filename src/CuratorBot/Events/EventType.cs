using System.ComponentModel.DataAnnotations.Schema;

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

    /// <summary>
    /// Keys of what a report of it is asked for in its turn. Like the questions, this and the two below come with
    /// the version and lie in no table: ask <see cref="EventKind"/>.
    /// </summary>
    [NotMapped]
    public IReadOnlyList<string> Wants { get; init; } = [];

    /// <summary>Which questions are put in other words, and in which: «topic» as «agenda».</summary>
    [NotMapped]
    public IReadOnlyDictionary<string, string> Words { get; init; } = new Dictionary<string, string>();

    /// <summary>Nothing of a single pupil may be kept: no names, no files.</summary>
    [NotMapped]
    public bool CountsOnly { get; init; }
}
