using CuratorBot.Conversations;
using CuratorBot.Data;
using CuratorBot.People;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Schools;

/// <summary>One of the schools that the person may see: her own first, then by name.</summary>
public sealed class MySchoolQuestion(string key, NameIndexCache names) : SearchQuestion(key)
{
    protected override async ValueTask<SearchResult> Find(Asking asking, string? search)
    {
        var turn = asking.Turn;
        if (search is null)
            return new SearchResult([.. (await SeenBy(turn.Who, turn.Db)).Select(OptionFor)]);
        var index = await names.For(turn.Db, turn.Revision);
        return index.Find(search, Sought.School, named => Sees(turn.Who, named)) switch
        {
            NameAnswer.Found found => new SearchResult([OptionFor(found.One)], IsCertain: true),
            NameAnswer.Ambiguous ambiguous => new SearchResult([
                .. ambiguous.Candidates.OrderByDescending(one => IsOwn(turn.Who, one.Id)).Select(OptionFor),
            ]),
            NameAnswer.Unknown unknown => new SearchResult([.. unknown.Suggestions.Select(OptionFor)]),
            _ => new SearchResult([]),
        };
    }

    protected override async ValueTask<Answer?> Choose(Asking asking, string value) =>
        await Seen(asking.Turn, value) is { } school ? AnswerFor(school) : null;

    /// <summary>The school, if the person may see it now; null otherwise.</summary>
    public static async Task<School?> Seen(TurnContext turn, string? schoolId)
    {
        var school = await turn.Db.Schools.AsNoTracking().SingleOrDefaultAsync(row => row.Id == schoolId);
        return school is not null && turn.Who.Sees(school) ? school : null;
    }

    /// <summary>The answer of a person who has nothing to choose from: her one own school; null for others.</summary>
    public static async Task<Answer?> TheOnlyOne(TurnContext turn) =>
        !turn.Who.IsCoordinator
        && turn.Who.OwnSchools.ToList() is [var only]
        && await Seen(turn, only) is { } school
            ? AnswerFor(school)
            : null;

    private static async Task<IEnumerable<School>> SeenBy(Asker who, CuratorBotDb db)
    {
        var own = who.OwnSchools.ToList();
        var all = who.IsCoordinator ? db.Schools : db.Schools.Where(school => own.Contains(school.Id));
        var schools = await all.AsNoTracking().ToListAsync();
        return schools
            .Where(who.Sees)
            .OrderByDescending(school => IsOwn(who, school.Id))
            .ThenByDescending(school => school.Part == School.Participant)
            .ThenBy(school => school.ShortName, School.ByShortName);
    }

    private static bool Sees(Asker who, Named named) =>
        IsOwn(who, named.Id)
        || who.CoordinatesRegion(named.Region)
        || (named.MunicipalityId is { } municipality && who.OwnMunicipalities.Contains(municipality));

    private static bool IsOwn(Asker who, string schoolId) => who.OwnSchools.Contains(schoolId);

    private static Answer AnswerFor(School school) => new(school.Id, school.ShortName);

    private static Option OptionFor(School school) => new(school.ShortName, school.Id);

    private static Option OptionFor(Named school) => new(school.Name, school.Id);
}
