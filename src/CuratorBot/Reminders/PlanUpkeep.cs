using CuratorBot.Messaging;
using CuratorBot.Schedule;
using CuratorBot.Sweeping;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Reminders;

/// <summary>
/// Sees to it that nobody is forgotten, whoever changed the roles and in whichever process. The first look
/// after a start, and one each day, goes over every open obligation; in between, the people of roles not
/// seen before are planned for. Costs one read of the revision while nothing changes.
/// </summary>
public sealed class PlanUpkeep(IUnitOfWork unitOfWork, Rounds rounds, ReminderPlan plan) : ISweep, IDisposable
{
    private const int AtOnce = 500;
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    private readonly SemaphoreSlim _one = new(1);
    private DateTimeOffset? _wentOverAllAt;
    private long _revision;
    private HashSet<long> _roles = [];

    public string Name => "plan of reminders";

    public async Task Run(DateTimeOffset now, CancellationToken cancellation = default)
    {
        await _one.WaitAsync(cancellation);
        try
        {
            var revision = unitOfWork.ReadRevision();
            var wholeDayAgo = _wentOverAllAt is not { } at || (now - at).Duration() >= Day;
            if (wholeDayAgo || revision != _revision)
                await Look(wholeDayAgo, now, cancellation);
            _revision = revision;
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    private async Task Look(bool overAll, DateTimeOffset now, CancellationToken cancellation)
    {
        var roles = await ReadRoles(cancellation);
        if (overAll)
        {
            await GoOverAll(now, cancellation);
            _wentOverAllAt = now;
        }
        else
            await PlanFor(
                [.. roles.Where(role => !_roles.Contains(role.Key)).Select(role => role.Value).Distinct()],
                now,
                cancellation
            );
        _roles = [.. roles.Keys];
    }

    private async Task<Dictionary<long, long>> ReadRoles(CancellationToken cancellation)
    {
        await using var db = unitOfWork.OpenForReading();
        return await db
            .RoleAssignments.Where(role => role.RevokedAt == null)
            .ToDictionaryAsync(role => role.Id, role => role.PersonId, cancellation);
    }

    /// <summary>Who fails here is planned for when all is gone over.</summary>
    private Task PlanFor(HashSet<long> newcomers, DateTimeOffset now, CancellationToken cancellation) =>
        rounds.Make(
            new DueRows(
                "people of new roles",
                wanted => Task.FromResult(newcomers.Except(wanted.Without).Take(wanted.Most).ToList()),
                async (people, stop) =>
                {
                    await unitOfWork.Write(scope => plan.PlanFor(scope.Db, people[0], now), stop);
                    newcomers.Remove(people[0]);
                }
            ),
            now,
            cancellation
        );

    /// <summary>Reads in pieces beside the writer, and writes only where something lacks.</summary>
    private Task GoOverAll(DateTimeOffset now, CancellationToken cancellation)
    {
        var last = 0L;
        return rounds.Make(
            new DueRows(
                Name,
                async wanted =>
                {
                    var piece = await wanted.Of(
                        OwnObligations
                            .Open(wanted.Db)
                            .Where(row => row.Id > last)
                            .OrderBy(row => row.Id)
                            .Select(row => row.Id)
                    );
                    last = piece is [.., var end] ? end : last;
                    return piece;
                },
                (obligations, stop) => Complete(obligations, now, stop)
            )
            {
                Portion = AtOnce,
                Together = AtOnce,
            },
            now,
            cancellation
        );
    }

    private async Task Complete(IReadOnlyList<long> ids, DateTimeOffset now, CancellationToken cancellation)
    {
        await using var db = unitOfWork.OpenForReading();
        var obligations = await db
            .Obligations.AsNoTracking()
            .Where(row => EF.Parameter(ids).Contains(row.Id))
            .OrderBy(row => row.Id)
            .ToListAsync(cancellation);
        if (!await plan.IsComplete(db, obligations, now))
            await unitOfWork.Write(scope => plan.PlanFor(scope.Db, ids, now), cancellation);
        if (await plan.SetRight(db, ids, now))
            await unitOfWork.Write(scope => plan.SetRight(scope.Db, ids, now), cancellation);
    }
}
