using System.Globalization;
using Microsoft.Data.Sqlite;

namespace CuratorBot.Host.Database.Sqlite;

/// <summary>Single statements outside of the message path.</summary>
internal static class PlainSql
{
    public static void Run(
        this SqliteConnection connection,
        string sql,
        SqliteTransaction? transaction = null
    )
    {
        using var command = connection.CreateCommand();
        (command.CommandText, command.Transaction) = (sql, transaction);
        command.ExecuteNonQuery();
    }

    public static long Number(this SqliteConnection connection, string sql) =>
        Convert.ToInt64(connection.Value(sql), CultureInfo.InvariantCulture);

    /// <summary>The first value of the first row.</summary>
    public static object? Value(this SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
