using System.Security.Cryptography;
using CuratorBot.Data;
using CuratorBot.Events;
using CuratorBot.Host.Backup;
using CuratorBot.Messaging;
using CuratorBot.Privacy;
using CuratorBot.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CuratorBot.Tests.Backup;

/// <summary>A bot with data of every kind, a folder for its backups, and another machine to restore them on.</summary>
public abstract class BackupCase : IAsyncLifetime
{
    protected static readonly byte[] Photo = SampleFiles.Jpeg("school");

    private string _folder = "";

    protected World World { get; private set; } = null!;
    protected SetClock Clock { get; } = new(new DateTimeOffset(2026, 11, 29, 3, 0, 0, TimeSpan.Zero));
    private protected DataPlace Place { get; private set; } = null!;

    protected string Backups => Path.Combine(_folder, "backups");
    protected string Elsewhere => Path.Combine(_folder, "elsewhere");
    private protected RealTime Time => new(Clock);
    private protected BackupMaker Maker => new(Place, Time);

    public async Task InitializeAsync()
    {
        _folder = Directory.CreateTempSubdirectory("curatorbot-backup-").FullName;
        World = await World.Open();
        Place = new DataPlace(World.DataDirectory, World.DatabaseFile, "1");
        await TellWithPhoto();
    }

    public async Task DisposeAsync()
    {
        await World.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    protected async Task<string> MakeBackup(string name = "one.zip")
    {
        var archive = Path.Combine(Backups, name);
        await Maker.Make(archive);
        return archive;
    }

    /// <param name="directory">By default a machine on which nothing is.</param>
    private protected Task<Restored> Restore(string archive, string? directory = null)
    {
        var place = new DataPlace(
            directory ?? Elsewhere,
            Path.Combine(directory ?? Elsewhere, "curatorbot.db"),
            "1"
        );
        var forgetting = World.Services.GetRequiredService<Forgetting>();
        return new Host.Backup.Restore(place, forgetting, new FailPoints(), Time, World.Clock).From(archive);
    }

    protected async Task<string> TellWithPhoto()
    {
        var phone = new Phone(World, 1001);
        await phone.Says("/report");
        await phone.SendsPhoto(content: Photo);
        await phone.Presses("Посещение школы");
        await phone.Presses("СОШ №3");
        await phone.Presses("Сегодня");
        await phone.Says("12");
        await phone.Presses("✅ Отправить");
        return await World.Read(db =>
            db.Set<EventReportFile>()
                .OrderByDescending(file => file.Id)
                .Select(file => file.StoredAs!)
                .FirstAsync()
        );
    }

    protected void Put(string name, string content)
    {
        var path = Path.Combine(Place.Directory, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
    }

    /// <summary>Every file below a directory with the hash of its content.</summary>
    protected static Dictionary<string, string> All(string directory) =>
        Directory.Exists(directory)
            ? Directory
                .EnumerateFiles(directory, "*", SearchOption.AllDirectories)
                .ToDictionary(
                    path => Path.GetRelativePath(directory, path).Replace('\\', '/'),
                    path => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(path)))
                )
            : [];

    protected static long Count(string database, string table)
    {
        using var connection = new SqliteConnection($"Data Source={database};Pooling=False");
        connection.Open();
        return SqliteFile.Ask<long>(connection, $"SELECT COUNT(*) FROM {table}").Single();
    }
}
