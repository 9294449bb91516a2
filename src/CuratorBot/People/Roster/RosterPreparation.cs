using System.Globalization;
using CuratorBot.Conversations;
using CuratorBot.Files;
using CuratorBot.Messaging;

namespace CuratorBot.People.Roster;

/// <summary>
/// Fetches and reads the file of a roster before the turn begins, when a coordinator sends one and when she
/// presses a button under its preview.
/// </summary>
public sealed class RosterPreparation(IncomingFiles incoming, RosterDesk desk, FormEngine engine)
    : IPreparation
{
    private static readonly string[] Endings = [".xlsx", ".xlsm", ".xls", ".csv"];

    public bool Concerns(IncomingMessage message, PressedButton? pressed) =>
        IsTable(message) || UploadOf(pressed) is not null;

    /// <summary>A document that by its name is a table.</summary>
    public static bool IsTable(IncomingMessage message) =>
        message is { Kind: IncomingKind.Document, IsEdit: false, InGroup: false, File.Name: { } name }
        && Endings.Any(ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase));

    public async Task<object?> Make(TurnContext turn, CancellationToken cancellation)
    {
        var scope = turn.Known is { } who ? RosterScope.Of(who) : null;
        if (scope is not { IsEmpty: false })
            return null;
        if (turn.Pressed is { } pressed)
            return await Reread(turn, scope, UploadOf(pressed)!.Value);
        // What a form asks for is the form's.
        return await engine.TakesFile(turn)
            ? null
            : await Take(turn, scope, turn.Message.File!, cancellation);
    }

    private async Task<PreparedRoster> Take(
        TurnContext turn,
        RosterScope scope,
        IncomingFile file,
        CancellationToken cancellation
    )
    {
        var outcome = await incoming.Fetch(
            turn.Message.Channel,
            file,
            Keeping.Briefly,
            FilesQuestion.LargestBytes,
            cancellation
        );
        if (outcome is not FetchOutcome.Fetched fetched)
            return new PreparedRoster.Refused(FetchTexts.Refusal(turn, file, outcome)!);
        var read = await desk.Read(fetched.File.Path, turn.Texts);
        if (read is not RosterFile.Read rows)
            return new PreparedRoster.Refused(RosterDesk.RefusalOf(read!, turn.Texts));
        var upload = new RosterUpload
        {
            Id = turn.Ids.Next(),
            PersonId = turn.Who.PersonId,
            FilePath = fetched.File.Path,
            FileName = TypedText.OneLine(file.Name),
            PlanHash = "",
            SentAt = turn.Now,
        };
        return await desk.Preview(turn, scope, rows, upload);
    }

    private async Task<PreparedRoster?> Reread(
        TurnContext turn,
        RosterScope scope,
        (long Id, RosterNamesakes? Answer) press
    )
    {
        var upload = await turn.Db.RosterUploads.FindAsync(press.Id);
        if (upload?.PersonId != turn.Who.PersonId || upload.State != RosterUploadState.Waiting)
            return null;
        if (await desk.Read(upload.FilePath, turn.Texts) is not RosterFile.Read file)
            return null;
        if (press.Answer is not { } answer)
            return new PreparedRoster.Reread(upload.Id, file);
        upload.Namesakes = answer;
        return await desk.Preview(turn, scope, file, upload);
    }

    private static (long Id, RosterNamesakes? Answer)? UploadOf(PressedButton? pressed)
    {
        var parts = pressed?.Choice.Action.Split(':') ?? [];
        if (
            parts.Length < 3
            || !long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var id)
        )
            return null;
        return parts[0] switch
        {
            RosterActions.Apply => (id, null),
            RosterActions.Namesakes when Enum.TryParse<RosterNamesakes>(parts[2], out var answer) => (
                id,
                answer
            ),
            _ => null,
        };
    }
}
