using Microsoft.Data.Sqlite;

namespace CuratorBot.Host.Configuration;

/// <summary>Where the data lie.</summary>
internal static class StorageRules
{
    public const string DemoDirectory = "data/demo";

    public static void Judge(StorageOptions storage, SettingReader reader)
    {
        reader.Demand(
            storage.Provider.Equals("sqlite", StringComparison.OrdinalIgnoreCase),
            "Storage:Provider must be sqlite; it is the only one so far."
        );
        reader.Demand(
            storage.DataDirectory is null || !string.IsNullOrWhiteSpace(storage.DataDirectory),
            "Storage:DataDirectory is empty: name a directory, or leave the setting out."
        );
        reader.Demand(
            storage.ConnectionString is not { } text || IsConnectionString(text),
            "Storage:ConnectionString is none of SQLite; Data Source=FILE is expected."
        );
    }

    /// <summary>The directory, absolute, and the way to the database; any, where those that are set are refused.</summary>
    /// <param name="mayPlay">Nothing says that the data are of a real bot.</param>
    public static (string Directory, string Connection) Places(StorageOptions storage, bool mayPlay)
    {
        var set = string.IsNullOrWhiteSpace(storage.DataDirectory) ? null : storage.DataDirectory;
        var directory = Path.GetFullPath(set ?? (mayPlay ? DemoDirectory : "data"));
        var connection =
            storage.ConnectionString is { } text && IsConnectionString(text)
                ? text
                : $"Data Source={Path.Combine(directory, "curatorbot.db")}";
        return (directory, connection);
    }

    private static bool IsConnectionString(string text)
    {
        try
        {
            return new SqliteConnectionStringBuilder(text).DataSource.Length > 0;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
