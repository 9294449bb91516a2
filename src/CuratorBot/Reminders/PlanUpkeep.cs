using CuratorBot.Data;
using CuratorBot.Schedule;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Reminders;

/// <summary>
/// Sees to it that nobody is forgotten, whoever changed the roles and in whichever process. The first look
/// after a start, and one each day, goes over every open obligation; in between, the people of roles not
/// seen before are planned for. Costs one read of the revision while nothing changes.
/// </summary>
public sealed class PlanUpkeep(IUnitOfWork unitOfWork, ReminderPlan plan) : IDisposable
{
    private const int AtOnce = 500;
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    private readonly SemaphoreSlim _one = new(1);
    private DateTimeOffset? _wentOverAllAt;
    private long _revision;
    private HashSet<long> _roles = [];

    public async Task CatchUp(DateTimeOffset now, CancellationToken cancellation)
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
            foreach (
                var person in roles
                    .Where(role => !_roles.Contains(role.Key))
                    .Select(role => role.Value)
                    .Distinct()
            )
                await unitOfWork.Write(scope => plan.PlanFor(scope.Db, person, now), cancellation);
        _roles = [.. roles.Keys];
    }

    private async Task<Dictionary<long, long>> ReadRoles(CancellationToken cancellation)
    {
        await using var db = unitOfWork.OpenForReading();
        return await db
            .RoleAssignments.Where(role => role.RevokedAt == null)
            .ToDictionaryAsync(role => role.Id, role => role.PersonId, cancellation);
    }

    /// <summary>Reads in pieces beside the writer, and writes only where something lacks.</summary>
    private async Task GoOverAll(DateTimeOffset now, CancellationToken cancellation)
    {
        var last = 0L;
        while (await Piece(last, now, cancellation) is { Count: > 0 } piece)
        {
            last = piece.Ids[^1];
            if (!piece.Complete)
                await unitOfWork.Write(scope => plan.PlanFor(scope.Db, piece.Ids, now), cancellation);
        }
    }

    private sealed record Looked(IReadOnlyList<long> Ids, bool Complete)
    {
        public int Count => Ids.Count;
    }

    private async Task<Looked> Piece(long after, DateTimeOffset now, CancellationToken cancellation)
    {
        await using var db = unitOfWork.OpenForReading();
        var obligations = await OwnObligations
            .Open(db)
            .AsNoTracking()
            .Where(row => row.Id > after)
            .OrderBy(row => row.Id)
            .Take(AtOnce)
            .ToListAsync(cancellation);
        return new Looked(
            [.. obligations.Select(row => row.Id)],
            await plan.IsComplete(db, obligations, now)
        );
    }
}
