using CuratorBot.Data;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace CuratorBot.Host.Database.Sqlite;

/// <summary>
/// SQLite's own look at every page of the trees: it finds pages that are torn, lost, swapped or cut off, but not a
/// value that was changed within its cell, nor an index that has come to differ from its table.
/// </summary>
internal static class QuickCheck
{
    /// <summary>
    /// A start must not take minutes: a database too large to be read in this time starts unchecked, and says so.
    /// </summary>
    public static readonly TimeSpan MostTime = TimeSpan.FromSeconds(30);

    private const int Interrupted = 9;
    private const int StepsBetweenLooksAtTheClock = 100;

    /// <returns>What is wrong first; «ok»; null when there was not enough time.</returns>
    /// <exception cref="SqliteException">It is so damaged that the look itself fails.</exception>
    public static string? Look(SqliteConnection connection, RealTime time, TimeSpan most)
    {
        var until = time.Elapsed + most;
        raw.sqlite3_progress_handler(
            connection.Handle!,
            StepsBetweenLooksAtTheClock,
            _ => time.Elapsed > until ? 1 : 0,
            null
        );
        try
        {
            return (string?)connection.Value("PRAGMA quick_check(1)");
        }
        catch (SqliteException error) when (error.SqliteErrorCode == Interrupted)
        {
            return null;
        }
        finally
        {
            raw.sqlite3_progress_handler(connection.Handle!, 0, null, null);
        }
    }
}
