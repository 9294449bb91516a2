using CuratorBot.Messaging;
using CuratorBot.Messaging.Receiving;
using Microsoft.Extensions.DependencyInjection;

namespace CuratorBot.Tests.Support;

/// <content>How messages come to the bot.</content>
public sealed partial class World
{
    /// <summary>Hands a message to the bot and waits until everything that follows from it is done.</summary>
    public async Task Receive(IncomingMessage message)
    {
        var updateId = Interlocked.Increment(ref _lastUpdateId);
        Handed++;
        if (DiesAt is not null)
            await DieOf(message, updateId);
        await Accept(message, updateId);
        await Settle();
    }

    public Task Accept(IncomingMessage message) => Accept(message, Interlocked.Increment(ref _lastUpdateId));

    /// <summary>Several messages in one batch of updates: they are worked off in this order.</summary>
    public Task Accept(IEnumerable<IncomingMessage> messages) =>
        _services
            .GetRequiredService<Inbox>()
            .Accept(
                Channel.Name,
                [
                    .. messages.Select(message => new ReceivedUpdate(
                        Channel.Name,
                        Interlocked.Increment(ref _lastUpdateId),
                        message.AccountId,
                        message
                    )),
                ],
                CancellationToken.None
            );

    public Task Accept(IncomingMessage message, long updateId) =>
        _services
            .GetRequiredService<Inbox>()
            .Accept(
                Channel.Name,
                [new ReceivedUpdate(Channel.Name, updateId, message.AccountId, message)],
                CancellationToken.None
            );
}
