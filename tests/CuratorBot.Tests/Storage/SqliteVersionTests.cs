using Microsoft.Data.Sqlite;

namespace CuratorBot.Tests.Storage;

public sealed class SqliteVersionTests
{
    /// <summary>The one that the deaths and the full disks were tried with; a package may bring another unnoticed.</summary>
    private static readonly Version Oldest = new(3, 53, 4);

    [Fact]
    public void The_database_is_no_older_than_the_one_that_was_tried()
    {
        using var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT sqlite_version()";

        Assert.InRange(Version.Parse((string)command.ExecuteScalar()!), Oldest, new Version(4, 0));
    }
}
