using CuratorBot.Condition;
using CuratorBot.Data;
using CuratorBot.Host.Backup;
using Microsoft.Extensions.Logging.Abstractions;

namespace CuratorBot.Tests.Backup;

public sealed class BackupKeeperTests : BackupCase
{
    private readonly Troubles _troubles = new(new RealTime(TimeProvider.System));
    private BackupKeeper? _keeper;

    private BackupKeeper Keeper =>
        _keeper ??= new BackupKeeper(
            new BackupPlan(Backups, Keep: 3, At: 3),
            Maker,
            new BackupShelf(Backups),
            Place,
            _troubles,
            Time,
            NullLogger<BackupKeeper>.Instance
        );

    private IEnumerable<string> Made =>
        All(Backups).Keys.Where(name => name.EndsWith(".zip", StringComparison.Ordinal)).Order();

    [Fact]
    public async Task One_is_made_a_day_and_the_newest_stay()
    {
        for (var look = 0; look < 5 * 24; look++)
        {
            await Keeper.Look(CancellationToken.None);
            Clock.Now += TimeSpan.FromHours(1);
        }

        // From 3:00 in Moscow on; the first at once, because there was none.
        Assert.Equal(
            [
                "curatorbot-20261202-000000.zip",
                "curatorbot-20261203-000000.zip",
                "curatorbot-20261204-000000.zip",
            ],
            Made
        );
        Assert.Empty(_troubles.Now);
    }

    [Fact]
    public async Task A_clock_that_was_set_wrong_for_a_while_neither_stops_the_backups_nor_costs_one()
    {
        await Keeper.Look(CancellationToken.None);
        Clock.Now += TimeSpan.FromDays(20);
        await Keeper.Look(CancellationToken.None);
        Clock.Now -= TimeSpan.FromDays(19);
        await Keeper.Look(CancellationToken.None);
        await Keeper.Look(CancellationToken.None);

        Assert.Equal(
            [
                "curatorbot-20261129-030000.zip",
                "curatorbot-20261130-030000.zip",
                "curatorbot-20261219-030000.zip",
            ],
            Made
        );
    }

    [Fact]
    public async Task None_stays_beyond_the_term_and_the_newest_always()
    {
        await Keeper.Look(CancellationToken.None);
        Clock.Now += TimeSpan.FromHours(24);
        await Keeper.Look(CancellationToken.None);
        Directory.CreateDirectory(Path.Combine(Place.Directory, "before-restore-20261129-000000"));
        File.Delete(Place.Database);

        Clock.Now += BackupPlan.LongestKept + TimeSpan.FromHours(1);
        await Keeper.Look(CancellationToken.None);

        Assert.Equal(["curatorbot-20261130-030000.zip"], Made);
        Assert.False(Directory.Exists(Path.Combine(Place.Directory, "before-restore-20261129-000000")));
    }

    [Fact]
    public async Task A_backup_that_does_not_come_about_is_the_operators_business_after_two_days()
    {
        await Keeper.Look(CancellationToken.None);
        File.Move(Place.Database, $"{Place.Database}.away");
        Clock.Now += TimeSpan.FromHours(24);
        await Keeper.Look(CancellationToken.None);
        var first = Assert.Single(_troubles.Now);
        Clock.Now += TimeSpan.FromHours(24);
        await Keeper.Look(CancellationToken.None);
        var second = Assert.Single(_troubles.Now);
        File.Move($"{Place.Database}.away", Place.Database);
        Clock.Now += TimeSpan.FromHours(2);
        await Keeper.Look(CancellationToken.None);

        Assert.Equal((Parts.Backup, Severity.Passing), (first.Part, first.Severity));
        Assert.Equal((Parts.Backup, Severity.NeedsPerson), (second.Part, second.Severity));
        Assert.Empty(_troubles.Now);
    }

    [Fact]
    public async Task Damage_is_found_and_costs_no_good_backup()
    {
        for (var day = 0; day < 3; day++, Clock.Now += TimeSpan.FromHours(24))
            await Keeper.Look(CancellationToken.None);
        var good = Made.ToList();
        BackupTests.Damage(Place.Database);

        await Keeper.Look(CancellationToken.None);

        Assert.Equal(3, good.Count);
        Assert.Equal(good, Made);
        var damage = Assert.Single(_troubles.Now, trouble => trouble.Part == Parts.Database);
        Assert.Equal(Severity.NeedsPerson, damage.Severity);
        Assert.Contains(good[^1], damage.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_a_kept_file_is_missing_no_older_backup_goes()
    {
        for (var day = 0; day < 3; day++, Clock.Now += TimeSpan.FromHours(24))
            await Keeper.Look(CancellationToken.None);
        File.Delete(Path.Combine(Place.Directory, await TellWithPhoto()));

        await Keeper.Look(CancellationToken.None);

        Assert.Equal(4, Made.Count());
        Assert.Contains("missing or damaged", Assert.Single(_troubles.Now).Reason, StringComparison.Ordinal);
    }
}
