using System.Diagnostics;
using System.Net;
using System.Runtime.Versioning;
using CuratorBot.Host.Tests.Support;
using CuratorBot.Playground.Faults;

namespace CuratorBot.Host.Tests.Health;

/// <summary>The real host meets real trouble, and says so.</summary>
public sealed class HealthOverTheWireTests
{
    private const string Revoked = """{"ok":false,"error_code":401,"description":"Unauthorized"}""";

    private const string Conflict =
        """{"ok":false,"error_code":409,"description":"Conflict: terminated by other getUpdates request"}""";

    [Fact]
    public async Task A_token_that_is_revoked_stops_all_calls_and_loses_no_message()
    {
        await using var stage = await Stage.OpenAndStart();
        var person = stage.Person(Stage.Curator);
        await person.Ask("/help", Labels.Help);
        await stage.Playground.Updates.WaitForPoll(HostUnderTest.Patience);
        stage.Playground.Faults.Add(Always(401, Revoked));
        var before = stage.Playground.Log.Count();
        person.Phone.SendText("/nosuch"); // the poll that waits brings it, and the answer is refused

        Assert.Contains("Telegram:Token", await stage.Host.WaitForTrouble("token"));
        // As often as it likes, for as long as these take.
        for (var look = 0; look < 20; look++)
            Assert.Equal("unhealthy", (await stage.Host.Health()).GetProperty("status").GetString());
        Assert.Equal(HttpStatusCode.OK, await StatusOf(stage, "/health/live"));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await StatusOf(stage, "/health/ready"));
        Assert.InRange(stage.Playground.Log.Count() - before, 1, 4);
        Assert.Equal(0, person.CountOf(Labels.UnknownCommand));
        await stage.Host.Stop();

        stage.Playground.Faults.Clear();
        await stage.Start();
        await person.Hear(Labels.UnknownCommand);
        await person.Ask("/help", Labels.Help);
        Assert.Equal(1, person.CountOf(Labels.UnknownCommand));
    }

    [Fact]
    public async Task Another_reader_is_told_of_and_polling_goes_on()
    {
        await using var stage = await Stage.OpenAndStart();
        stage.Playground.Faults.Add(Always(409, Conflict) with { Method = "getUpdates", Times = 4 });
        var person = stage.Person(Stage.Curator);
        person.Phone.SendText("/help");

        Assert.Contains("Another reader", await stage.Host.WaitForTrouble("fetching:another-reader"));
        await person.Ask("/nosuch", Labels.UnknownCommand);
    }

    [Fact]
    [SupportedOSPlatform("linux")]
    public async Task A_database_that_hangs_is_told_of_within_two_seconds()
    {
        await using var stage = await Stage.OpenAndStart();
        await stage.Person(Stage.Curator).Ask("/help", Labels.Help);
        await stage.Host.WaitUntilQuiet();
        var index = Path.Combine(stage.Folder, "curatorbot.db-shm");
        await using (
            var locks = new FileStream(index, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite)
        )
        {
            // Where readers and writers agree on the log: from now on each waits for another process.
            await stage.Host.WaitForHealth(_ => TryLock(locks));
            var began = Stopwatch.GetTimestamp();
            var status = await StatusOf(stage, "/health/ready");

            // Two seconds are promised; a busy machine may take a little longer to carry the answer.
            Assert.InRange(Stopwatch.GetElapsedTime(began), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5));
            Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
            Assert.Equal(HttpStatusCode.OK, await StatusOf(stage, "/health/live"));
            Assert.Contains("does not answer", await stage.Host.WaitForTrouble("database"));
            locks.Unlock(120, 8);
        }
        await stage.Host.WaitForHealth(health => health.GetProperty("status").GetString() == "healthy");
    }

    /// <summary>False while somebody reads or writes at this very moment.</summary>
    [SupportedOSPlatform("linux")]
    private static bool TryLock(FileStream locks)
    {
        try
        {
            locks.Lock(120, 8);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    private static async Task<HttpStatusCode> StatusOf(Stage stage, string path)
    {
        using var answer = await stage.Host.Http.GetAsync(new Uri(path, UriKind.Relative));
        return answer.StatusCode;
    }

    private static Fault Always(int status, string body) =>
        new()
        {
            Kind = FaultKind.Answer,
            Times = null,
            Status = status,
            Body = body,
            ContentType = "application/json",
        };
}
