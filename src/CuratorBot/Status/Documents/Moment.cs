using CuratorBot.Data;
using CuratorBot.Messaging;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace CuratorBot.Status.Documents;

/// <summary>The facts as they were at one moment, however long the reading takes, and their revision.</summary>
internal sealed class Moment : IAsyncDisposable
{
    private readonly IDbContextTransaction _transaction;

    private Moment(CuratorBotDb db, IDbContextTransaction transaction, long revision, DateTimeOffset now) =>
        (Db, _transaction, Revision, Now) = (db, transaction, revision, now);

    public CuratorBotDb Db { get; }
    public long Revision { get; }
    public DateTimeOffset Now { get; }

    public static async Task<Moment> Of(IUnitOfWork unitOfWork, TimeProvider clock)
    {
        var db = unitOfWork.OpenForReading();
        try
        {
            var transaction = await db.Database.BeginTransactionAsync();
            var revision = await db.Revisions.Select(row => row.Number).SingleAsync();
            return new(db, transaction, revision, clock.GetUtcNow());
        }
        catch
        {
            await db.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _transaction.DisposeAsync();
        await Db.DisposeAsync();
    }
}
