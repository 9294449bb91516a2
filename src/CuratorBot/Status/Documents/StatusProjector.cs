using CuratorBot.Data;
using CuratorBot.Messaging;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace CuratorBot.Status.Documents;

/// <summary>
/// Keeps the documents up with the facts. It reads notes and facts as they were at one moment, puts in the documents
/// and only then takes these notes away: whatever dies in between, a document that is behind still has its note.
/// </summary>
public sealed partial class StatusProjector(
    IUnitOfWork unitOfWork,
    IDocumentStore store,
    TimeProvider clock,
    ILogger<StatusProjector> log
)
{
    /// <summary>Documents that are read at one moment when all are made, so that no long reading holds up the disk.</summary>
    private const int PerPortion = 100;

    /// <summary>Takes the file that the run before left in peace. From here on it counts as used.</summary>
    public async Task Open()
    {
        var seal = await unitOfWork.Write(async scope =>
        {
            var row = await scope.Db.Set<StatusSeal>().SingleAsync();
            var left = row.Seal;
            row.Seal = null;
            return left;
        });
        store.Open(seal);
    }

    /// <summary>Lets go of the file, so that the next run knows it again.</summary>
    public async Task Close()
    {
        if (store.Close() is { } seal)
            await unitOfWork.Write(async scope =>
                (await scope.Db.Set<StatusSeal>().SingleAsync()).Seal = seal
            );
    }

    /// <summary>Works off what waits now, and makes all documents where the store is not whole.</summary>
    /// <returns>How many notes were worked off.</returns>
    public async Task<int> CatchUp(CancellationToken stop = default)
    {
        if (!store.IsWhole)
            await MakeAll(stop);
        var notes = await Notes();
        if (notes.Count == 0)
            return 0;
        if (notes.Exists(note => note.Scope is StatusScope.Everything or StatusScope.Afresh))
            await MakeAll(stop);
        else
            notes = await Project(stop);
        var done = notes.ConvertAll(note => note.Seq);
        await unitOfWork.Write(
            scope =>
                scope
                    .Db.Set<StatusChange>()
                    .Where(row => EF.Parameter(done).Contains(row.Seq))
                    .ExecuteDeleteAsync(stop),
            stop
        );
        return done.Count;
    }

    private async Task<List<StatusChange>> Notes()
    {
        await using var db = unitOfWork.OpenForReading();
        return await NotesIn(db);
    }

    private static Task<List<StatusChange>> NotesIn(CuratorBotDb db) =>
        db.Set<StatusChange>().AsNoTracking().OrderBy(row => row.Seq).ToListAsync();

    /// <returns>The notes that it has worked off.</returns>
    private async Task<List<StatusChange>> Project(CancellationToken stop)
    {
        await using var moment = await Moment.Of(unitOfWork, clock);
        var notes = await NotesIn(moment.Db);
        var scopes = notes.ConvertAll(note => note.Scope);
        var making = new DocumentMaking(moment, store, stop);
        await making.Schools([.. StatusScope.Named(StatusScope.SchoolPrefix, scopes)]);
        await making.Municipalities([.. StatusScope.Named(StatusScope.PlacePrefix, scopes)]);
        await making.Regions([.. StatusScope.Named(StatusScope.RegionPrefix, scopes)]);
        return notes;
    }

    private async Task MakeAll(CancellationToken stop)
    {
        store.Begin();
        await using (var db = unitOfWork.OpenForReading())
        {
            var schools = await db.Schools.Select(row => row.Id).ToListAsync(stop);
            var places = await db.Municipalities.Select(row => row.Id).ToListAsync(stop);
            await InPortions(schools, (making, ids) => making.Schools(ids), stop);
            await InPortions(places, (making, ids) => making.Municipalities(ids), stop);
            await InPortions(await DocumentFacts.Regions(db), (making, names) => making.Regions(names), stop);
            store.Complete();
            if (store.IsWhole)
                LogMade(log, schools.Count, places.Count);
        }
    }

    private async Task InPortions(
        IReadOnlyList<string> ids,
        Func<DocumentMaking, IReadOnlyList<string>, Task> make,
        CancellationToken stop
    )
    {
        foreach (var portion in ids.Chunk(PerPortion))
        {
            await using var moment = await Moment.Of(unitOfWork, clock);
            await make(new DocumentMaking(moment, store, stop), portion);
        }
    }

    [LoggerMessage(
        31,
        LogLevel.Information,
        "The status documents were made anew: {Schools} schools, {Municipalities} municipalities"
    )]
    private static partial void LogMade(ILogger log, int schools, int municipalities);
}
