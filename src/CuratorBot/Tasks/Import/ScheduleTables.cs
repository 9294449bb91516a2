using CuratorBot.Conversations.Arriving;
using CuratorBot.Conversations.Turns;
using CuratorBot.Files;
using CuratorBot.Messaging;
using CuratorBot.People;
using CuratorBot.Schedule;
using CuratorBot.Tables;
using CuratorBot.Texts;

namespace CuratorBot.Tasks.Import;

/// <summary>A schedule that was sent, and the message that says what it would change.</summary>
internal sealed record PreviewedSchedule(OutgoingMessage Preview) : IMeantForNoDraft
{
    /// <summary>The file itself where the bot made it; null for one that she sent.</summary>
    public OutgoingMessage? File { get; init; }

    public Reply Answer() => File is null ? Reply.With(Preview) : Reply.With(File).Then(Preview);
}

/// <summary>The rows of a file that is to be applied.</summary>
internal sealed record RereadSchedule(ScheduleFile File, string Path);

/// <summary>
/// Makes a preview of a schedule that a coordinator sent as a table, and before the turn reads it again when she
/// presses «Применить», and copies a year when she asks for that.
/// </summary>
public sealed class ScheduleTables(SchedulePlanner planner, YearCopy copy, FileStore files)
    : ITableReader,
        IPreparation
{
    public bool IsFor(Asker who) => ScheduleRights.MayAdd(who);

    public int Certainty(TableReading.Read content, TextCatalogue texts) =>
        ScheduleFile.Certainty(content, texts);

    public async Task<IMeantForNoDraft> Read(TurnContext turn, SentTable table)
    {
        var file = ScheduleFile.From(table.Content, turn.Texts)!;
        if (file.Rows.Count == 0)
            return new RefusedTable(turn.Text("scheduleFile.empty"));
        var plan = await planner.Plan(turn, file.Rows);
        return new PreviewedSchedule(SchedulePreview.Of(turn, table.Name, table.File.Path, plan, file.Notes));
    }

    public bool Concerns(IncomingMessage message, PressedButton? pressed) =>
        ScheduleFileActions.PathIn(pressed) is not null || ScheduleFileActions.YearIn(pressed) is not null;

    public async Task<object?> Make(TurnContext turn, CancellationToken cancellation)
    {
        if (turn.Known is not { } who || !IsFor(who))
            return null;
        return ScheduleFileActions.YearIn(turn.Pressed) is { } year
            ? await copy.Make(turn, year)
            : await Reread(turn, ScheduleFileActions.PathIn(turn.Pressed)!);
    }

    private async Task<RereadSchedule?> Reread(TurnContext turn, string path)
    {
        await using var content = files.IsInside(path) ? files.Open(path) : null;
        return
            content is not null
            && TableReader.Read(content) is TableReading.Read read
            && ScheduleFile.From(read, turn.Texts) is { } file
            ? new RereadSchedule(file, path)
            : null;
    }
}

/// <summary>Answers a schedule that was sent without being asked for.</summary>
public sealed class ScheduleDocument : IUnasked
{
    public Task<Reply?> Take(TurnContext turn) =>
        Task.FromResult(
            turn.Prepared is PreviewedSchedule previewed && ScheduleRights.MayAdd(turn.Who)
                ? previewed.Answer()
                : (Reply?)null
        );
}
