using System.Diagnostics;
using System.Text;
using CuratorBot.Playground;

namespace CuratorBot.Benchmarks;

/// <summary>
/// Everybody asks «/status» of her own municipality, in turn. The update counts as handed over when the
/// Bot API server writes it into its answer to getUpdates, and as answered when sendMessage arrives there.
/// </summary>
internal static class StatusLoad
{
    /// <summary>Asked by the same people before the clock runs, so that no run measures the compiler.</summary>
    private const int WarmUp = 6_000;

    /// <param name="perSecond">Null: all at once, as fast as the bot fetches them.</param>
    public static async Task<string> Run(
        string hostFolder,
        string databaseFolder,
        int updates,
        int? perSecond
    )
    {
        await using var server = await PlaygroundServer.Start(
            new PlaygroundOptions
            {
                KeepRequests = false,
                KeepMessages = false,
                AcceptUnknownChats = true,
            }
        );
        var meter = new Meter();
        server.Updates.HandedOver = meter.NoteHandedOver;
        server.World.MessageArrived = meter.NoteAnswered;
        await using var host = await HostProcess.Start(hostFolder, databaseFolder, server.Address);

        await host.WaitUntilIdle();
        await Load(server, meter, 0, WarmUp, perSecond: null);
        await host.WaitUntilIdle();
        meter.Reset();
        var cpuBefore = host.CpuSeconds();
        var started = Stopwatch.GetTimestamp();
        await Load(server, meter, WarmUp, updates, perSecond);
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        return meter.Report(updates, perSecond, seconds, host.CpuSeconds() - cpuBefore, host);
    }

    private static async Task Load(PlaygroundServer server, Meter meter, int from, int count, int? perSecond)
    {
        var updates = Enumerable.Range(from, count).Select(Update).ToArray();
        var done = meter.WaitFor(count);
        if (perSecond is { } rate)
            await Pace(server, updates, rate);
        else
            server.Updates.Preload(updates);
        await done.WaitAsync(TimeSpan.FromMinutes(5));
    }

    private static async Task Pace(
        PlaygroundServer server,
        (long, ReadOnlyMemory<byte>)[] updates,
        int perSecond
    )
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1.0 / perSecond));
        foreach (var (chatId, member) in updates)
        {
            await timer.WaitForNextTickAsync();
            server.Updates.Enqueue(chatId, member);
        }
    }

    /// <summary>A coordinator asks for the status of her own municipality.</summary>
    public static (long ChatId, ReadOnlyMemory<byte> Member) Update(int number)
    {
        var account = GeneratedRegion.FirstAccount + (number * 7 % GeneratedRegion.People);
        var json = $$"""
            "message":{"message_id":{{number
                + 1}},"from":{"id":{{account}},"is_bot":false,"first_name":"Coordinator",
            "language_code":"ru"},"chat":{"id":{{account}},"first_name":"Coordinator","type":"private"},
            "date":1642402800,"text":"/status","entities":[{"offset":0,"length":7,"type":"bot_command"}]}
            """;
        return (account, Encoding.UTF8.GetBytes(json));
    }
}
