using CuratorBot.Messaging;

namespace CuratorBot.Data;

public static class UnitOfWorkExtensions
{
    public static Task Write(
        this IUnitOfWork unitOfWork,
        Func<WriteScope, Task> work,
        CancellationToken cancellation = default
    ) =>
        unitOfWork.Write(
            async scope =>
            {
                await work(scope);
                return true;
            },
            cancellation
        );

    /// <summary>
    /// Does a piece of work, or puts it off when something in it goes wrong, so that it keeps no other waiting.
    /// </summary>
    /// <param name="putOff">Moves it on in time.</param>
    /// <param name="log">Is told what went wrong, in words that repeat nothing that people wrote.</param>
    /// <exception cref="StorageException">The database did not take it, which is not the fault of the work.</exception>
    public static async Task DoOrPutOff(
        this IUnitOfWork unitOfWork,
        Func<Task> work,
        Func<WriteScope, Task> putOff,
        Action<string> log,
        CancellationToken cancellation
    )
    {
        try
        {
            await work();
        }
        catch (Exception error) when (error is not (StorageException or OperationCanceledException))
        {
            log(ErrorWords.Of(error));
            await unitOfWork.Write(putOff, cancellation);
        }
    }
}
