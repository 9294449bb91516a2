namespace CuratorBot.Messaging;

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
}
