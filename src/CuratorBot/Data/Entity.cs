namespace CuratorBot.Data;

/// <summary>A row whose id comes from <see cref="IdGenerator"/>: unique over all tables, growing with time.</summary>
public abstract class Entity
{
    public long Id { get; init; }
}

/// <summary>
/// Marks a row that is part of the way of a message (session, inbox, outbox, reminder) and no fact of the
/// work. Saving such rows leaves the <see cref="Revision"/> alone, so what was read of the facts stays valid.
/// </summary>
public interface INotAFact;
