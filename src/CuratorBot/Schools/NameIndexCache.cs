using CuratorBot.Data;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Schools;

/// <summary>Keeps the index beside the revision of the facts that it was built from.</summary>
public sealed class NameIndexCache : IDisposable
{
    private readonly SemaphoreSlim _building = new(1, 1);
    private volatile Built? _built;

    /// <param name="db">Read when the index is older than <paramref name="revision"/>, otherwise left alone.</param>
    /// <param name="revision">Number of the <see cref="Revision"/> that the caller works with.</param>
    public ValueTask<NameIndex> For(CuratorBotDb db, long revision) =>
        _built is { } built && built.Revision >= revision ? new(built.Index) : new(Build(db, revision));

    public void Dispose() => _building.Dispose();

    private async Task<NameIndex> Build(CuratorBotDb db, long revision)
    {
        await _building.WaitAsync();
        try
        {
            if (_built is { } built && built.Revision >= revision)
                return built.Index;
            var municipalities = await db.Municipalities.AsNoTracking().OrderBy(row => row.Id).ToListAsync();
            var schools = await db.Schools.AsNoTracking().OrderBy(row => row.Id).ToListAsync();
            var index = new NameIndex(municipalities, schools);
            _built = new(revision, index);
            return index;
        }
        finally
        {
            _building.Release();
        }
    }

    private sealed record Built(long Revision, NameIndex Index);
}
