using System.Globalization;
using CuratorBot.Conversations;
using CuratorBot.Messaging;
using CuratorBot.Schools;
using CuratorBot.Texts;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.People.Team;

/// <summary>«Школы без куратора»: those of the project that nobody helps, page by page, with a button for each.</summary>
internal sealed class Uncurated
{
    private const int PageSize = 8;

    private readonly IReadOnlyList<Row> _rows;
    private readonly int _page;

    private sealed record Row(string Id, string Name);

    private Uncurated(IReadOnlyList<Row> rows, int page) => (_rows, _page) = (rows, page);

    public static Task<int> Count(TurnContext turn) => Schools(turn).CountAsync();

    /// <param name="wanted">Page from 0; one that does not exist becomes the last.</param>
    public static async Task<Uncurated> Read(TurnContext turn, int wanted)
    {
        var rows = await Schools(turn).Select(row => new Row(row.Id, row.ShortName)).ToListAsync();
        return new Uncurated(
            [
                .. rows.OrderBy(row => row.Name, School.ByShortName)
                    .ThenBy(row => row.Id, StringComparer.Ordinal),
            ],
            Math.Clamp(wanted, 0, Math.Max(0, (rows.Count - 1) / PageSize))
        );
    }

    public RichText Text(TurnContext turn) =>
        _rows.Count == 0
            ? turn.Text("team.uncurated.none")
            : turn.Text("team.uncurated.head", ("count", _rows.Count));

    public IReadOnlyList<IReadOnlyList<Choice>> Choices(TurnContext turn)
    {
        var turns = new List<Choice>();
        if (_page > 0)
            turns.Add(turn.Button("forms.earlierPage", Page(_page - 1)));
        if ((_page + 1) * PageSize < _rows.Count)
            turns.Add(turn.Button("forms.nextPage", Page(_page + 1)));
        var schools = _rows
            .Skip(_page * PageSize)
            .Take(PageSize)
            .Select(
                IReadOnlyList<Choice> (row) => [new Choice(row.Name, $"{TeamFormActions.Assign}:{row.Id}")]
            );
        return turns.Count > 0 ? [.. schools, turns] : [.. schools];
    }

    private static string Page(int page) =>
        string.Create(CultureInfo.InvariantCulture, $"{TeamListActions.Page}:{page}");

    private static IQueryable<School> Schools(TurnContext turn)
    {
        var curators = turn.Db.RoleAssignments.Where(role =>
            role.Role == Role.Curator && role.RevokedAt == null
        );
        return Oversight
            .Schools(turn.Db, turn.Who)
            .Where(row => row.Part == School.Participant && !curators.Any(role => role.SchoolId == row.Id));
    }
}
