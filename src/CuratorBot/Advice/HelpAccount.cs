using CuratorBot.Conversations.Turns;
using CuratorBot.Data;
using CuratorBot.Schedule;
using CuratorBot.Texts;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Advice;

/// <summary>
/// What a coordinator's schools asked for in this project year, how long half of them waited for an answer, and
/// who waits longest now, whenever that was asked.
/// </summary>
internal sealed record HelpAccount(int Year, int Asked, int Answered, int Solved)
{
    /// <summary>Asked this year, and neither answered nor called solved.</summary>
    public int Waiting => Asked - Answered - Solved;

    /// <summary>Half of the answers took no longer; null while there is none.</summary>
    public int? MedianMinutes { get; init; }

    /// <summary>The school that waits longest, and since when; null when none waits.</summary>
    public (string School, DateTimeOffset Since)? Longest { get; init; }

    /// <summary>Null for whoever is over single schools only.</summary>
    public static async Task<HelpAccount?> Read(TurnContext turn)
    {
        var scope = turn.Who.MayHelp;
        if (!scope.IsWide)
            return null;
        var year = ProjectYear.Of(turn.Today);
        var since = LocalDays.InstantOf(ProjectYear.FirstDay(year), TimeOnly.MinValue, turn.Who.TimeZone);
        var requests = turn.Db.HelpRequests.AsNoTracking().Within(scope);
        var asked = requests.Where(row => row.AskedAt >= since);
        var account =
            await asked
                .GroupBy(_ => 1)
                .Select(rows => new HelpAccount(
                    year,
                    rows.Count(),
                    rows.Count(row => row.AnsweredAt != null),
                    rows.Count(row => row.AnsweredAt == null && row.SolvedAt != null)
                ))
                .SingleOrDefaultAsync()
            ?? new HelpAccount(year, 0, 0, 0);
        return account with
        {
            MedianMinutes = await MedianOf(asked, account.Answered),
            Longest = await LongestOf(turn, requests),
        };
    }

    public RichText Text(TurnContext turn) => RichText.Lines(Lines(turn));

    private IEnumerable<RichText> Lines(TurnContext turn)
    {
        yield return turn.Text("advice.account.head", ("from", $"{Year - 1}"), ("to", $"{Year}"));
        yield return Asked == 0
            ? turn.Text("advice.account.none")
            : turn.Text(
                "advice.account.counts",
                ("asked", Asked),
                ("answered", Answered),
                ("waiting", Waiting)
            );
        if (Solved > 0)
            yield return turn.Text("advice.account.solved", ("count", Solved));
        if (MedianMinutes is { } minutes)
            yield return turn.Text("advice.account.median", ("after", HelpWords.After(minutes)));
        if (Longest is var (school, since))
            yield return turn.Text(
                "advice.account.longest",
                ("school", school),
                ("ago", RussianSpans.Ago(turn.Now - since))
            );
    }

    /// <summary>Sorted and cut by the database.</summary>
    private static Task<int?> MedianOf(IQueryable<HelpRequest> asked, int answered) =>
        asked
            .Where(row => row.AnsweredInMinutes != null)
            .OrderBy(row => row.AnsweredInMinutes)
            .Select(row => row.AnsweredInMinutes)
            .Skip(Math.Max(0, answered - 1) / 2)
            .FirstOrDefaultAsync();

    private static async Task<(string, DateTimeOffset)?> LongestOf(
        TurnContext turn,
        IQueryable<HelpRequest> requests
    )
    {
        var oldest = await requests
            .Waiting()
            .OrderBy(row => row.AskedAt)
            .Join(
                turn.Db.Schools,
                row => row.SchoolId,
                school => school.Id,
                (row, school) => new { row.AskedAt, school.ShortName }
            )
            .FirstOrDefaultAsync();
        return oldest is null ? null : (oldest.ShortName, oldest.AskedAt);
    }
}
