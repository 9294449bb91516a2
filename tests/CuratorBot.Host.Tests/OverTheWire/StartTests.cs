using System.Runtime.Versioning;
using CuratorBot.Host.CommandLine;
using CuratorBot.Host.Tests.Support;
using CuratorBot.Messaging;

namespace CuratorBot.Host.Tests.OverTheWire;

/// <summary>A start finishes, or ends with one line that says what is wrong; never does it hang or begin anew.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class StartTests
{
    private const UnixFileMode File600 = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode Directory700 = File600 | UnixFileMode.UserExecute;

    [Fact]
    public async Task A_bot_that_is_killed_at_each_step_of_an_upgrade_starts_afterwards()
    {
        await using var stage = await Stage.Open();
        await OldDatabase.Make(Path.Combine(stage.Folder, "curatorbot.db"));
        var kills = 0;
        while (await UpgradeUntil(stage, kills + 1) is not ExitCodes.Ok)
            kills++;

        await stage.Start();

        Assert.True(kills >= 20, $"{kills}");
    }

    [Fact]
    public async Task A_very_first_start_that_is_killed_is_begun_anew()
    {
        await using var stage = await Stage.Open();
        await using (var killed = stage.Launch(FailPoints.Created))
            Assert.NotEqual(ExitCodes.Ok, await killed.WaitForExit());
        Assert.False(File.Exists(Path.Combine(stage.Folder, "curatorbot.db")));

        await stage.Start();
    }

    [Fact]
    public async Task An_empty_file_is_refused_with_one_line()
    {
        await using var stage = await Stage.Open();
        await File.WriteAllBytesAsync(Path.Combine(stage.Folder, "curatorbot.db"), []);

        await using var host = stage.LaunchAnother();

        Assert.Equal(ExitCodes.BadData, await host.WaitForExit());
        Assert.Contains("curatorbot.db is empty (0 bytes). Nothing was changed. Restore", host.Output);
        Assert.Single(host.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task Looking_at_an_audit_that_is_not_there_makes_no_database()
    {
        await using var stage = await Stage.Open();
        await using (var verify = stage.LaunchAnother(arguments: "verify-audit"))
            await verify.WaitForExit();

        Assert.Empty(Directory.EnumerateFiles(stage.Folder, "curatorbot.db*"));
    }

    [Theory]
    [InlineData("TZDIR", "/nowhere", "tzdata")]
    [InlineData("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT", "1", "libicu")]
    public async Task A_machine_without_time_zones_or_Russian_is_refused(
        string variable,
        string value,
        string package
    )
    {
        await using var stage = await Stage.Open();
        await using var host = stage.LaunchAnother(new() { [variable] = value });
        await using var command = stage.LaunchAnother(new() { [variable] = value }, null, "list-people");

        Assert.Equal(ExitCodes.BadSettings, await host.WaitForExit());
        Assert.Contains(package, host.Output);
        Assert.Equal(ExitCodes.BadSettings, await command.WaitForExit());
    }

    [Fact]
    public async Task Other_users_of_the_machine_can_read_nothing()
    {
        await using var stage = await Stage.Open();
        var (others, old) = (
            UnixFileMode.GroupRead | UnixFileMode.OtherRead,
            Path.Combine(stage.Folder, "curatorbot.db")
        );
        await OldDatabase.Make(old);
        File.SetUnixFileMode(old, File600 | others);
        File.SetUnixFileMode(stage.Folder, Directory700 | others);

        await stage.Start();
        await stage.Person(Stage.Director).Ask("/nosuch", Labels.UnknownCommand);

        Assert.Equal(Directory700, File.GetUnixFileMode(stage.Folder));
        foreach (var file in Directory.EnumerateFiles(stage.Folder, "*", SearchOption.AllDirectories))
            Assert.Equal((file, File600), (file, File.GetUnixFileMode(file)));
        Assert.True(File.Exists($"{old}-wal"));
    }

    /// <summary>A command upgrades as the bot does, and starts sooner.</summary>
    private static async Task<int> UpgradeUntil(Stage stage, int step)
    {
        await using var command = stage.Launch($"{FailPoints.Migrated}:{step}", null, "list-people");
        return await command.WaitForExit();
    }
}
