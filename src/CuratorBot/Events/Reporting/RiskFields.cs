using System.Linq.Expressions;
using CuratorBot.Conversations.Forms;
using CuratorBot.Conversations.Questions;
using CuratorBot.Fields;
using CuratorBot.Risks;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Events.Reporting;

/// <summary>The risk of the school that it serves.</summary>
internal sealed class RiskField(string key, Expression<Func<EventReport, string?>> property)
    : WordField<EventReport>(key, property)
{
    protected override Question Asked() => new RiskQuestion(Key);

    protected override string Shown(FieldNames names, string value) => ((ReportNames)names).Risks([value]);
}

/// <summary>The problem zones that it has shown.</summary>
internal sealed class ZonesField(string key) : ReportField(key)
{
    public override IReadOnlyList<string> Columns => [nameof(EventReport.Zones)];

    protected override Question Asked() => new SeveralQuestion(Key, ThereAre);

    protected override string? Kept(EventReport report) =>
        report.Zones.Count == 0 ? null : SeveralQuestion.Stored(report.Zones);

    protected override void Keep(EventReport report, string? value) =>
        report.Zones = [.. SeveralQuestion.In(value)];

    protected override string ShowIn(ReportNames names, EventReport report) => names.Risks(report.Zones);

    private static async ValueTask<IReadOnlyList<Option>> ThereAre(Asking asking) =>
        await asking
            .Turn.Db.RiskFactors.Where(row => row.Kind == RiskFactor.ProblemZone)
            .OrderBy(row => row.Order)
            .Select(row => new Option(row.Name, row.Id))
            .ToListAsync();
}
