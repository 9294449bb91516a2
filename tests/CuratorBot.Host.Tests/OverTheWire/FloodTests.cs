using System.Diagnostics;
using CuratorBot.Host.Tests.Support;

namespace CuratorBot.Host.Tests.OverTheWire;

/// <summary>Somebody asks for more than one person can, with the limits and the pace that an operator gets.</summary>
public sealed class FloodTests
{
    private const string TooMany = "последние я не взял";
    private const string TooFast = "Не успеваю отвечать так быстро";

    /// <summary>No setting of the tests: what stands in the README holds.</summary>
    private static readonly Dictionary<string, string?> AsInstalled = new()
    {
        ["Sending__MessagesPerSecond"] = null,
        ["Sending__MessagesPerSecondPerChat"] = null,
        ["Sending__InFlight"] = null,
        ["Limits__MessagesPerMinute"] = null,
        ["Limits__StrangerMessagesPerMinute"] = null,
        ["Limits__CommandsPerMinute"] = null,
        ["Limits__PressesPerMinute"] = null,
        ["Limits__UploadsPerMinute"] = null,
    };

    [Fact]
    public async Task A_thousand_messages_into_a_form_leave_the_chat_quiet_within_seconds()
    {
        await using var stage = await Stage.OpenAndStart(AsInstalled);
        var curator = stage.Person(Stage.Curator);
        await curator.Ask("/report", "О каком мероприятии");
        var watch = Stopwatch.StartNew();
        for (var message = 0; message < 1000; message++)
            curator.Phone.SendText("абракадабра");
        await stage.Host.WaitForHealth(_ =>
            stage.Playground.Updates.Count == 0 && stage.Stored().WaitingInbox == 0
        );
        var handled = watch.Elapsed;
        await stage.Host.WaitUntilQuiet();

        Assert.True(watch.Elapsed - handled < TimeSpan.FromSeconds(15), $"{watch.Elapsed - handled}");
        Assert.InRange(curator.Heard.Count, 3, 10 + (int)watch.Elapsed.TotalSeconds);
        var minutes = 1 + (int)watch.Elapsed.TotalMinutes;
        Assert.InRange(curator.CountOf(TooMany), 1, minutes);
        Assert.NotNull(stage.Stored().StepOf(Stage.Curator));
    }

    [Fact]
    public async Task Twenty_commands_are_answered_then_comes_one_notice_and_then_silence()
    {
        await using var stage = await Stage.OpenAndStart(AsInstalled);
        var curator = stage.Person(Stage.Curator);
        for (var command = 0; command < 60; command++)
            curator.Phone.SendText("/nosuch");
        await curator.Hear(TooFast);
        await stage.Host.WaitUntilQuiet();

        Assert.Equal(20, curator.CountOf(Labels.UnknownCommand));
        Assert.Equal(1, curator.CountOf(TooFast));
        Assert.Equal(21, curator.Heard.Count);
    }
}
