using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using CuratorBot.Host.Backup;
using CuratorBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Tests.Backup;

public sealed class RestoreTests : BackupCase
{
    public static TheoryData<string> BadArchives =>
        [
            "no archive",
            "truncated",
            "one byte changed",
            "a file more",
            "a file less",
            "leads outside",
            "leads outside by its root",
            "a bomb",
            "a manifest as large as a disk",
            "no manifest",
            "half a manifest",
            "an empty place in the manifest",
            "of a newer format",
            "of a newer schema",
            "another audit",
        ];

    [Theory]
    [MemberData(nameof(BadArchives))]
    public async Task A_bad_archive_changes_nothing(string what)
    {
        var good = await MakeBackup();
        await Restore(good);
        var before = All(Elsewhere);
        var bad = Path.Combine(Backups, "bad.zip");
        File.Copy(good, bad);
        Spoil(bad, what);

        await Assert.ThrowsAsync<BackupFailure>(() => Restore(bad));

        Assert.Equal(before, All(Elsewhere));
        Assert.False(File.Exists(Path.Combine(Backups, "outside")));
    }

    [Fact]
    public async Task What_was_there_is_moved_aside_as_it_was()
    {
        var archive = await MakeBackup();
        await Restore(archive);
        await File.WriteAllTextAsync(Path.Combine(Elsewhere, "demo-clock.txt"), "later");
        await File.WriteAllTextAsync(Path.Combine(Elsewhere, "files", "stray"), "of the old ones");
        var before = All(Elsewhere);

        var restored = await Restore(archive);

        Assert.Equal(Path.Combine(Elsewhere, "before-restore-20261129-030000"), restored.Aside);
        Assert.Equal(before, All(restored.Aside!));
        Assert.DoesNotContain("demo-clock.txt", All(Elsewhere).Keys);
        Assert.DoesNotContain("files/stray", All(Elsewhere).Keys);
    }

    [Fact]
    public async Task Who_was_forgotten_since_is_forgotten_again()
    {
        await Restore(await MakeBackup("before.zip"));
        var curator = await World.Read(db =>
            db.ChannelAccounts.Where(row => row.AccountId == 1001).Select(row => row.PersonId).SingleAsync()
        );
        var phone = new Phone(World, 1001);
        await phone.Says("/mydata");
        await phone.Presses("Удалить всё");
        await phone.Presses("Да, удалить навсегда");
        Clock.Now += TimeSpan.FromMinutes(1);
        await Restore(await MakeBackup("after.zip"));
        Clock.Now += TimeSpan.FromMinutes(1);

        var restored = await Restore(Path.Combine(Backups, "before.zip"));

        Assert.Equal([curator], restored.Forgotten);
        Assert.True(restored.KnowsForgotten);
        Assert.Equal(
            1,
            Count(
                Path.Combine(Elsewhere, "curatorbot.db"),
                $"people WHERE Id = {curator} AND ForgetAt IS NOT NULL"
            )
        );
    }

    [Fact]
    public async Task Where_the_database_is_lost_the_operator_is_told_that_nobody_knows_who_was_forgotten()
    {
        var archive = await MakeBackup();

        Assert.False((await Restore(archive)).KnowsForgotten);
        await File.WriteAllTextAsync(Path.Combine(Elsewhere, "curatorbot.db"), "no database any more");
        Clock.Now += TimeSpan.FromMinutes(1);
        Assert.False((await Restore(archive)).KnowsForgotten);
    }

    private static void Spoil(string archive, string what)
    {
        switch (what)
        {
            case "no archive":
                File.WriteAllText(archive, "a letter");
                return;
            case "truncated":
                using (var file = File.OpenWrite(archive))
                    file.SetLength(file.Length * 2 / 3);
                return;
        }
        using var zip = ZipFile.Open(archive, ZipArchiveMode.Update);
        switch (what)
        {
            case "one byte changed":
                var photo = zip.Entries.First(entry => DataParts.IsNamedByHash(entry.FullName));
                var content = Content(photo);
                content[^5] ^= 1;
                Write(zip, photo.FullName, content);
                break;
            case "a file more":
                Write(zip, "calendar/2030.json", [1]);
                break;
            case "a file less":
                zip.Entries.First(entry => DataParts.IsNamedByHash(entry.FullName)).Delete();
                break;
            case "leads outside":
                AddBoth(zip, "calendar/../../outside");
                break;
            case "leads outside by its root":
                AddBoth(zip, "/tmp/curatorbot-outside");
                break;
            case "a bomb":
                Write(
                    zip,
                    "curatorbot.db",
                    [.. Content(zip.GetEntry("curatorbot.db")!), .. new byte[50_000_000]]
                );
                break;
            case "a manifest as large as a disk":
                Write(zip, BackupManifest.Name, new byte[100_000_000]);
                break;
            case "no manifest":
                zip.GetEntry(BackupManifest.Name)!.Delete();
                break;
            case "half a manifest":
                Write(zip, BackupManifest.Name, Content(zip.GetEntry(BackupManifest.Name)!)[..100]);
                break;
            case "an empty place in the manifest":
                Change(zip, manifest => manifest["files"]!.AsArray().Add(null));
                break;
            case "of a newer format":
                Change(zip, manifest => manifest["format"] = BackupManifest.Current + 1);
                break;
            case "of a newer schema":
                RewriteDatabase(
                    zip,
                    "INSERT INTO __EFMigrationsHistory VALUES ('29991231000000_Later', '99')"
                );
                break;
            case "another audit":
                Change(zip, manifest => manifest["audit"] = "1:abc");
                break;
            default:
                throw new ArgumentException("There is no such change.", nameof(what));
        }
    }

    /// <summary>Into the archive and into what it says of itself, so that both agree.</summary>
    private static void AddBoth(ZipArchive zip, string name)
    {
        Write(zip, name, [1]);
        Declare(zip, name, [1]);
    }

    private static void RewriteDatabase(ZipArchive zip, string sql)
    {
        var file = Path.GetTempFileName();
        File.WriteAllBytes(file, Content(zip.GetEntry(DataParts.Database)!));
        using (var connection = SqliteFile.Open(file))
            SqliteFile.Run(connection, sql);
        Write(zip, DataParts.Database, File.ReadAllBytes(file));
        Declare(zip, DataParts.Database, File.ReadAllBytes(file));
        File.Delete(file);
    }

    private static void Declare(ZipArchive zip, string name, byte[] content) =>
        Change(
            zip,
            manifest =>
            {
                var files = manifest["files"]!.AsArray();
                if (files.FirstOrDefault(one => (string?)one!["path"] == name) is { } known)
                    files.Remove(known);
                files.Add(
                    new JsonObject
                    {
                        ["path"] = name,
                        ["size"] = content.Length,
                        ["sha256"] = Convert.ToHexStringLower(
                            System.Security.Cryptography.SHA256.HashData(content)
                        ),
                    }
                );
            }
        );

    private static void Change(ZipArchive zip, Action<JsonObject> change)
    {
        var manifest = JsonNode.Parse(Content(zip.GetEntry(BackupManifest.Name)!))!.AsObject();
        change(manifest);
        Write(zip, BackupManifest.Name, Encoding.UTF8.GetBytes(manifest.ToJsonString()));
    }

    private static byte[] Content(ZipArchiveEntry entry)
    {
        using var source = entry.Open();
        var content = new MemoryStream();
        source.CopyTo(content);
        return content.ToArray();
    }

    private static void Write(ZipArchive zip, string name, byte[] content)
    {
        zip.GetEntry(name)?.Delete();
        using var entry = zip.CreateEntry(name).Open();
        entry.Write(content);
    }
}
