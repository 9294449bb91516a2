using CuratorBot.Messaging.Receiving;
using CuratorBot.Tests.Flooding;
using CuratorBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Tests.Storage;

/// <summary>A piece of work that waits in the writer's transaction for what never comes.</summary>
public sealed class StuckWriterTests
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task What_comes_to_no_end_is_left_with_all_that_it_did_and_the_others_are_written()
    {
        await using var held = await HeldWorld.Open();
        var unitOfWork = held.World.UnitOfWork;
        var (begun, never) = (NewSignal(), NewSignal());
        var stuck = unitOfWork.Write(async scope =>
        {
            scope.Messages.MarkUnreachable("telegram", 1001, "half", World.Start);
            begun.SetResult();
            await never.Task;
            scope.Messages.MarkUnreachable("telegram", 1001, "too late", World.Start);
            return true;
        });
        await begun.Task.WaitAsync(Patience);
        var behind = unitOfWork.Write(scope =>
        {
            scope.Messages.MarkUnreachable("telegram", 1002, "behind", World.Start);
            return Task.FromResult(true);
        });
        await held.Until(() => held.Time.AlarmsIn(Longest) == 1);
        held.Time.Pass(Longest);

        await Assert.ThrowsAsync<StuckException>(() => stuck.WaitAsync(Patience));
        await behind.WaitAsync(Patience);
        Assert.Contains(held.World.Log.Lines, line => line.Contains("came to no end in the transaction"));

        never.SetResult();
        await unitOfWork.Write(_ => Task.FromResult(true)).WaitAsync(Patience);
        Assert.Equal(
            ["behind"],
            await held.World.Read(db =>
                db.ChannelAccounts.Where(account => account.UnreachableBecause != null)
                    .Select(account => account.UnreachableBecause!)
                    .ToListAsync()
            )
        );
    }

    private static TaskCompletionSource NewSignal() =>
        new(TaskCreationOptions.RunContinuationsAsynchronously);
}
