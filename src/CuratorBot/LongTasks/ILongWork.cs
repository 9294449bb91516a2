using CuratorBot.Conversations.Turns;
using CuratorBot.Messaging;

namespace CuratorBot.LongTasks;

/// <summary>One kind of long task: how it is made.</summary>
public interface ILongWork
{
    /// <summary>As <see cref="LongTask.Work"/> says it.</summary>
    string Name { get; }

    /// <summary>Makes the answer, reading only. It may be called again after it was interrupted at any line.</summary>
    /// <param name="turn">With the rights that she has now: they are to be asked again.</param>
    /// <returns>The answer; null when it is not hers any more.</returns>
    Task<OutgoingMessage?> Make(
        TurnContext turn,
        string argument,
        LongTaskProgress progress,
        CancellationToken cancellation
    );
}
