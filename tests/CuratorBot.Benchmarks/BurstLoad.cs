using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using CuratorBot.Playground;

namespace CuratorBot.Benchmarks;

/// <summary>
/// The morning on which everybody is reminded at nine, through a Bot API that takes 30 messages a second,
/// while coordinators go on asking «/status». With <c>--kill</c> the host is killed in the middle.
/// </summary>
internal sealed class BurstLoad : IAsyncDisposable
{
    private const int QuestionsPerSecond = 5;
    private const double TakenPerSecond = 30;

    private readonly ConcurrentDictionary<long, int> _reminded = new();
    private readonly Meter _questions = new();
    private readonly PlaygroundServer _server;
    private readonly HostProcess _host;
    private readonly int _people;
    private int _received;
    private long _lastAt;
    private double _mostMemory;

    private BurstLoad(PlaygroundServer server, HostProcess host, int people)
    {
        (_server, _host, _people) = (server, host, people);
        server.Updates.HandedOver = _questions.NoteHandedOver;
        server.World.MessageArrived = NoteArrived;
    }

    /// <param name="perSecond">What the host is set to: <c>Sending:MessagesPerSecond</c>.</param>
    /// <param name="kills">How often the host is killed, evenly over the burst.</param>
    public static async Task<string> Run(
        string hostFolder,
        string databaseFolder,
        int people,
        double perSecond,
        int kills
    )
    {
        var server = await PlaygroundServer.Start(
            new PlaygroundOptions
            {
                KeepRequests = false,
                KeepMessages = false,
                AcceptUnknownChats = true,
                Limits = new PlaygroundLimits { PerSecond = TakenPerSecond },
            }
        );
        var host = await HostProcess.Start(hostFolder, databaseFolder, server.Address, (perSecond, 1));
        await using var burst = new BurstLoad(server, host, people);
        await host.WaitUntilIdle();
        return await burst.Live(perSecond, kills);
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await _server.DisposeAsync();
    }

    private async Task<string> Live(double perSecond, int kills)
    {
        using var over = new CancellationTokenSource();
        var asking = Ask(over.Token);
        var started = Stopwatch.GetTimestamp();
        using var http = new HttpClient { Timeout = TimeSpan.FromMinutes(10) };
        var morning = http.PostAsJsonAsync(
            new Uri(_host.Address, "/demo/clock"),
            new { now = GeneratedSchools.Morning }
        );
        var planned = TimeSpan.Zero;
        var kill = 1;
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        while (_reminded.Count < _people && await tick.WaitForNextTickAsync())
        {
            _mostMemory = Math.Max(_mostMemory, _host.MemoryMegabytes());
            if (planned == TimeSpan.Zero && morning.IsCompletedSuccessfully)
                planned = Stopwatch.GetElapsedTime(started);
            if (kill > kills || _reminded.Count < _people * kill / (kills + 1))
                continue;
            await _host.KillAndRestart();
            kill++;
        }
        var seconds = Stopwatch.GetElapsedTime(started, Volatile.Read(ref _lastAt)).TotalSeconds;
        await over.CancelAsync();
        await asking;
        await _host.WaitUntilIdle();
        return Report(perSecond, kills, planned, seconds);
    }

    private async Task Ask(CancellationToken over)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1.0 / QuestionsPerSecond));
        for (var number = 0; !over.IsCancellationRequested; number++)
        {
            await timer.WaitForNextTickAsync(CancellationToken.None);
            var (chatId, member) = StatusLoad.Update(number);
            _server.Updates.Enqueue(chatId, member);
        }
    }

    private void NoteArrived(long chatId, long timestamp)
    {
        if (chatId < GeneratedSchools.FirstAccount)
        {
            _questions.NoteAnswered(chatId, timestamp);
            return;
        }
        _reminded.AddOrUpdate(chatId, 1, static (_, times) => times + 1);
        Interlocked.Increment(ref _received);
        Volatile.Write(ref _lastAt, timestamp);
    }

    private string Report(double perSecond, int kills, TimeSpan planned, double seconds)
    {
        var killed = kills == 0 ? "" : $", killed {kills} times";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"""

            {_people} people reminded at nine, {perSecond:0.#} messages/s{killed}, {QuestionsPerSecond} questions/s meanwhile:
              reminders planned, s        {planned.TotalSeconds, 10:0.0}
              everybody reminded, s       {seconds, 10:0.0}
              reminders per second        {_people / seconds, 10:0.00}
              all messages per second     {(_received + _questions.Answered) / seconds, 10:0.00}
              lost / repeated             {_people - _reminded.Count, 10} / {_received - _reminded.Count}
              refused with 429            {_server.World.Log.Refused, 10}
              questions p50 / p99 / max, ms  {_questions.Milliseconds(0.5), 7:0.0} / {_questions.Milliseconds(
                0.99
            ):0.0} / {_questions.Milliseconds(1):0.0}
              memory of the host, MB      {_mostMemory, 10:0}
            """
        );
    }
}
