using CuratorBot.Data;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Events;

/// <summary>All kinds of events in the order of the menu; kept beside the revision they were read at.</summary>
public sealed class EventTypes
{
    private volatile Kept? _kept;

    /// <param name="db">Read when what is kept is older than <paramref name="revision"/>.</param>
    /// <param name="revision">Number of the <see cref="Revision"/> that the caller works with.</param>
    public async ValueTask<IReadOnlyList<EventType>> For(CuratorBotDb db, long revision)
    {
        if (_kept is { } kept && kept.Revision >= revision)
            return kept.Types;
        var types = await db.EventTypes.AsNoTracking().OrderBy(type => type.Order).ToListAsync();
        _kept = new Kept(revision, types);
        return types;
    }

    /// <summary>Those that can be held.</summary>
    public async ValueTask<IReadOnlyList<EventType>> OfEvents(CuratorBotDb db, long revision) =>
        [.. (await For(db, revision)).Where(type => type.Id != EventType.Nothing)];

    private sealed record Kept(long Revision, IReadOnlyList<EventType> Types);
}
