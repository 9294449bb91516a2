using CuratorBot.Data;
using CuratorBot.Host.CommandLine;
using CuratorBot.Host.Configuration;
using CuratorBot.Host.Database;
using CuratorBot.Host.Database.Sqlite;
using CuratorBot.Host.Tests.Support;
using CuratorBot.Messaging;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;

namespace CuratorBot.Host.Tests.Database;

public sealed class DatabaseCareTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("curatorbot-care-").FullName;

    private string Database => Path.Combine(_folder, "curatorbot.db");

    [Fact]
    public async Task A_first_start_makes_the_tables_of_the_model_and_leaves_nothing_beside_them()
    {
        var other = Path.Combine(_folder, "other.db");
        await OldDatabase.Make(other, version: null);

        Assert.False(Care().IsUpToDate());
        Care().BringUpToDate();

        Assert.True(Care().IsUpToDate());
        Assert.Equal(OldDatabase.Schema(other), OldDatabase.Schema(Database));
        Assert.DoesNotContain(Directory.EnumerateFiles(_folder), file => file.Contains(".db.new"));
    }

    [Fact]
    public async Task An_upgrade_that_dies_at_any_step_leaves_the_database_as_it_was()
    {
        await OldDatabase.Make(Database);
        OldDatabase.Run(Database, "INSERT INTO people (Id, Name, FirstSeenAt) VALUES (1, 'Варвара', 5)");
        var before = OldDatabase.Schema(Database);
        var steps = 0;
        for (var dies = true; dies; )
        {
            var (passed, last) = (0, ++steps);
            var points = new FailPoints(_ =>
            {
                if (++passed == last)
                    throw new InvalidOperationException("dies");
            });
            dies = Record.Exception(Care(points).BringUpToDate) is InvalidOperationException;
            if (dies)
                Assert.Equal(before, OldDatabase.Schema(Database));
        }

        Assert.True(steps > 20, $"{steps}");
        Assert.True(Care().IsUpToDate());
        Assert.Equal(1, new StoredData(Database).Count("people"));
        var made = Path.Combine(_folder, "other.db");
        await OldDatabase.Make(made, version: null);
        Assert.Equal(OldDatabase.Schema(made), OldDatabase.Schema(Database));
    }

    [Fact]
    public async Task A_lock_that_the_dead_left_in_the_database_holds_up_nobody()
    {
        await OldDatabase.Make(Database, version: null);
        OldDatabase.Run(
            Database,
            "INSERT INTO __EFMigrationsLock (Id, Timestamp) VALUES (1, '2026-01-01 00:00:00')"
        );

        Assert.False(Care().IsUpToDate());
        Care().BringUpToDate();

        Assert.True(Care().IsUpToDate());
        Assert.Equal(0, new StoredData(Database).Count("sqlite_master WHERE name = '__EFMigrationsLock'"));
    }

    public static TheoryData<string> Damages => new(Damage.Keys);

    [Theory]
    [MemberData(nameof(Damages))]
    public void What_is_no_whole_database_of_the_bot_is_refused_and_stays_as_it_is(string damage)
    {
        Care().BringUpToDate();
        Damage[damage](Database);
        var before = Content();

        var refusal = Assert.Throws<RefusedException>(Start);
        Assert.Throws<RefusedException>(Care().BringUpToDate);

        Assert.Equal(ExitCodes.BadData, refusal.ExitCode);
        Assert.Contains("restore", refusal.Message);
        Assert.DoesNotContain('\n', refusal.Message);
        Assert.Equal(before, Content());
    }

    [Fact]
    public async Task A_page_that_was_lost_is_found_whichever_it_is()
    {
        Care().BringUpToDate();
        OldDatabase.Run(Database, "VACUUM");
        var whole = await File.ReadAllBytesAsync(Database);
        var page = (int)(long)new StoredData(Database).Ask("PRAGMA page_size").Single()[0]!;

        for (var at = 0; at < whole.Length; at += page)
        {
            var damaged = whole.ToArray();
            damaged.AsSpan(at, page).Clear();
            await File.WriteAllBytesAsync(Database, damaged);
            var refusal = Record.Exception(Start);
            Assert.True(refusal is RefusedException, $"page at {at} of {whole.Length}: {refusal}");
        }
    }

    [Fact]
    public void A_check_whose_time_is_over_is_given_up()
    {
        Care().BringUpToDate();
        using var connection = new SqliteConnection($"Data Source={Database};Pooling=False");
        connection.Open();
        var hasty = new RealTime(new HoursPass());

        Assert.Null(QuickCheck.Look(connection, hasty, QuickCheck.MostTime));
        Assert.Equal(
            "ok",
            QuickCheck.Look(connection, new RealTime(TimeProvider.System), QuickCheck.MostTime)
        );
    }

    [Fact]
    public void A_library_that_can_damage_the_log_is_refused()
    {
        SafeSqlite.Require(SqliteConnections.Version());
        Assert.Throws<RefusedException>(() => SafeSqlite.Require(new Version(3, 50, 4)));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>What was done to the database.</summary>
    private static Dictionary<string, Action<string>> Damage { get; } =
        new()
        {
            ["emptied"] = file => File.WriteAllBytes(file, []),
            ["garbage"] = file => File.WriteAllText(file, new string('x', 8192)),
            ["cut off"] = file =>
            {
                using var open = File.OpenWrite(file);
                open.SetLength(open.Length / 2 + 100);
            },
            ["cut off after its beginning"] = file =>
            {
                using var open = File.OpenWrite(file);
                open.SetLength(50);
            },
            ["gone, but not its log"] = file => File.Move(file, $"{file}-wal"),
            ["another's"] = file =>
            {
                File.Delete(file);
                OldDatabase.Run(file, "CREATE TABLE songs (Id INTEGER)");
            },
            ["of a newer version"] = file =>
                OldDatabase.Run(
                    file,
                    "INSERT INTO __EFMigrationsHistory VALUES ('99990101000000_Later', '99.0')"
                ),
        };

    private void Start()
    {
        Care().Check();
        Care().IsUpToDate();
    }

    private DatabaseCare Care(FailPoints? failPoints = null) =>
        new(
            HostSettings.Read(
                new ConfigurationBuilder()
                    .AddInMemoryCollection(
                        new Dictionary<string, string?> { ["Storage:DataDirectory"] = _folder }
                    )
                    .Build()
            ),
            new RealTime(TimeProvider.System),
            failPoints ?? new FailPoints(),
            NullLogger<DatabaseCare>.Instance
        );

    private Dictionary<string, string> Content() =>
        Directory
            .EnumerateFiles(_folder)
            .Where(file => !file.EndsWith("-shm", StringComparison.Ordinal) && new FileInfo(file).Length > 0)
            .ToDictionary(file => file, file => Convert.ToHexString(File.ReadAllBytes(file)));

    /// <summary>From one look at the clock to the next an hour passes.</summary>
    private sealed class HoursPass : TimeProvider
    {
        private long _looks;

        public override long GetTimestamp() => ++_looks * 3600 * TimestampFrequency;
    }
}
