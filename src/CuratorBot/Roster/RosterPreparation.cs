using System.Globalization;
using CuratorBot.Conversations.Arriving;
using CuratorBot.Conversations.Turns;
using CuratorBot.Messaging;
using CuratorBot.People;
using CuratorBot.Tables;
using CuratorBot.Texts;

namespace CuratorBot.Roster;

/// <summary>
/// Makes a preview of the table of a roster that a coordinator sent, and reads it again before the turn when
/// she presses a button under its preview.
/// </summary>
public sealed class RosterPreparation(RosterDesk desk) : IPreparation, ITableReader
{
    public bool Concerns(IncomingMessage message, PressedButton? pressed) => UploadOf(pressed) is not null;

    public bool IsFor(Asker who) => !RosterScope.Of(who).IsEmpty;

    public bool AnswersForUnread => true;

    public async Task<object?> Make(TurnContext turn, CancellationToken cancellation)
    {
        var scope = turn.Known is { } who ? RosterScope.Of(who) : null;
        return scope is { IsEmpty: false } ? await Reread(turn, scope, UploadOf(turn.Pressed)!.Value) : null;
    }

    /// <summary>A table that nobody knows is told to be no roster.</summary>
    public int Certainty(TableReading.Read content, TextCatalogue texts) =>
        Math.Max(1, RosterFile.Certainty(content, texts));

    public async Task<IMeantForNoDraft> Read(TurnContext turn, SentTable table)
    {
        if (RosterFile.From(table.Content, turn.Texts) is var file && file is not RosterFile.Read rows)
            return new RefusedTable(RosterDesk.RefusalOf(file, turn.Texts));
        var upload = new RosterUpload
        {
            Id = turn.Ids.Next(),
            PersonId = turn.Who.PersonId,
            FilePath = table.File.Path,
            FileName = table.Name,
            PlanHash = "",
            SentAt = turn.Now,
        };
        return await desk.Preview(turn, RosterScope.Of(turn.Who), rows, upload);
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
