using CuratorBot.Messaging;
using CuratorBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Tests.Status;

public sealed class EveryMunicipalityTests
{
    private const long Region = 1005;

    [Theory]
    [InlineData("2022-01-17", 0)]
    [InlineData("2022-03-01", 3)]
    [InlineData("2022-07-15", 2)]
    public async Task Status_says_of_every_municipality_what_the_source_rows_say(string date, int doneOneIn)
    {
        await using var world = await World.Open();
        world.Clock.Now = Transcript.MoscowTime($"{date} 10:00");
        var done = await Close(world, doneOneIn);
        var today = DateOnly.Parse(date, System.Globalization.CultureInfo.InvariantCulture);
        var phone = new Phone(world, Region);

        Assert.Equal(30, SourceRows.Municipalities.Count);
        foreach (var municipality in SourceRows.Municipalities)
        {
            var expected = new ExpectedStatus(municipality, today, done);
            await phone.Says($"/status {expected.Name}");
            var answer = world.Channel.Heard.Last().Message;

            Assert.StartsWith($"{expected.Name}\n", answer.Text.Text, StringComparison.Ordinal);
            Assert.True(answer.Text.Length < 4096);
            foreach (var line in expected.Lines())
                Assert.All(
                    line.Split('|'),
                    part => Assert.Contains(part, answer.Text.Text + "\n", StringComparison.Ordinal)
                );
        }
        Assert.Equal(30, world.Channel.Heard.Count);
    }

    /// <summary>Closes every n-th obligation and says which.</summary>
    private static async Task<HashSet<(string, string)>> Close(World world, int oneIn)
    {
        var closed = new HashSet<(string, string)>();
        if (oneIn == 0)
            return closed;
        await world.UnitOfWork.Write(async scope =>
        {
            var all = await scope
                .Db.Obligations.OrderBy(row => row.TaskId)
                .ThenBy(row => row.OwnerId)
                .ToListAsync();
            foreach (var owed in all.Where((_, index) => index % oneIn == 0))
            {
                owed.DoneAt = world.Clock.Now;
                owed.DoneOn = owed.DueOn;
                closed.Add((owed.OwnerId, owed.TaskId));
            }
            await scope.Db.SaveChangesAsync();
        });
        Assert.NotEmpty(closed);
        return closed;
    }
}
