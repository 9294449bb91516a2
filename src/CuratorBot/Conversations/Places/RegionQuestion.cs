using CuratorBot.Conversations.Forms;
using CuratorBot.Conversations.Questions;
using CuratorBot.Conversations.Turns;
using CuratorBot.People;
using CuratorBot.Texts;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Conversations.Places;

/// <summary>A region, out of those that a scope includes.</summary>
public sealed class RegionQuestion(string key, Func<Asker, Scope> scope) : SearchQuestion(key)
{
    protected override async ValueTask<SearchResult> Find(Asking asking, string? search)
    {
        var regions = await RegionsIn(asking.Turn, scope(asking.Turn.Who));
        var found = regions.Where(region =>
            search is null || region.Contains(search, StringComparison.CurrentCultureIgnoreCase)
        );
        List<Option> options = [.. found.Select(region => new Option(region, region))];
        return new SearchResult(options, IsCertain: options.Count == 1);
    }

    protected override async ValueTask<Answer?> Choose(Asking asking, string value) =>
        (await RegionsIn(asking.Turn, scope(asking.Turn.Who))).Contains(value)
            ? new Answer(value, value)
            : null;

    public static async Task<IReadOnlyList<string>> RegionsIn(TurnContext turn, Scope scope)
    {
        var regions = await turn.Db.Municipalities.Select(row => row.Region).Distinct().ToListAsync();
        return [.. regions.Where(scope.IncludesRegion).Order(RussianOrder.Names)];
    }
}
