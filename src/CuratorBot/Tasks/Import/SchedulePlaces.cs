using CuratorBot.Conversations.Turns;
using CuratorBot.Schedule;
using CuratorBot.Schools;
using CuratorBot.Tables;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Tasks.Import;

/// <summary>Where a task may be owed, by the names that stand in a file, out of what she may change.</summary>
internal sealed class SchedulePlaces
{
    private readonly TurnContext _turn;
    private readonly NameIndex _names;
    private readonly Dictionary<string, Municipality> _towns;
    private readonly List<string> _regions;
    private readonly bool _leadsTheCountry;

    private SchedulePlaces(
        TurnContext turn,
        NameIndex names,
        List<Municipality> towns,
        List<string> regions,
        bool leadsTheCountry
    )
    {
        (_turn, _names, _regions, _leadsTheCountry) = (turn, names, regions, leadsTheCountry);
        _towns = towns.ToDictionary(town => town.Id);
    }

    public static async Task<SchedulePlaces> Of(TurnContext turn, NameIndex names)
    {
        var towns = await turn.Who.MayAdmit.Within(turn.Db.Municipalities).AsNoTracking().ToListAsync();
        var scope = turn.Who.MayLead;
        return new SchedulePlaces(
            turn,
            names,
            towns,
            [.. towns.Select(town => town.Region).Distinct().Where(scope.IncludesRegion)],
            await ScheduleRights.LeadsTheCountry(turn)
        );
    }

    public string NameOf(string? region, string? municipality) =>
        municipality is not null
            ? _towns.GetValueOrDefault(municipality)?.Name ?? municipality
            : region ?? _turn.Texts.Plain("scheduleFile.country");

    /// <exception cref="BadRowException">Nothing of hers is called so, or more than one thing.</exception>
    public (string? Region, string? Municipality) Read(string text)
    {
        if (text.Length == 0)
            return Usual();
        if (TitleWords.Of(text) == TitleWords.Of(_turn.Texts.Plain("scheduleFile.country")))
            return _leadsTheCountry ? (null, null) : throw Bad("notYours", text);
        if (_regions.Find(region => TitleWords.Of(region) == TitleWords.Of(text)) is { } named)
            return (named, null);
        return _names.Find(text, Sought.Municipality, named => _towns.ContainsKey(named.Id)) switch
        {
            NameAnswer.Found found => (_towns[found.One.Id].Region, found.One.Id),
            NameAnswer.Ambiguous => throw Bad("ambiguous", text),
            _ => throw Bad("place", text),
        };
    }

    /// <summary>Without a word of it: the widest that is hers, if there is one such.</summary>
    private (string? Region, string? Municipality) Usual() =>
        _leadsTheCountry ? (null, null)
        : _regions is [var region] ? (region, null)
        : _regions.Count == 0 && _towns.Count == 1 ? (_towns.Values.First().Region, _towns.Keys.First())
        : throw Bad("noPlace", "");

    private BadRowException Bad(string why, string text) =>
        new(_turn.Text($"scheduleFile.bad.{why}", ("text", text)));
}
