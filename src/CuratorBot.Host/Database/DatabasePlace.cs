using CuratorBot.Host.CommandLine;
using Microsoft.Data.Sqlite;

namespace CuratorBot.Host.Database;

/// <summary>Where the file of the database lies, symbolic links followed.</summary>
public sealed record DatabasePlace(string Path)
{
    public string Directory => System.IO.Path.GetDirectoryName(Path)!;

    /// <exception cref="RefusedException">It would lie in no file.</exception>
    public static DatabasePlace Of(string connectionString)
    {
        var settings = new SqliteConnectionStringBuilder(connectionString);
        if (settings.Mode == SqliteOpenMode.Memory || settings.DataSource is "" or ":memory:")
            throw new RefusedException(
                ExitCodes.BadSettings,
                "Storage:ConnectionString must name a file: what lies in memory is lost."
            );
        var path = System.IO.Path.GetFullPath(settings.DataSource);
        var isLink = new FileInfo(path).LinkTarget is not null;
        return new DatabasePlace(
            isLink ? File.ResolveLinkTarget(path, returnFinalTarget: true)!.FullName : path
        );
    }
}
