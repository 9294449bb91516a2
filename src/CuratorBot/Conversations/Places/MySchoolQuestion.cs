using CuratorBot.Conversations.Forms;
using CuratorBot.Conversations.Questions;
using CuratorBot.Conversations.Turns;
using CuratorBot.People;
using CuratorBot.Schools;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Conversations.Places;

/// <summary>One of the schools where the person works: her own first, then by name.</summary>
public class MySchoolQuestion(string key, NameIndexCache names) : SearchQuestion(key)
{
    protected override async ValueTask<SearchResult> Find(Asking asking, string? search)
    {
        var turn = asking.Turn;
        if (search is null)
            return new SearchResult([.. (await Worked(turn)).Select(OptionFor)]);
        var index = await names.For(turn.Db, turn.Revision);
        return index.Find(search, Sought.School, turn.Who.MayWork.Includes) switch
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
        await Find(asking.Turn, asking.Turn.Who.MayWork, value) is { } school ? AnswerFor(school) : null;

    /// <summary>The school, if the scope includes it now; null otherwise.</summary>
    public static Task<School?> Find(TurnContext turn, Scope scope, string? schoolId) =>
        scope.Within(turn.Db.Schools).AsNoTracking().SingleOrDefaultAsync(row => row.Id == schoolId);

    /// <summary>The answer of a person who has nothing to choose from: her one own school; null for others.</summary>
    public static async Task<Answer?> TheOnlyOne(TurnContext turn) =>
        turn.Who.MayWork is { IsWide: false, Schools: [var only] } scope
        && await Find(turn, scope, only) is { } school
            ? AnswerFor(school)
            : null;

    private static async Task<IEnumerable<School>> Worked(TurnContext turn)
    {
        var schools = await turn.Who.MayWork.Within(turn.Db.Schools).AsNoTracking().ToListAsync();
        return schools
            .OrderByDescending(school => school.Id == turn.Who.Now?.SchoolId)
            .ThenByDescending(school => IsOwn(turn.Who, school.Id))
            .ThenByDescending(school => school.Part == School.Participant)
            .ThenBy(school => school.ShortName, School.ByShortName);
    }

    private static bool IsOwn(Asker who, string schoolId) => who.MayWork.IncludesSchool(schoolId);

    private static Answer AnswerFor(School school) => new(school.Id, school.ShortName);

    private static Option OptionFor(School school) => new(school.ShortName, school.Id);

    private static Option OptionFor(Named school) => new(school.Name, school.Id);
}
