using CuratorBot.Conversations.Turns;
using CuratorBot.Files;
using CuratorBot.Messaging;

namespace CuratorBot.Fields;

/// <summary>Sends the files of a row as they are kept.</summary>
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
        foreach (var file in here.Except(lost).OrderBy(file => file.Id))
            reply.Then(
                new OutgoingMessage
                {
                    Id = turn.Ids.Next(),
                    Kind = file.Kind == RowFile.Photo ? OutgoingKind.Photo : OutgoingKind.Document,
                    FileId = file.StoredAs is null ? file.FileId : null,
                    FilePath = file.StoredAs,
                    FileName = file.Name ?? NameOf(file),
                }
            );
        if (lost.Count > 0)
            reply.Then(turn.Say("files.lost", ("count", lost.Count)));
        return here.Count == files.Count ? reply : reply.Then(turn.Say("files.elsewhere"));
    }

    /// <summary>A photo has no name of its own; a messenger needs one for what is uploaded.</summary>
    private static string? NameOf(RowFile file) => file.StoredAs is null ? null : "photo.jpg";
}
