using CuratorBot.Conversations.Arriving;
using CuratorBot.Conversations.Turns;
using CuratorBot.Files;
using CuratorBot.Messaging;
using CuratorBot.Tables;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Importing;

/// <summary>A table that was looked at before the turn, and what she is shown of it.</summary>
/// <param name="Upload">Not yet stored, or with a new answer of hers.</param>
/// <param name="Corrections">The file that says what to correct; null when nothing is to be.</param>
internal sealed record PreviewedTable(
    TableImport Import,
    Upload Upload,
    OutgoingMessage Preview,
    OutgoingMessage? Corrections
) : IMeantForNoDraft
{
    /// <summary>The table itself where the bot made it; null for one that she sent.</summary>
    public OutgoingMessage? File { get; init; }

    public Reply Shown()
    {
        var reply = File is null ? new Reply() : Reply.With(File);
        reply.Then(Preview);
        return Corrections is null ? reply : reply.Then(Corrections);
    }
}

/// <summary>A table that is to be applied, read again.</summary>
internal sealed record RereadTable(long UploadId, TableReading.Read Content);

/// <summary>Puts previews together and keeps what waits below them.</summary>
public sealed class ImportDesk(FileStore files)
{
    public static Upload New(TurnContext turn, TableImport import, string path, string fileName) =>
        new()
        {
            Id = turn.Ids.Next(),
            PersonId = turn.Who.PersonId,
            Import = import.Name,
            FilePath = path,
            FileName = fileName,
            PlanHash = "",
            SentAt = turn.Now,
        };

    /// <summary>The preview of a table whose answer is known, or a sentence why it is none.</summary>
    internal async Task<IMeantForNoDraft> Preview(
        TurnContext turn,
        TableImport import,
        TableReading.Read content,
        Upload upload
    ) =>
        await import.Plan(turn, content, upload.Answer) switch
        {
            Planning.Planned planned => await Preview(turn, import, planned, upload),
            Planning.Refused refused => new RefusedTable(refused.Why),
            _ => throw new InvalidOperationException("A table is planned or refused."),
        };

    internal async Task<PreviewedTable> Preview(
        TurnContext turn,
        TableImport import,
        Planning.Planned planned,
        Upload upload
    )
    {
        upload.PlanHash = planned.Plan.Hash();
        var text = ImportPreview.Text(import, upload.FileName, planned, turn.Texts, import.MostNamed);
        return new PreviewedTable(
            import,
            upload,
            turn.Say(text) with
            {
                Choices = ImportPreview.Choices(turn, import, upload.Id, planned.Plan),
            },
            import.Corrections(turn, planned.Plan) is { } workbook
                ? turn.SendFile(
                    await files.Add(Keeping.Briefly, workbook),
                    turn.Texts.Plain(import.Key(turn.Texts, "files.corrections")),
                    turn.Text(import.Key(turn.Texts, "preview.file"))
                )
                : null
        );
    }

    /// <summary>Lets a previewed table wait for her. Only the newest of a kind can be applied.</summary>
    internal static async Task<Reply> Take(TurnContext turn, PreviewedTable previewed)
    {
        var waiting = await turn
            .Db.Uploads.Where(upload =>
                upload.PersonId == turn.Who.PersonId
                && upload.Import == previewed.Import.Name
                && upload.State == UploadState.Waiting
            )
            .ToListAsync();
        foreach (var earlier in waiting)
            earlier.State = UploadState.Replaced;
        turn.Db.Uploads.Add(previewed.Upload);
        return previewed.Shown();
    }
}
