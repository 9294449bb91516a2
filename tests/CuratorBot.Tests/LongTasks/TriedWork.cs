using CuratorBot.Conversations.Turns;
using CuratorBot.LongTasks;
using CuratorBot.Messaging;

namespace CuratorBot.Tests.LongTasks;

/// <summary>Takes as long as a test wants, or until it is stopped.</summary>
internal sealed class TriedWork : ILongWork
{
    private int _times;

    public string Name => "tried";

    public TaskCompletionSource<string> Answer { get; } =
        new(TaskCreationOptions.RunContinuationsAsynchronously);
    public LongTaskProgress? Progress { get; private set; }

    public int Times => Volatile.Read(ref _times);

    public async Task<OutgoingMessage?> Make(
        TurnContext turn,
        string argument,
        LongTaskProgress progress,
        CancellationToken cancellation
    )
    {
        Progress = progress;
        Interlocked.Increment(ref _times);
        return new OutgoingMessage { Id = turn.Ids.Next(), Text = await Answer.Task.WaitAsync(cancellation) };
    }
}
