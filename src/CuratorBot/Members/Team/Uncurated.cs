using System.Globalization;
using CuratorBot.Conversations.Turns;
using CuratorBot.Messaging;
using CuratorBot.People;
using CuratorBot.Schools;
using CuratorBot.Texts;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Members.Team;

/// <summary>«Школы без куратора»: those of the project that nobody helps, page by page, with a button for each.</summary>
internal sealed class Uncurated
{
    private const int PageSize = 8;

    private readonly IReadOnlyList<Row> _rows;
    private readonly Page _page;

    private sealed record Row(string Id, string Name);

    private Uncurated(IReadOnlyList<Row> rows, Page page) => (_rows, _page) = (rows, page);

    public static Task<int> Count(TurnContext turn) => Schools(turn).CountAsync();

    /// <param name="wanted">Page from 0; one that does not exist becomes the nearest.</param>
    public static async Task<Uncurated> Read(TurnContext turn, int wanted)
    {
        var rows = await Schools(turn).Select(row => new Row(row.Id, row.ShortName)).ToListAsync();
        return new Uncurated(
            [
                .. rows.OrderBy(row => row.Name, School.ByShortName)
                    .ThenBy(row => row.Id, StringComparer.Ordinal),
            ],
            Page.Nearest(wanted, PageSize, rows.Count)
        );
    }

    public RichText Text(TurnContext turn) =>
        _rows.Count == 0
            ? turn.Text("team.uncurated.none")
            : turn.Text("team.uncurated.head", ("count", _rows.Count));

    public IReadOnlyList<IReadOnlyList<Choice>> Choices(TurnContext turn) =>
        [
            .. _page
                .Of(_rows)
                .Select(
                    IReadOnlyList<Choice> (row) =>
                        [new Choice(row.Name, $"{TeamFormActions.Assign}:{row.Id}")]
                ),
            .. _page.Turning(
                turn,
                number => string.Create(CultureInfo.InvariantCulture, $"{TeamListActions.Page}:{number}")
            ),
        ];

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
