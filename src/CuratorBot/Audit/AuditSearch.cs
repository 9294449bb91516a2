using CuratorBot.Conversations.Turns;
using CuratorBot.Messaging;
using CuratorBot.People;
using CuratorBot.Schools;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Audit;

/// <summary>Finds whom or what a name behind «/audit» stands for, within the regions that she leads.</summary>
internal sealed class AuditSearch(NameIndexCache names)
{
    private const int MostButtons = 10;
    private const int LongestName = 100;

    private sealed record Hit(string Label, AuditFilter Filter);

    public async Task<Reply> Answer(TurnContext turn, string typed)
    {
        var hits = await Hits(turn, typed.Length > LongestName ? typed[..LongestName] : typed);
        if (hits is [var only])
            return Reply.With(await AuditList.Show(turn, only.Filter, page: 0));
        if (hits.Count == 0)
            return Reply.With(turn.Say("audit.notFound"));
        return Reply.With(
            turn.Say(hits.Count > MostButtons ? "audit.tooMany" : "audit.which", ("shown", MostButtons)) with
            {
                Choices =
                [
                    .. hits.Take(MostButtons)
                        .Select(
                            IReadOnlyList<Choice> (hit) =>
                                [new(hit.Label, $"{AuditActions.Page}:0:{hit.Filter}")]
                        ),
                ],
            }
        );
    }

    /// <summary>The filter, if it stands for something in her regions; null otherwise.</summary>
    public static async Task<AuditFilter?> Visible(TurnContext turn, AuditFilter filter)
    {
        var scope = turn.Who.MayLead;
        var visible =
            filter.PersonId is { } person ? await People(turn).AnyAsync(row => row.Id == person)
            : filter.SchoolId is { } school
                ? await scope.Within(turn.Db.Schools).AnyAsync(row => row.Id == school)
            : filter.MunicipalityId is not { } place
                || await scope.Within(turn.Db.Municipalities).AnyAsync(row => row.Id == place);
        return visible ? filter : null;
    }

    private async Task<List<Hit>> Hits(TurnContext turn, string typed)
    {
        var index = await names.For(turn.Db, turn.Revision);
        IReadOnlyList<Named> places = index.Find(typed, Sought.Either, turn.Who.MayLead.Includes) switch
        {
            NameAnswer.Found found => [found.One],
            NameAnswer.Ambiguous many => many.Candidates,
            _ => [],
        };
        return [.. (await PeopleCalled(turn, typed)).Concat(places.Select(HitOf))];
    }

    private static Hit HitOf(Named named) =>
        new(
            named.Name,
            named.Kind == Sought.School
                ? new AuditFilter(SchoolId: named.Id)
                : new AuditFilter(MunicipalityId: named.Id)
        );

    /// <summary>
    /// Those of whose names every typed word begins one. The database knows no Russian capitals, so the names
    /// of the people of her regions are compared here.
    /// </summary>
    private static async Task<IEnumerable<Hit>> PeopleCalled(TurnContext turn, string typed)
    {
        var words = typed.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var people = await People(turn)
            .Where(row => row.Name != null)
            .OrderBy(row => row.Name)
            .ThenBy(row => row.Id)
            .Select(row => new { row.Id, row.Name })
            .ToListAsync();
        return people
            .Where(person => words.All(word => HasWord(person.Name!, word)))
            .Select(person => new Hit(person.Name!, new AuditFilter(PersonId: person.Id)));
    }

    private static bool HasWord(string name, string word) =>
        name.Split(' ', '-').Any(part => part.StartsWith(word, StringComparison.CurrentCultureIgnoreCase));

    /// <summary>Whoever did something in her regions, or had something done to her there.</summary>
    private static IQueryable<Person> People(TurnContext turn)
    {
        var visible = AuditFilter.Visible(turn.Db, turn.Who);
        return turn
            .Db.People.AsNoTracking()
            .Where(person => visible.Any(row => row.PersonId == person.Id || row.ActorId == person.Id));
    }
}
