using System.Globalization;
using CuratorBot.Host.Tests.Support;
using Xunit.Abstractions;

namespace CuratorBot.Host.Tests.OverTheWire;

/// <summary>
/// The host is killed at any moment of a start, be it the very first, a plain one or an upgrade: three times, or as
/// often as CURATORBOT_TEST_START_KILLS says.
/// </summary>
public sealed class RandomStartKillTests(ITestOutputHelper output)
{
    private const int People = 5;
    private const int LongestStart = 4_000;

    private static readonly int Kills = int.Parse(
        Environment.GetEnvironmentVariable("CURATORBOT_TEST_START_KILLS") ?? "3",
        CultureInfo.InvariantCulture
    );

    [Fact]
    public async Task Kills_of_starts_lock_nobody_out_and_lose_nothing()
    {
        var dice = Dice.Throw();
        output.WriteLine($"CURATORBOT_TEST_SEED={dice.Seed}");
        var repetitions = 0;
        for (var kill = 0; kill < Kills; kill++)
            repetitions += await KillOneStart(kill % 3, TimeSpan.FromMilliseconds(dice.Below(LongestStart)));
        output.WriteLine($"{repetitions} repetitions");
    }

    /// <returns>How many answers came twice.</returns>
    private async Task<int> KillOneStart(int kind, TimeSpan moment)
    {
        await using var stage = await (kind == 1 ? Stage.OpenAndStart() : Stage.Open());
        if (kind == 1)
            await stage.Host.Stop();
        else if (kind == 2)
            await OldDatabase.Make(Path.Combine(stage.Folder, "curatorbot.db"));
        var people = Enumerable.Range(0, People).Select(place => stage.Person(5000 + place)).ToList();
        foreach (var person in people)
            person.Phone.SendText("/nosuch");

        await using (var killed = stage.Launch())
        {
            using var tick = new PeriodicTimer(moment + TimeSpan.FromMilliseconds(1));
            await tick.WaitForNextTickAsync();
            await killed.Kill();
        }
        await stage.Start();
        foreach (var person in people)
            await person.Hear(Labels.UnknownCommand);
        await stage.Host.WaitUntilQuiet();

        var answers = people.Select(person => person.CountOf(Labels.UnknownCommand)).ToList();
        output.WriteLine($"kind {kind}, after {moment.TotalMilliseconds} ms: {string.Join(' ', answers)}");
        Assert.All(answers, count => Assert.InRange(count, 1, 2));
        Assert.Equal(0, stage.Stored().Count("inbox WHERE State <> 1"));
        return answers.Sum() - People;
    }
}
