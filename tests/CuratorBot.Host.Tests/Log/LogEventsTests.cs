using CuratorBot.Host.CommandLine;
using CuratorBot.Host.Log;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace CuratorBot.Host.Tests.Log;

/// <summary>Each thing that the log can say has a name of its own, which an operator can watch for.</summary>
public sealed class LogEventsTests
{
    [Fact]
    public void No_two_events_have_the_same_name()
    {
        Assert.True(LogEvents.All.Count > 20);
        Assert.Empty(
            LogEvents.All.GroupBy(one => one.Name).Where(same => same.Count() > 1).Select(same => same.Key)
        );
    }

    [Fact]
    public void A_name_says_who_noticed_what()
    {
        Assert.All(LogEvents.All, one => Assert.Matches(@"^[A-Z]\w+\.[A-Z][a-z]\w+$", one.Name));
        Assert.Contains(
            LogEvents.All,
            one => one is { Name: "PollingLoop.NotStored", Level: LogLevel.Error }
        );
        Assert.Equal("Kestrel", LogEvents.NameOf("Microsoft.AspNetCore.Server.Kestrel", null));
    }

    [Fact]
    public void A_line_of_the_log_begins_with_it_and_stays_one_line()
    {
        using StringWriter line = new() { NewLine = "\n" };
        var entry = new LogEntry<string>(
            LogLevel.Error,
            "CuratorBot.Host.Telegram.PollingLoop",
            new EventId(7, "LogNotStored"),
            "said\nin two",
            new InvalidOperationException("why"),
            (state, _) => state
        );

        new EventLines().Write(entry, null, line);

        Assert.Matches(
            @"^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d fail: PollingLoop\.NotStored: said in two System\.InvalidOperationException: why\n$",
            line.ToString()
        );
    }

    [Fact]
    public async Task The_operator_gets_the_list()
    {
        using StringWriter output = new(),
            errors = new();

        Assert.Equal(
            ExitCodes.Ok,
            await OperatorCommands.Run(SettingWords.Split(["log-events"]), output, errors)
        );

        Assert.Contains("StartReport.Listening\tInformation\t@{Bot} is listening", output.ToString());
    }
}
