using CuratorBot.Conversations.Forms;
using CuratorBot.Data;
using CuratorBot.Events.Reporting;

namespace CuratorBot.Events;

/// <summary>The chosen kind of event as it lies in an answer sheet, and what a report of it wants.</summary>
internal sealed record EventKind(string Category, string TypeId)
{
    private static readonly Dictionary<string, EventType> Known = EmbeddedJson
        .Read<List<EventType>>("event-types")
        .ToDictionary(type => type.Id);

    public override string ToString() => $"{Category}:{TypeId}";

    public static EventKind? In(string? stored) =>
        stored?.Split(':', 2) is [var category, var type] ? new EventKind(category, type) : null;

    public static EventKind? In(AnswerSheet sheet) => In(sheet[ReportFields.Type]);

    public static EventKind Of(EventType type) => new(type.Category, type.Id);

    /// <summary>As the answer to the question for it.</summary>
    public static Answer AnswerOf(EventType type) => new(Of(type).ToString(), type.Name);

    /// <summary>Whether a report of it is asked for this in its turn.</summary>
    /// <param name="key">Of a question.</param>
    public bool Wants(string key) => Known.GetValueOrDefault(TypeId)?.Wants.Contains(key) == true;

    /// <summary>In which other words the question is put; null for the usual ones.</summary>
    public string? WordsFor(string key) => Known.GetValueOrDefault(TypeId)?.Words.GetValueOrDefault(key);

    /// <summary>Nothing of a single pupil may be kept: no names, no files.</summary>
    public bool CountsOnly => Known.GetValueOrDefault(TypeId)?.CountsOnly == true;
}
