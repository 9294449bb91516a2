using CuratorBot.Data;
using CuratorBot.Messaging;
using CuratorBot.Messaging.Receiving;
using CuratorBot.Messaging.Sending;
using CuratorBot.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CuratorBot.Tests.Flooding;

/// <summary>A world in which the time of the machine stands, and a chat takes one message a second.</summary>
internal sealed class HeldWorld : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private HeldWorld(World world, HeldTime time) => (World, Time) = (world, time);

    public World World { get; }
    public HeldTime Time { get; }

    public static async Task<HeldWorld> Open(Action<IServiceCollection>? also = null)
    {
        var time = new HeldTime();
        var world = await World.Open(also: services =>
        {
            services
                .AddSingleton(new RealTime(time))
                .AddSingleton(
                    new SendingOptions { MessagesPerSecond = 100_000, MessagesPerSecondPerChat = 1 }
                );
            also?.Invoke(services);
        });
        return new HeldWorld(world, time);
    }

    public Task Until(Func<bool> holds) => Until(() => Task.FromResult(holds()));

    public static async Task Until(Func<Task<bool>> holds)
    {
        using var patience = new CancellationTokenSource(Patience);
        using var look = new PeriodicTimer(TimeSpan.FromMilliseconds(1));
        while (!await holds())
            await look.WaitForNextTickAsync(patience.Token);
    }

    /// <summary>Everything that came is worked off; not all of the answers need have gone out.</summary>
    public Task UntilHandled() => Until(() => World.Services.GetRequiredService<Inbox>().Backlog == 0);

    /// <summary>
    /// So many tries of a message have failed, which is on disk, and the pause before the next one has begun. A try
    /// that is under way has alarms of its own.
    /// </summary>
    public Task UntilPaused(int tries, TimeSpan pause) =>
        Until(async () =>
            await World.Read(db => db.Inbox.AnyAsync(row => row.Attempts == tries))
            && Time.AlarmsIn(pause) == 1
        );

    public async Task Receive(params IncomingMessage[] messages)
    {
        await World.Accept(messages);
        await UntilHandled();
    }

    /// <summary>With all the time between that the chat takes.</summary>
    public async Task Calmly(params IncomingMessage[] messages)
    {
        await Receive(messages);
        await LetGoOut();
    }

    public Task LetGoOut() =>
        Until(() =>
        {
            if (Pending > 0)
                Time.Pass(TimeSpan.FromSeconds(2));
            return Pending == 0;
        });

    public int Pending => World.Services.GetRequiredService<Outbox>().Pending;

    /// <summary>What has been said in a chat as messages of their own, oldest first.</summary>
    public List<OutgoingMessage> Said(long account) =>
        [
            .. World
                .Channel.Heard.Where(heard =>
                    heard.ChatId == account && heard.Message.Kind == OutgoingKind.Send
                )
                .Select(heard => heard.Message),
        ];

    public ValueTask DisposeAsync() => World.DisposeAsync();
}
