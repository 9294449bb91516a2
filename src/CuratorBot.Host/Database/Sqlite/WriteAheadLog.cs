using CuratorBot.Condition;
using CuratorBot.Data;
using Microsoft.Data.Sqlite;

namespace CuratorBot.Host.Database.Sqlite;

/// <summary>
/// Keeps the write-ahead log short. It grows while somebody reads from it, and would keep that size; so the one
/// writer, and nobody else, moves it into the database and cuts it off once it is long, or once it holds pages of
/// a person who was forgotten. A reader that stays makes that impossible: it is tried again, never waited for
/// long, and told when it goes on too long.
/// </summary>
internal sealed class WriteAheadLog(string file, RealTime realTime, Troubles troubles)
{
    public const string Part = $"{Parts.Database}:log";

    /// <summary>What the log may keep of the disk when there is nothing in it.</summary>
    public const long Usual = 16 << 20;
    private const long TooLong = 256 << 20;
    private static readonly TimeSpan BetweenTries = TimeSpan.FromSeconds(5);

    private bool _holdsTraces;
    private bool _isToldOf;
    private TimeSpan _nextTry;

    public void NoteTraces() => (_holdsTraces, _nextTry) = (true, TimeSpan.Zero);

    /// <summary>Called after each commit.</summary>
    public void Tend(SqliteConnection connection)
    {
        if ((_holdsTraces || Length > Usual) && realTime.Elapsed >= _nextTry)
            Empty(connection);
        Tell(Length);
    }

    private void Empty(SqliteConnection connection)
    {
        if (IsEmptiedBy(connection))
            _holdsTraces = false;
        else
            _nextTry = realTime.Elapsed + BetweenTries;
    }

    private long Length => new FileInfo($"{file}-wal") is { Exists: true } log ? log.Length : 0;

    /// <summary>Fails without harm while somebody reads: what was committed stays committed.</summary>
    private static bool IsEmptiedBy(SqliteConnection connection)
    {
        try
        {
            Run(connection, "PRAGMA busy_timeout = 500");
            using var checkpoint = connection.CreateCommand();
            checkpoint.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
            using (var row = checkpoint.ExecuteReader())
            {
                if (!row.Read() || row.GetInt32(0) != 0)
                    return false;
            }
            return true;
        }
        catch (SqliteException)
        {
            return false; // a full disk, for one; whoever writes next says so
        }
        finally
        {
            Run(connection, SqliteConnections.Patience);
        }
    }

    /// <summary>Setting how long to wait reads and writes nothing, and so cannot fail.</summary>
    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private void Tell(long length)
    {
        if (length > TooLong)
            troubles.Raise(
                Part,
                Severity.NeedsPerson,
                $"The write-ahead log has {length >> 20} MB and cannot be cut off, because somebody has been reading "
                    + "the database for long. End programs that have curatorbot.db open, or restart the bot."
            );
        else if (_isToldOf)
            troubles.End(Part);
        _isToldOf = length > TooLong;
    }
}
