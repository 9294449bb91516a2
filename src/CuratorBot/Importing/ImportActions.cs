using System.Globalization;
using CuratorBot.Conversations.Arriving;
using CuratorBot.Conversations.Turns;
using CuratorBot.Messaging;

namespace CuratorBot.Importing;

/// <summary>
/// The buttons under a preview. «Применить» reads the file and the rights again and does only what the preview
/// said: when anything has changed since, it shows a new one instead.
/// </summary>
public sealed class ImportActions(ImportDesk desk, IEnumerable<TableImport> imports) : IAction
{
    internal const string Apply = "import.apply";
    internal const string Answer = "import.answer";
    internal const string Drop = "import.drop";

    public IEnumerable<string> Names => [Apply, Answer, Drop];
    public bool ReadsOnly => false;

    /// <summary>
    /// The upload that a button speaks of, with what is answered about it; null for another button, and for one
    /// that needs no file.
    /// </summary>
    internal static (long Id, string? Answer)? UploadIn(PressedButton? pressed) =>
        pressed?.Choice.Action.Split(':', 3) is [Apply or Answer, var number, var value]
        && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? (id, pressed.Choice.Action.StartsWith(Answer, StringComparison.Ordinal) ? value : null)
            : null;

    public async Task<Reply> Take(TurnContext turn, string name, string argument)
    {
        var parts = argument.Split(':', 2);
        var upload = long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? await turn.Db.Uploads.FindAsync(id)
            : null;
        if (
            upload?.PersonId != turn.Who.PersonId
            || parts.Length < 2
            || imports.FirstOrDefault(one => one.Name == upload.Import) is not { } import
            || !import.IsFor(turn.Who)
        )
            return Stale(turn);
        if (upload.State != UploadState.Waiting)
            return Reply.OnlyToast(turn.Texts.Plain($"imports.toasts.{upload.State}"));
        return name switch
        {
            Drop => Dropped(turn, import, upload),
            Answer => Answered(turn, import, upload),
            _ when Enum.TryParse<ImportMode>(parts[1], out var mode) && Enum.IsDefined(mode) => await Applied(
                turn,
                import,
                upload,
                mode
            ),
            _ => Stale(turn),
        };
    }

    private static Reply Dropped(TurnContext turn, TableImport import, Upload upload)
    {
        upload.State = UploadState.Dropped;
        return Reply.With(Close(turn, import, "dropped"));
    }

    private static Reply Answered(TurnContext turn, TableImport import, Upload upload)
    {
        if (turn.Prepared is not PreviewedTable previewed || previewed.Upload.Id != upload.Id)
            return Expired(turn, import, upload);
        (upload.Answer, upload.PlanHash) = (previewed.Upload.Answer, previewed.Upload.PlanHash);
        return Reply.With(Close(turn, import, $"answered.{upload.Answer}")).Then(previewed.Shown());
    }

    private async Task<Reply> Applied(TurnContext turn, TableImport import, Upload upload, ImportMode mode)
    {
        if (turn.Prepared is not RereadTable reread || reread.UploadId != upload.Id)
            return Expired(turn, import, upload);
        if (await import.Plan(turn, reread.Content, upload.Answer) is not Planning.Planned planned)
            return Expired(turn, import, upload);
        if (planned.Plan.Hash() != upload.PlanHash)
            return Reply
                .With(Close(turn, import, "stale"))
                .Then(turn.Say(import.Key(turn.Texts, "changedSince")))
                .Then((await desk.Preview(turn, import, planned, upload)).Shown());
        if (planned.Plan.IsClean == (mode == ImportMode.OnlyGood))
            return Stale(turn);
        if (mode == ImportMode.OnlyGood && !import.TakesGoodRows)
            return Stale(turn);
        var done = await import.Apply(turn, planned.Plan, mode, upload.Id);
        upload.State = UploadState.Applied;
        return Reply.With(Close(turn, import, "applied")).Then(done);
    }

    private static Reply Expired(TurnContext turn, TableImport import, Upload upload)
    {
        upload.State = UploadState.Dropped;
        return Reply.With(Close(turn, import, "stale")).Then(turn.Say(import.Key(turn.Texts, "expired")));
    }

    private static OutgoingMessage Close(TurnContext turn, TableImport import, string key) =>
        turn.ClosePressed(turn.Text(import.Key(turn.Texts, key)));

    private static Reply Stale(TurnContext turn) => Reply.OnlyToast(turn.Texts.Plain("forms.stale"));
}
