using CuratorBot.Conversations.Forms;
using CuratorBot.Conversations.Places;
using CuratorBot.Conversations.Questions;
using CuratorBot.Conversations.Turns;
using CuratorBot.People;
using CuratorBot.Schools;
using CuratorBot.Texts;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Registers;

/// <summary>A school, municipality or region whose row it is to be, found by its name or chosen from hers.</summary>
/// <param name="scope">Among which; null for all, because their names are public.</param>
internal sealed class RegisterPlaceQuestion(
    string key,
    Over over,
    Func<Asker, Scope>? scope,
    NameIndexCache names
) : SearchQuestion(key)
{
    private Sought Sought =>
        (over.HasFlag(Over.School) ? Sought.School : default)
        | (over.HasFlag(Over.Municipality) ? Sought.Municipality : default);

    protected override async ValueTask<SearchResult> Find(Asking asking, string? search)
    {
        var turn = asking.Turn;
        if (search is null)
            return new SearchResult(scope is null ? [] : await Hers(turn, scope(turn.Who)));
        if (
            (await RegionsOf(turn)).FirstOrDefault(region =>
                region.Equals(search, StringComparison.OrdinalIgnoreCase)
            ) is
            { } named
        )
            return new SearchResult([OptionFor(named)], IsCertain: true);
        if (Sought == default)
            return new SearchResult([]);
        var index = await names.For(turn.Db, turn.Revision);
        return NamedOptions.Of(
            index.Find(search, Sought, scope is null ? null : scope(turn.Who).Includes),
            OptionFor
        );
    }

    protected override async ValueTask<Answer?> Choose(Asking asking, string value)
    {
        var probe = asking.Turn.Who is var who && scope is null ? Everywhere : scope!(who);
        return
            await RegisterPlace.Put(asking.Turn, probe, new Probe(), value)
            && await RegisterPlace.NameOf(asking.Turn, value) is { } name
            ? new Answer(value, name)
            : null;
    }

    private async Task<IReadOnlyList<Option>> Hers(TurnContext turn, Scope hers)
    {
        var options = new List<Option>((await RegionsOf(turn)).Select(OptionFor));
        if (over.HasFlag(Over.Municipality))
            options.AddRange(
                (await hers.Within(turn.Db.Municipalities).AsNoTracking().ToListAsync())
                    .OrderBy(row => row.Name, RussianOrder.Names)
                    .Select(row => new Option(row.Name, RegisterPlace.Of(row)))
            );
        if (over.HasFlag(Over.School))
            options.AddRange(
                (await hers.Within(turn.Db.Schools).AsNoTracking().ToListAsync())
                    .OrderByDescending(row => hers.IncludesSchool(row.Id))
                    .ThenByDescending(row => row.Part == School.Participant)
                    .ThenBy(row => row.ShortName, School.ByShortName)
                    .Select(row => new Option(row.ShortName, RegisterPlace.Of(row)))
            );
        return options;
    }

    private async Task<IReadOnlyList<string>> RegionsOf(TurnContext turn)
    {
        if (!over.HasFlag(Over.Region) || scope is null)
            return [];
        var hers = scope(turn.Who);
        return hers.Everything
            ? await turn.Db.Municipalities.Select(row => row.Region).Distinct().Order().ToListAsync()
            : hers.Regions;
    }

    private static Option OptionFor(string region) => new(region, RegisterPlace.OfRegion(region));

    private static Option OptionFor(Named named) => new(named.Name, RegisterPlace.Of(named));

    private static readonly Scope Everywhere = new([
        new HeldRole(Role.RegionalCoordinator, null, null, null),
    ]);

    /// <summary>A row that is thrown away: only whether the place may be named is asked.</summary>
    private sealed class Probe : RegisterRow;
}
