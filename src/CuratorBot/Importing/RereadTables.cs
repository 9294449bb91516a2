using CuratorBot.Conversations.Arriving;
using CuratorBot.Conversations.Turns;
using CuratorBot.Files;
using CuratorBot.Messaging;
using CuratorBot.Tables;

namespace CuratorBot.Importing;

/// <summary>Reads a table again before the turn, when she presses a button below its preview.</summary>
public sealed class RereadTables(FileStore files, ImportDesk desk, IEnumerable<TableImport> imports)
    : IPreparation
{
    public bool Concerns(IncomingMessage message, PressedButton? pressed) =>
        ImportActions.UploadIn(pressed) is not null;

    public async Task<object?> Make(TurnContext turn, CancellationToken cancellation)
    {
        var (id, answer) = ImportActions.UploadIn(turn.Pressed)!.Value;
        var upload = await turn.Db.Uploads.FindAsync([id], cancellation);
        if (
            turn.Known is not { } who
            || upload?.PersonId != who.PersonId
            || upload.State != UploadState.Waiting
            || imports.FirstOrDefault(one => one.Name == upload.Import) is not { } import
            || !import.IsFor(who)
            || !files.IsInside(upload.FilePath)
        )
            return null;
        await using var kept = files.Open(upload.FilePath);
        if (kept is null || TableReader.Read(kept) is not TableReading.Read content)
            return null;
        if (answer is null)
            return new RereadTable(upload.Id, content);
        upload.Answer = answer;
        return await desk.Preview(turn, import, content, upload);
    }
}
