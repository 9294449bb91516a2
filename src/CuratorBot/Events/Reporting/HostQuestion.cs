using CuratorBot.Conversations.Forms;
using CuratorBot.Conversations.Places;
using CuratorBot.Conversations.Questions;
using CuratorBot.Schools;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Events.Reporting;

/// <summary>
/// The school that housed an event held for another one. Any may have: the names of schools are public.
/// Those of the same municipality are offered, others are found by typing.
/// </summary>
internal sealed class HostQuestion(string key, NameIndexCache names) : SearchQuestion(key)
{
    protected override async ValueTask<SearchResult> Find(Asking asking, string? search)
    {
        if (search is null)
            return new SearchResult([
                .. (await Near(asking)).Select(row => new Option(row.ShortName, row.Id)),
            ]);
        var index = await names.For(asking.Turn.Db, asking.Turn.Revision);
        return NamedOptions.Of(index.Find(search, Sought.School), OptionFor);
    }

    protected override async ValueTask<Answer?> Choose(Asking asking, string value) =>
        await asking.Turn.Db.Schools.AsNoTracking().SingleOrDefaultAsync(row => row.Id == value) is { } school
            ? new Answer(school.Id, school.ShortName)
            : null;

    private static async Task<IEnumerable<School>> Near(Asking asking)
    {
        var (db, mentored) = (asking.Turn.Db, asking.Sheet[ReportFields.School]);
        var place = await db
            .Schools.Where(row => row.Id == mentored)
            .Select(row => row.MunicipalityId)
            .FirstOrDefaultAsync();
        if (place is null)
            return [];
        var schools = await db
            .Schools.AsNoTracking()
            .Where(row => row.MunicipalityId == place && row.Id != mentored)
            .ToListAsync();
        return schools.OrderBy(school => school.ShortName, School.ByShortName);
    }

    private static Option OptionFor(Named school) => new(school.Name, school.Id);
}
