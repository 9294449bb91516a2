using CuratorBot.Conversations.Turns;
using CuratorBot.Messaging;

namespace CuratorBot.Conversations.Arriving;

/// <summary>
/// The slow part of answering a message: fetching a file, reading a large table. A turn that changes something
/// holds the one writer, and everybody waits for it; so this is done before the turn begins, with the means of
/// a turn that only reads. What it made lies in <see cref="TurnContext.Prepared"/>; the turn then decides on
/// rights and drafts anew.
/// </summary>
public interface IPreparation
{
    /// <summary>A quick look at the message, without asking the database.</summary>
    bool Concerns(IncomingMessage message, PressedButton? pressed);

    /// <returns>Null when there is nothing to prepare after all; the next may then try.</returns>
    Task<object?> Make(TurnContext turn, CancellationToken cancellation);
}

/// <summary>
/// Marks what a preparation made of a message that is meant for no draft: a file for which the open form has no
/// place. It goes past the draft, which stays as it is.
/// </summary>
public interface IMeantForNoDraft;
