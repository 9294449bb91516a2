namespace CuratorBot.LongTasks;

/// <summary>The threads that long tasks are made on; the host brings them.</summary>
public interface ILongTaskRunner
{
    /// <summary>
    /// Lets <see cref="LongTaskRuns.Run"/> be called soon, elsewhere, and returns. It never throws and promises nothing: the
    /// sweep asks again for what is still open.
    /// </summary>
    /// <param name="id">Of the <see cref="LongTask"/>, and nothing else of it.</param>
    void Begin(long id);
}
