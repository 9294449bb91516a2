using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using CuratorBot.Host.Demo;
using CuratorBot.Host.Tests.Support;

namespace CuratorBot.Host.Tests.OverTheWire;

/// <summary>The clock of the demonstration, as its visitors move it.</summary>
public sealed class DemoClockTests
{
    [Fact]
    public async Task The_clock_goes_forward_never_back_and_remembers_its_time()
    {
        await using var stage = await Stage.OpenAndStart();
        Assert.InRange(await Now(stage), DemoClock.Start, DemoClock.Start.AddHours(1));

        var later = DemoClock.Start.AddDays(7);
        using var forward = await Move(stage, later);
        Assert.Equal(HttpStatusCode.OK, forward.StatusCode);
        using var back = await Move(stage, later.AddDays(-1));
        Assert.Equal(HttpStatusCode.Conflict, back.StatusCode);
        Assert.InRange(await Now(stage), later, later.AddHours(1));
        using var nonsense = await stage.Host.Http.PostAsJsonAsync("/demo/clock", new { });
        Assert.Equal(HttpStatusCode.BadRequest, nonsense.StatusCode);

        await stage.Host.Kill();
        await stage.Start();
        Assert.InRange(await Now(stage), later, later.AddHours(1));
    }

    [Fact]
    public async Task A_clock_that_nobody_moved_does_not_go_back_at_a_restart()
    {
        await using var stage = await Stage.OpenAndStart();
        await stage.Person(Stage.Curator).Ask("/help", Labels.Help);
        var before = await Now(stage);
        await stage.Host.Stop();
        await stage.Start();

        Assert.True(await Now(stage) >= before);
    }

    [Fact]
    public async Task Without_the_demo_there_is_no_such_clock()
    {
        await using var stage = await Stage.OpenAndStart(new() { ["Demo__Clock"] = "false" });
        using var asked = await stage.Host.Http.GetAsync(new Uri("/demo/clock", UriKind.Relative));
        using var moved = await Move(stage, DemoClock.Start.AddYears(10));

        Assert.Equal(HttpStatusCode.NotFound, asked.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, moved.StatusCode);
    }

    private static Task<HttpResponseMessage> Move(Stage stage, DateTimeOffset to) =>
        stage.Host.Http.PostAsJsonAsync("/demo/clock", new { now = to });

    private static async Task<DateTimeOffset> Now(Stage stage) =>
        (await stage.Host.Http.GetFromJsonAsync<JsonElement>("/demo/clock"))
            .GetProperty("now")
            .GetDateTimeOffset();
}
