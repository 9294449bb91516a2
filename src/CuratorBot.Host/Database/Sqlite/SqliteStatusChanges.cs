using CuratorBot.Status.Documents;

namespace CuratorBot.Host.Database.Sqlite;

/// <summary>Looks for notes of changes with a statement that is prepared once for each connection.</summary>
internal sealed class SqliteStatusChanges(SqliteConnections connections) : IStatusChanges
{
    public bool Wait(string scope)
    {
        var reader = connections.Borrow();
        try
        {
            return reader.StatusWaits(scope);
        }
        finally
        {
            connections.GiveBack(reader);
        }
    }
}
