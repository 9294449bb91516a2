using System.Text;
using CuratorBot.Host.Backup;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Tests.Backup;

public sealed class BackupTests : BackupCase
{
    [Fact]
    public async Task All_that_is_kept_comes_back_and_what_only_passes_through_does_not()
    {
        Put("calendar/2027.json", "{}");
        Put("playground/abc", "a picture of the playground");
        Put("demo-clock.txt", "2022-01-18T10:00:00+03:00");
        Put("files/brief/ab/export", "on its way");
        Put("files/arriving/half", "half of it");
        Put("backups/curatorbot-20200101-000000.zip", "an older one");

        await Restore(await MakeBackup());

        var (before, after) = (All(Place.Directory), All(Elsewhere));
        Assert.Equal(
            before.Where(IsKept).OrderBy(one => one.Key),
            after.Where(one => one.Key != "curatorbot.db").OrderBy(one => one.Key)
        );
        Assert.Contains(after.Keys, name => name.StartsWith("files/kept/", StringComparison.Ordinal));
        Assert.Contains("calendar/2027.json", after.Keys);
        foreach (var table in new[] { "event_reports", "event_report_files", "people", "audit", "outbox" })
            Assert.Equal(
                Count(Place.Database, table),
                Count(Path.Combine(Elsewhere, "curatorbot.db"), table)
            );
    }

    private static bool IsKept(KeyValuePair<string, string> file) =>
        !file.Key.StartsWith("files/brief", StringComparison.Ordinal)
        && !file.Key.StartsWith("files/arriving", StringComparison.Ordinal)
        && !file.Key.StartsWith("backups", StringComparison.Ordinal);

    [Fact]
    public async Task Only_the_account_of_the_bot_can_read_a_backup()
    {
        var archive = await MakeBackup();

        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(archive));
        Assert.Equal([".curatorbot-backup.lock", "one.zip"], All(Backups).Keys.Order());
    }

    [Fact]
    public async Task What_was_deleted_is_not_in_a_backup_even_where_an_older_version_left_it_in_the_database()
    {
        const string Canary = "Канарейкина Глафира";
        using (var connection = SqliteFile.Open(Place.Database))
        {
            SqliteFile.Run(connection, "PRAGMA secure_delete = OFF");
            SqliteFile.Run(connection, $"CREATE TABLE old AS SELECT '{Canary}' AS Name");
            SqliteFile.Run(connection, "DROP TABLE old");
            SqliteFile.Run(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
        }
        Assert.True(Holds(File.ReadAllBytes(Place.Database), Canary));

        await Restore(await MakeBackup());

        Assert.False(Holds(File.ReadAllBytes(Path.Combine(Elsewhere, "curatorbot.db")), Canary));
    }

    [Fact]
    public async Task A_kept_file_that_is_gone_or_damaged_is_told_and_all_else_is_kept()
    {
        var kept = await TellWithPhoto();
        await File.WriteAllTextAsync(Path.Combine(Place.Directory, kept), "another picture");

        var made = await Maker.Make(Path.Combine(Backups, "one.zip"));

        Assert.Equal([kept], made.Missing);
        Assert.False(made.IsWhole);
        await Restore(made.Path);
        Assert.False(File.Exists(Path.Combine(Elsewhere, kept)));
    }

    [Fact]
    public async Task A_damaged_database_makes_no_backup_and_leaves_nothing_behind()
    {
        Damage(Place.Database);

        await Assert.ThrowsAsync<DamagedDatabase>(() => MakeBackup());

        Assert.Equal([".curatorbot-backup.lock"], All(Backups).Keys);
    }

    [Fact]
    public async Task What_a_killed_backup_left_is_gone_after_the_next()
    {
        Directory.CreateDirectory(Path.Combine(Backups, ".curatorbot-making"));
        await File.WriteAllTextAsync(Path.Combine(Backups, ".curatorbot-making", "copy.db"), "half a copy");

        await MakeBackup();

        Assert.Equal([".curatorbot-backup.lock", "one.zip"], All(Backups).Keys.Order());
    }

    [Fact]
    public async Task Two_backups_at_once_do_not_meddle_with_one_another_and_none_is_overwritten()
    {
        var archive = await MakeBackup();
        var again = await Assert.ThrowsAsync<BackupFailure>(() => MakeBackup());
        await using var other = new FileStream(
            Path.Combine(Backups, ".curatorbot-backup.lock"),
            FileMode.OpenOrCreate,
            FileAccess.ReadWrite,
            FileShare.None
        );
        var meanwhile = await Assert.ThrowsAsync<BackupFailure>(() => MakeBackup("two.zip"));

        Assert.Contains("is there already", again.Message, StringComparison.Ordinal);
        Assert.Contains("Another backup is being made", meanwhile.Message, StringComparison.Ordinal);
        Assert.True(File.Exists(archive));
    }

    [Fact]
    public async Task While_a_backup_reads_the_database_people_are_answered()
    {
        using var reader = SqliteFile.Open(Place.Database);
        using var copy = new SqliteConnection("Data Source=:memory:");
        await copy.OpenAsync();
        using var reading = reader.BeginTransaction(deferred: true);
        SqliteFile.Ask<long>(reader, "SELECT COUNT(*) FROM people");

        await TellWithPhoto();
        reader.BackupDatabase(copy);

        Assert.Equal(
            1,
            SqliteFile.Ask<long>(copy, "SELECT COUNT(*) FROM event_reports WHERE AuthorId IS NOT NULL")[0]
        );
        Assert.Equal(2, Count(Place.Database, "event_reports WHERE AuthorId IS NOT NULL"));
    }

    [Fact]
    public async Task The_manifest_says_what_is_in_the_archive()
    {
        using var archive = BackupArchive.Open(await MakeBackup());

        var manifest = archive.Manifest;
        Assert.Equal(Count(Place.Database, "people"), manifest.Rows["people"]);
        Assert.Equal(
            await World.Read(db => Task.FromResult(db.Database.GetMigrations().Last())),
            manifest.Schema
        );
        Assert.Equal(Clock.Now, manifest.MadeAt);
        Assert.Contains(
            manifest.Files,
            file => DataParts.IsNamedByHash(file.Path) && file.Size == Photo.Length
        );
    }

    internal static void Damage(string database)
    {
        using (var connection = SqliteFile.Open(database))
            SqliteFile.Run(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
        using var file = File.OpenWrite(database);
        file.Position = 4096 * 10;
        file.Write(Encoding.ASCII.GetBytes(new string('x', 4096 * 20)));
    }

    private static bool Holds(byte[] content, string words) =>
        content.AsSpan().IndexOf(Encoding.UTF8.GetBytes(words)) >= 0;
}
