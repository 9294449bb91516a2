using CuratorBot.Host.CommandLine;

namespace CuratorBot.Host.Database.Sqlite;

/// <summary>Which SQLite may be trusted with a write-ahead log that several connections use.</summary>
internal static class SafeSqlite
{
    /// <summary>Before it, a checkpoint beside a write could damage the database («WAL reset»).</summary>
    public static readonly Version Oldest = new(3, 51, 3);

    /// <exception cref="RefusedException">The library that is linked is older.</exception>
    public static void Require(Version linked)
    {
        if (linked < Oldest)
            throw new RefusedException(
                ExitCodes.BadSettings,
                $"SQLite {linked} is linked, and before {Oldest} it can damage the database. Publish the bot anew."
            );
    }
}
