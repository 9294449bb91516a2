using CuratorBot.Conversations.Forms;
using CuratorBot.Conversations.Questions;
using CuratorBot.Schools;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Conversations.Places;

/// <summary>
/// Any school, because the names of schools are public. Those of one municipality are offered, others are found by
/// typing; a name in full (<see cref="NameInFull"/>), as tables have it, is certain.
/// </summary>
public sealed class SchoolQuestion(string key, NameIndexCache names) : SearchQuestion(key)
{
    /// <summary>The school whose neighbours are offered, without itself. Null: those of her own municipality.</summary>
    public Func<AnswerSheet, string?>? NextTo { get; init; }

    protected override async ValueTask<SearchResult> Find(Asking asking, string? search)
    {
        if (search is null)
            return new SearchResult([
                .. (await Near(asking))
                    .OrderBy(school => school.ShortName, School.ByShortName)
                    .Select(school => new Option(school.ShortName, school.Id)),
            ]);
        var index = await names.For(asking.Turn.Db, asking.Turn.Revision);
        var answer = index.Find(search, Sought.School);
        return answer is not NameAnswer.Found && await InFull(asking, search) is { } school
            ? new SearchResult([new Option(school.ShortName, school.Id)], IsCertain: true)
            : await ToldApart(asking, NamedOptions.Of(answer, one => new Option(one.Name, one.Id)));
    }

    protected override async ValueTask<Answer?> Choose(Asking asking, string value) =>
        await asking.Turn.Db.Schools.AsNoTracking().SingleOrDefaultAsync(row => row.Id == value) is { } school
            ? new Answer(school.Id, school.ShortName)
            : null;

    private async Task<List<School>> Near(Asking asking)
    {
        var db = asking.Turn.Db;
        var next = NextTo?.Invoke(asking.Sheet);
        var places = NextTo is null
            ? asking.Turn.Who.AtHomeIn
            : await db
                .Schools.Where(row => row.Id == next && row.MunicipalityId != null)
                .Select(row => row.MunicipalityId!)
                .ToListAsync();
        return await db
            .Schools.AsNoTracking()
            .Where(row => places.Contains(row.MunicipalityId!) && row.Id != next)
            .ToListAsync();
    }

    private sealed record Placed(School School, string? Place);

    private static async Task<School?> InFull(Asking asking, string typed)
    {
        var name = typed.Split(',')[0];
        var alike = await WithPlaces(
            asking,
            asking.Turn.Db.Schools.Where(school => school.ShortName.StartsWith(name))
        );
        return
            alike.FindAll(one =>
                typed == NameInFull.Of(one.School.ShortName, one.Place)
                || typed == NameInFull.Of(one.School.ShortName, one.Place, one.School.Region)
            )
                is [var only]
            ? only.School
            : null;
    }

    /// <summary>Schools of one name are offered with where they lie.</summary>
    private static async Task<SearchResult> ToldApart(Asking asking, SearchResult found)
    {
        var alike = found
            .Options.GroupBy(option => option.Label)
            .Where(labels => labels.Skip(1).Any())
            .SelectMany(labels => labels.Select(option => option.Value))
            .ToList();
        if (alike.Count == 0)
            return found;
        var schools = await WithPlaces(
            asking,
            asking.Turn.Db.Schools.Where(school => alike.Contains(school.Id))
        );
        var inFull = schools.ToDictionary(
            one => one.School.Id,
            one => NameInFull.Of(one.School.ShortName, one.Place, one.School.Region)
        );
        return found with
        {
            Options =
            [
                .. found.Options.Select(option =>
                    option with
                    {
                        Label = inFull.GetValueOrDefault(option.Value, option.Label),
                    }
                ),
            ],
        };
    }

    private static Task<List<Placed>> WithPlaces(Asking asking, IQueryable<School> schools) =>
        (
            from school in schools.AsNoTracking()
            join place in asking.Turn.Db.Municipalities on school.MunicipalityId equals place.Id into places
            from place in places.DefaultIfEmpty()
            select new Placed(school, place == null ? null : place.Name)
        ).ToListAsync();
}
