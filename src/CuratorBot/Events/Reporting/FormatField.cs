using System.Globalization;
using CuratorBot.Conversations.Forms;
using CuratorBot.Conversations.Questions;
using CuratorBot.Conversations.Turns;

namespace CuratorBot.Events.Reporting;

/// <summary>Whether people met in one place. It is kept in words, as the reports of the sources have it.</summary>
internal sealed class FormatField(string key) : ReportField(key)
{
    public const string InPerson = "inPerson";
    public const string Remote = "remote";
    public const string Mixed = "mixed";

    private static readonly CultureInfo Russian = CultureInfo.GetCultureInfo("ru-RU");

    public override IReadOnlyList<string> Options => [InPerson, Remote, Mixed];
    public override IReadOnlyList<string> Columns => [nameof(EventReport.Format)];

    protected override Question Asked() => new ChoiceQuestion(Key, [.. Options]);

    protected override void Take(TurnContext turn, EventReport report, Answer? answer) =>
        Put(report, answer?.Shown.ToLower(Russian));

    protected override string? Kept(EventReport report) => report.Format;

    protected override void Keep(EventReport report, string? value) => report.Format = value;

    protected override string ShowIn(ReportNames names, EventReport report) => report.Format ?? "";
}
