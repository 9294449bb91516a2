using CuratorBot.Conversations.Arriving;
using CuratorBot.Conversations.Turns;
using CuratorBot.Messaging;
using CuratorBot.Messaging.Receiving;
using CuratorBot.People;
using CuratorBot.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CuratorBot.Tests.Flooding;

/// <summary>A message that cannot be dealt with: its turn always fails, or comes to no end.</summary>
public sealed class PoisonTests
{
    private const string Parked = "Это сообщение обработать не получилось";

    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Later = TimeSpan.FromSeconds(30);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_always_fails_is_tried_after_5_and_30_seconds_and_then_put_aside(bool readsOnly)
    {
        var odd = new Odd(readsOnly, _ => throw new FormatException("always"));
        await using var held = await Open(odd);
        var (curator, other) = (new Phone(held.World, 1001), new Phone(held.World, 1002));
        await held.World.Accept([curator.Message() with { Text = "/odd важное" }, Help(curator)]);
        await held.UntilPaused(tries: 1, Soon);
        await held.World.Accept(Help(other));
        await held.Until(() => held.Said(1002).Count == 1);
        Assert.Empty(held.Said(1001));

        held.Time.Pass(Soon);
        await held.UntilPaused(tries: 2, Later);
        Assert.Empty(held.Said(1001));
        held.Time.Pass(Later);
        await held.UntilHandled();
        await held.LetGoOut();

        Assert.Equal(3, odd.Tries);
        Assert.Equal(2, held.Said(1001).Count);
        Assert.StartsWith(Parked, held.Said(1001)[0].Text.Text, StringComparison.Ordinal);
        await AssertPutAside(held, tries: 3, nameof(FormatException));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_question_that_comes_to_no_end_is_let_go_after_half_a_minute(bool holdsItsThread)
    {
        using var end = new ManualResetEventSlim();
        var odd = new Odd(
            readsOnly: true,
            _ =>
            {
                if (holdsItsThread)
                    end.Wait();
                return new TaskCompletionSource<Reply>().Task;
            }
        );
        await using var held = await Open(odd);
        await LetGo(held, () => odd.Tries == 1, Later);
        Assert.Equal(1, odd.Tries);
        end.Set();
    }

    [Fact]
    public async Task A_preparation_that_comes_to_no_end_is_let_go_after_three_minutes()
    {
        var odd = new Odd(readsOnly: false, _ => Task.FromResult(Reply.Nothing));
        var endless = new Endless();
        await using var held = await Open(odd, endless);
        await LetGo(held, () => endless.Ends is not null, TimeSpan.FromMinutes(3));
        Assert.Equal(0, odd.Tries);
        Assert.True(endless.Ends!.Value.IsCancellationRequested);
    }

    /// <summary>Meanwhile others are answered, and afterwards she is.</summary>
    private static async Task LetGo(HeldWorld held, Func<bool> isUnderWay, TimeSpan after)
    {
        var (curator, other) = (new Phone(held.World, 1001), new Phone(held.World, 1002));
        await held.World.Accept([curator.Message() with { Text = "/odd важное" }, Help(curator)]);
        await held.Until(isUnderWay);
        await held.World.Accept(Help(other));
        await held.Until(() => held.Said(1002).Count == 1);
        Assert.Empty(held.Said(1001));

        held.Time.Pass(after);
        await held.UntilHandled();
        await held.LetGoOut();

        Assert.Equal(2, held.Said(1001).Count);
        Assert.StartsWith(Parked, held.Said(1001)[0].Text.Text, StringComparison.Ordinal);
        await AssertPutAside(held, tries: 1, nameof(StuckException));
    }

    private static async Task AssertPutAside(HeldWorld held, int tries, string error)
    {
        await held.World.Settle();
        var row = await held.World.Read(db => db.Inbox.SingleAsync(one => one.State == InboxState.Parked));
        Assert.Equal((tries, error), (row.Attempts, row.Error));
        Assert.Contains("/odd важное", row.Body, StringComparison.Ordinal);
    }

    private static IncomingMessage Help(Phone phone) => phone.Message() with { Text = "/nosuch" };

    private static Task<HeldWorld> Open(Odd odd, IPreparation? preparation = null) =>
        HeldWorld.Open(services =>
        {
            services.AddSingleton<ICommand>(odd);
            if (preparation is not null)
                services.AddSingleton(preparation);
        });

    private sealed class Odd(bool readsOnly, Func<TurnContext, Task<Reply>> take) : ICommand
    {
        private int _tries;

        public string Name => "odd";
        public bool ReadsOnly => readsOnly;
        public int Tries => Volatile.Read(ref _tries);

        public bool IsFor(Asker who) => true;

        public Task<Reply> Take(TurnContext turn, string argument)
        {
            Interlocked.Increment(ref _tries);
            return take(turn);
        }
    }

    private sealed class Endless : IPreparation
    {
        public bool Concerns(IncomingMessage message, PressedButton? pressed) =>
            message.Text?.StartsWith("/odd", StringComparison.Ordinal) == true;

        /// <summary>Tells it that it is let go; null before it has begun.</summary>
        public CancellationToken? Ends { get; private set; }

        public Task<object?> Make(TurnContext turn, CancellationToken cancellation)
        {
            Ends = cancellation;
            return new TaskCompletionSource<object?>().Task;
        }
    }
}
