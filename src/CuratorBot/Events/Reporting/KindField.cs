using CuratorBot.Conversations.Forms;
using CuratorBot.Conversations.Questions;

namespace CuratorBot.Events.Reporting;

/// <summary>What was held. It heads the card.</summary>
internal sealed class KindField(string key, EventTypes types) : ReportField(key)
{
    public override IReadOnlyList<string> Columns => [nameof(EventReport.TypeId)];

    protected override Question Asked() => new EventTypeQuestion(Key, types);

    protected override string? Kept(EventReport report) => report.TypeId;

    protected override void Keep(EventReport report, string? value) =>
        report.TypeId = EventKind.In(value)!.TypeId;
}

/// <summary>How many events the report stands for. The head of the card says it where they are several.</summary>
internal sealed class EventsCountField(string key) : ReportField(key)
{
    public const int Most = 100;

    public override IReadOnlyList<string> Columns => [nameof(EventReport.EventsCount)];

    protected override Question Asked() => new NumberQuestion(Key, from: 1, to: Most);

    protected override string? Kept(EventReport report) => NumberQuestion.Answered(report.EventsCount).Value;

    protected override void Keep(EventReport report, string? value) =>
        report.EventsCount = NumberQuestion.In(value) ?? 1;
}
