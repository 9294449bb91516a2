using CuratorBot.Host.Configuration;
using Microsoft.Data.Sqlite;

namespace CuratorBot.Host.Backup;

/// <summary>Where the data lie, and which version works with them.</summary>
/// <param name="Directory">The data directory, absolute.</param>
/// <param name="Database">The file of the database, absolute; usually in the data directory.</param>
public sealed record DataPlace(string Directory, string Database, string Version)
{
    public static DataPlace Of(HostSettings settings) =>
        new(
            settings.DataDirectory,
            Path.GetFullPath(new SqliteConnectionStringBuilder(settings.ConnectionString).DataSource),
            ProductVersion.Text
        );
}
