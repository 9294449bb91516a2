using CuratorBot.Conversations.Forms;
using CuratorBot.Conversations.Questions;
using CuratorBot.Schools;
using CuratorBot.Texts;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Conversations.Places;

/// <summary>A school of the municipality that was answered before; typing narrows the list.</summary>
/// <param name="municipality">Gives the id of the municipality.</param>
public sealed class SchoolOfMunicipalityQuestion(
    string key,
    Func<AnswerSheet, string?> municipality,
    NameIndexCache names
) : SearchQuestion(key)
{
    /// <summary>Keys of other schools of this form, which are not offered again.</summary>
    public IReadOnlyList<string> Besides { get; init; } = [];

    /// <summary>A municipality without schools gets a sentence of its own.</summary>
    public override async ValueTask<Prompt> Ask(Asking asking) =>
        (await Schools(asking)).Count > 0 ? await base.Ask(asking) : new Prompt(asking.Text("none"));

    protected override async ValueTask<SearchResult> Find(Asking asking, string? search)
    {
        var schools = await Schools(asking);
        if (search is null)
            return new SearchResult([.. schools.Values.Select(OptionFor)]);
        var index = await names.For(asking.Turn.Db, asking.Turn.Revision);
        return NamedOptions.Of(
            index.Find(search, Sought.School, named => schools.ContainsKey(named.Id)),
            named => OptionFor(schools[named.Id])
        );
    }

    protected override async ValueTask<Answer?> Choose(Asking asking, string value) =>
        (await Schools(asking)).TryGetValue(value, out var school)
            ? new Answer(school.Id, school.ShortName)
            : null;

    private async Task<OrderedDictionary<string, School>> Schools(Asking asking)
    {
        var id = municipality(asking.Sheet);
        var taken = Besides.Where(other => other != Key).Select(other => asking.Sheet[other]).ToHashSet();
        var rows = await asking
            .Turn.Db.Schools.AsNoTracking()
            .Where(row => id != null && row.MunicipalityId == id)
            .ToListAsync();
        return new(
            rows.Where(row => !taken.Contains(row.Id))
                .OrderBy(row => row.ShortName, RussianOrder.Names)
                .Select(row => KeyValuePair.Create(row.Id, row))
        );
    }

    private static Option OptionFor(School school) => new(school.ShortName, school.Id);
}
