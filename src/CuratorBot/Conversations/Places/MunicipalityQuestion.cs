using CuratorBot.Conversations.Forms;
using CuratorBot.Conversations.Questions;
using CuratorBot.Schools;
using CuratorBot.Texts;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Conversations.Places;

/// <summary>A municipality by its typed name. One that is not hers to choose is neither offered nor found.</summary>
public sealed class MunicipalityQuestion(string key, NameIndexCache names) : SearchQuestion(key)
{
    /// <summary>Which may be chosen; all when not given, because their names are public.</summary>
    public Func<Asking, Municipality, bool> May { get; init; } = (_, _) => true;

    /// <summary>Keys of answers that lose their meaning when the municipality becomes another.</summary>
    public IReadOnlyList<string> Clears { get; init; } = [];

    protected override async ValueTask<SearchResult> Find(Asking asking, string? search)
    {
        var mine = (await Municipalities(asking)).Where(row => May(asking, row)).ToDictionary(row => row.Id);
        if (search is null)
            return new SearchResult(
                mine.Count > PageSize
                    ? []
                    :
                    [
                        .. mine
                            .Values.OrderBy(row => row.Name, RussianOrder.Names)
                            .Select(row => OptionFor(row, mine.Values)),
                    ]
            );
        if (mine.Values.Where(row => search == NameInFull.Of(row.Name, row.Region)).ToList() is [var only])
            return new SearchResult([OptionFor(only, mine.Values)], IsCertain: true);
        var index = await names.For(asking.Turn.Db, asking.Turn.Revision);
        return NamedOptions.Of(
            index.Find(search, Sought.Municipality, named => mine.ContainsKey(named.Id)),
            named => OptionFor(mine[named.Id], mine.Values)
        );
    }

    protected override async ValueTask<Answer?> Choose(Asking asking, string value)
    {
        var chosen = (await Municipalities(asking)).FirstOrDefault(row => row.Id == value);
        if (chosen is null || !May(asking, chosen))
            return null;
        if (asking.Sheet[Key] != value)
            Clear(asking.Sheet);
        return new Answer(chosen.Id, chosen.Name);
    }

    private void Clear(AnswerSheet sheet)
    {
        foreach (var cleared in Clears)
            sheet.Forget(cleared);
    }

    private static Task<List<Municipality>> Municipalities(Asking asking) =>
        asking.Turn.Db.Municipalities.AsNoTracking().ToListAsync();

    /// <summary>Where another region has one of that name, with its region.</summary>
    private static Option OptionFor(Municipality municipality, IEnumerable<Municipality> all) =>
        new(
            all.Any(other => other.Name == municipality.Name && other.Id != municipality.Id)
                ? NameInFull.Of(municipality.Name, municipality.Region)
                : municipality.Name,
            municipality.Id
        );
}
