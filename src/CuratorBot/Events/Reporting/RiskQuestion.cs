using CuratorBot.Conversations.Forms;
using CuratorBot.Conversations.Questions;
using CuratorBot.Risks;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Events.Reporting;

/// <summary>The risk that an event serves: those in the profile of the school first, any other by typing.</summary>
internal sealed class RiskQuestion(string key) : SearchQuestion(key)
{
    protected override async ValueTask<SearchResult> Find(Asking asking, string? search)
    {
        var all = await asking
            .Turn.Db.RiskFactors.AsNoTracking()
            .Where(row => row.Kind == RiskFactor.OfProfile)
            .OrderBy(row => row.Order)
            .ToListAsync();
        if (search is not null)
            return new SearchResult([
                .. all.Where(risk => risk.Name.Contains(search, StringComparison.OrdinalIgnoreCase))
                    .Select(OptionFor),
            ]);
        var own = await Own(asking);
        return new SearchResult([
            .. (own.Count > 0 ? all.Where(risk => own.Contains(risk.Id)) : all).Select(OptionFor),
        ]);
    }

    protected override async ValueTask<Answer?> Choose(Asking asking, string value) =>
        await asking.Turn.Db.RiskFactors.AsNoTracking().SingleOrDefaultAsync(row => row.Id == value)
            is { Kind: RiskFactor.OfProfile } risk
            ? new Answer(risk.Id, risk.Name)
            : null;

    private static Task<List<string>> Own(Asking asking)
    {
        var school = asking.Sheet[ReportFields.School];
        return asking
            .Turn.Db.SchoolRisks.Where(row => row.SchoolId == school)
            .Select(row => row.RiskId)
            .ToListAsync();
    }

    private static Option OptionFor(RiskFactor risk) => new(risk.Name, risk.Id);
}
