using CuratorBot.Conversations.Forms;
using CuratorBot.Conversations.Turns;
using CuratorBot.Data;
using CuratorBot.Fields;

namespace CuratorBot.Events.Reporting;

/// <summary>A field that lies in more of a report than one property.</summary>
internal abstract class ReportField(string key) : Field<EventReport>(key)
{
    public sealed override void Take(TurnContext turn, Entity row, Answer? answer) =>
        Take(turn, (EventReport)row, answer);

    public sealed override string ShowIn(FieldNames names, Entity row) =>
        ShowIn((ReportNames)names, (EventReport)row);

    protected virtual void Take(TurnContext turn, EventReport report, Answer? answer) =>
        Put(report, answer?.Value);

    /// <summary>In a card; empty where it stands in no line of its own.</summary>
    protected virtual string ShowIn(ReportNames names, EventReport report) => "";
}
