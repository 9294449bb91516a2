using CuratorBot.Data;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Sweeping;

/// <summary>Which keys of due rows are asked for.</summary>
/// <param name="Without">Those that are left alone for now.</param>
/// <param name="Most">So many at most.</param>
public sealed record Wanted(
    CuratorBotDb Db,
    IReadOnlyCollection<long> Without,
    int Most,
    CancellationToken Cancellation
)
{
    /// <param name="due">All keys that are due, those first that have waited longest.</param>
    public Task<List<long>> Of(IQueryable<long> due) =>
        due.Where(key => !EF.Parameter(Without).Contains(key)).Take(Most).ToListAsync(Cancellation);
}

/// <summary>Rows of one kind that become due, and what is done with them.</summary>
/// <param name="Name">As the log and <c>/health</c> call them: «drafts».</param>
/// <param name="Find">The keys of those that are due; none when nothing is left.</param>
/// <param name="Act">
/// Asks again whether they are due, and does what is to be done, in one transaction. Called with one row alone
/// where several together failed.
/// </param>
public sealed record DueRows(
    string Name,
    Func<Wanted, Task<List<long>>> Find,
    Func<IReadOnlyList<long>, CancellationToken, Task> Act
)
{
    /// <summary>How many are asked for at once.</summary>
    public int Portion { get; init; } = 200;

    /// <summary>How many share a transaction.</summary>
    public int Together { get; init; } = 1;

    /// <summary>One portion at a look: as much as the sending can take until the next.</summary>
    public bool IsPaced { get; init; }
}
