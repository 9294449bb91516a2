using CuratorBot.Conversations.Arriving;
using CuratorBot.Conversations.Forms;
using CuratorBot.Conversations.Questions;
using CuratorBot.Conversations.Turns;
using CuratorBot.Files;
using CuratorBot.Messaging;
using CuratorBot.Tables;
using CuratorBot.Texts;

namespace CuratorBot.Importing;

/// <summary>A table that could not be read: a sentence why, and what she can do.</summary>
internal sealed record RefusedTable(RichText Why) : IMeantForNoDraft;

/// <summary>
/// Fetches a table that somebody sent without being asked, once, before the turn begins, and gives it to the
/// import that knows it best. What an open form asks for is the form's.
/// </summary>
public sealed class SentTables(
    IncomingFiles incoming,
    FileStore files,
    ImportDesk desk,
    IEnumerable<TableImport> imports,
    FormEngine engine
) : IPreparation
{
    private static readonly string[] Endings = [".xlsx", ".xlsm", ".xls", ".csv"];

    public bool Concerns(IncomingMessage message, PressedButton? pressed) => IsTable(message);

    /// <summary>A document that by its name is a table.</summary>
    public static bool IsTable(IncomingMessage message) =>
        message is { Kind: IncomingKind.Document, IsEdit: false, InGroup: false, File.Name: { } name }
        && Endings.Any(ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase));

    public async Task<object?> Make(TurnContext turn, CancellationToken cancellation)
    {
        List<TableImport> hers = turn.Known is { } who ? [.. imports.Where(one => one.IsFor(who))] : [];
        return hers.Count == 0 || await engine.TakesFile(turn) ? null : await Take(turn, hers, cancellation);
    }

    private async Task<IMeantForNoDraft?> Take(
        TurnContext turn,
        List<TableImport> hers,
        CancellationToken cancellation
    )
    {
        var file = turn.Message.File!;
        var outcome = await incoming.Fetch(
            turn.Message.Channel,
            file,
            Keeping.Briefly,
            FilesQuestion.LargestBytes,
            cancellation
        );
        var answers = hers.Exists(one => one.AnswersForUnread);
        if (outcome is not FetchOutcome.Fetched fetched)
            return answers ? new RefusedTable(FetchTexts.Refusal(turn, file, outcome)!) : null;
        await using var content = files.Open(fetched.File.Path)!;
        return TableReader.Read(content) switch
        {
            TableReading.Refused refused => answers
                ? new RefusedTable(turn.Text($"tables.refused.{refused.Why}"))
                : null,
            TableReading.Read read => await Preview(turn, hers, fetched.File, read),
            _ => throw new InvalidOperationException("A table is read or refused."),
        };
    }

    private async Task<IMeantForNoDraft?> Preview(
        TurnContext turn,
        List<TableImport> hers,
        StoredFile file,
        TableReading.Read content
    )
    {
        var best = hers.MaxBy(one => one.Certainty(content, turn.Texts))!;
        if (best.Certainty(content, turn.Texts) == 0)
            return null;
        var name = TypedText.OneLine(turn.Message.File!.Name);
        return await desk.Preview(turn, best, content, ImportDesk.New(turn, best, file.Path, name));
    }
}

/// <summary>Answers a table that was sent without being asked for.</summary>
public sealed class TableDocument : IUnasked
{
    public async Task<Reply?> Take(TurnContext turn) =>
        turn.Prepared switch
        {
            RefusedTable refused => Reply.With(turn.Say(refused.Why)),
            PreviewedTable previewed when previewed.Import.IsFor(turn.Who) => await ImportDesk.Take(
                turn,
                previewed
            ),
            _ => null,
        };
}
