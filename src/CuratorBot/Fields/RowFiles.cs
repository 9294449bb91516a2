using CuratorBot.Conversations.Turns;
using CuratorBot.Files;
using CuratorBot.Messaging;

namespace CuratorBot.Fields;

/// <summary>Sends the files of a row as they are kept, photos before documents.</summary>
public sealed class RowFiles(FileStore store)
{
    /// <summary>One that lies in another messenger alone cannot be sent here, nor one that is on our disk no more.</summary>
    public Reply Of(TurnContext turn, IReadOnlyCollection<RowFile> files)
    {
        var reply = new Reply();
        var lost = files.Where(file => file.StoredAs is { } path && !store.Has(path)).ToList();
        var here = files
            .Where(file => file.StoredAs is not null || file.Channel == turn.Message.Channel)
            .ToList();
        foreach (var message in Albums.Of(here.Except(lost), turn.Ids))
            reply.Then(message);
        if (lost.Count > 0)
            reply.Then(turn.Say("files.lost", ("count", lost.Count)));
        return here.Count == files.Count ? reply : reply.Then(turn.Say("files.elsewhere"));
    }
}
