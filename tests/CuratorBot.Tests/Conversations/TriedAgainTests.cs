using CuratorBot.Conversations.Limits;
using CuratorBot.Conversations.Turns;
using CuratorBot.Data;
using CuratorBot.People;
using CuratorBot.Tests.Flooding;
using CuratorBot.Tests.Support;
using CuratorBot.Texts;
using Microsoft.Extensions.DependencyInjection;

namespace CuratorBot.Tests.Conversations;

/// <summary>With the limits on: what is tried again is no load of the person who sent it once.</summary>
public sealed class TriedAgainTests
{
    [Fact]
    public async Task A_message_counts_once_however_often_it_is_tried()
    {
        var fails = new Fails(new FormatException());
        await using var held = await HeldWorld.Open(services =>
            services.AddSingleton(new LimitsOptions { CommandsPerMinute = 2 }).AddSingleton<ICommand>(fails)
        );
        var phone = new Phone(held.World, 1001);
        await held.World.Accept(phone.Message() with { Text = "/fails" });
        foreach (var (tries, pause) in new[] { (1, TimeSpan.FromSeconds(5)), (2, TimeSpan.FromSeconds(30)) })
        {
            await held.UntilPaused(tries, pause);
            held.Time.Pass(pause);
        }
        await held.Calmly(phone.Message() with { Text = "/nosuch" });
        Assert.Equal(3, fails.Tries);
        Assert.DoesNotContain(held.Said(1001), said => IsNotice(said.Text.Text));

        await held.Calmly(phone.Message() with { Text = "/nosuch" });
        Assert.Single(held.Said(1001), said => IsNotice(said.Text.Text));
    }

    [Fact]
    public async Task With_the_disk_full_for_a_while_she_is_answered_in_the_end_and_not_told_that_it_is_too_much()
    {
        var fails = new Fails(new StorageException("It is full.", new IOException())) { LastFailure = 5 };
        await using var held = await HeldWorld.Open(services =>
            services.AddSingleton(new LimitsOptions { CommandsPerMinute = 2 }).AddSingleton<ICommand>(fails)
        );
        var phone = new Phone(held.World, 1001);
        await held.World.Accept(phone.Message() with { Text = "/fails" });
        for (var refusals = 0; refusals < fails.LastFailure; refusals++)
        {
            var pause = StorageException.PauseAfter(refusals);
            await held.Until(() => fails.Tries == refusals + 1 && held.Time.AlarmsIn(pause) == 1);
            held.Time.Pass(pause);
        }
        await held.UntilHandled();
        await held.LetGoOut();

        Assert.Equal(fails.LastFailure + 1, fails.Tries);
        Assert.Equal(["done"], held.Said(1001).Select(said => said.Text.Text));
    }

    [Fact]
    public void In_a_group_what_is_tried_again_counts_once_also_when_another_asked_in_between()
    {
        var clock = new FrozenClock(World.Start);
        var windows = new Windows<int>(
            new RealTime(new MachineTime(clock)),
            TimeSpan.FromMinutes(1),
            most: 1,
            isShared: true
        );

        Assert.True(windows.Take(key: 1, seq: 1));
        Assert.False(windows.Take(key: 1, seq: 2));
        Assert.True(windows.Take(key: 1, seq: 1));
        Assert.False(windows.Take(key: 1, seq: 2));
        clock.Now += TimeSpan.FromMinutes(1);
        Assert.True(windows.Take(key: 1, seq: 3));
    }

    private static bool IsNotice(string text) =>
        text.Contains("Не успеваю") || text.Contains("последние я не взял");

    private sealed class Fails(Exception error) : ICommand
    {
        private int _tries;

        public string Name => "fails";
        public bool ReadsOnly => true;
        public int Tries => Volatile.Read(ref _tries);

        /// <summary>From the try after this one on it goes well.</summary>
        public int LastFailure { get; init; } = int.MaxValue;

        public bool IsFor(Asker who) => true;

        public Task<Reply> Take(TurnContext turn, string argument) =>
            Interlocked.Increment(ref _tries) <= LastFailure
                ? throw error
                : Task.FromResult(Reply.With(turn.Say((RichText)"done")));
    }
}
