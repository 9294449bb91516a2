using CuratorBot.Conversations.Forms;
using CuratorBot.Conversations.Questions;
using CuratorBot.Conversations.Turns;
using CuratorBot.Files;
using CuratorBot.Messaging;
using CuratorBot.People;
using CuratorBot.Tables;
using CuratorBot.Texts;

namespace CuratorBot.Conversations.Arriving;

/// <summary>A table that somebody sent, read.</summary>
/// <param name="Name">Of the file, as she called it.</param>
public sealed record SentTable(StoredFile File, string Name, TableReading.Read Content);

/// <summary>Knows one kind of table by its header, and makes of it what its own turn needs.</summary>
public interface ITableReader
{
    bool IsFor(Asker who);

    /// <summary>Whether it also says why a table cannot be read at all.</summary>
    bool AnswersForUnread => false;

    /// <summary>Where several know it, the greater goes first; 0 for what it does not know.</summary>
    int Certainty(TableReading.Read content, TextCatalogue texts);

    /// <returns>What stands in <see cref="TurnContext.Prepared"/> when the turn begins.</returns>
    Task<IMeantForNoDraft> Read(TurnContext turn, SentTable table);
}

/// <summary>A table that could not be read: a sentence why, and what she can do.</summary>
public sealed record RefusedTable(RichText Why) : IMeantForNoDraft;

/// <summary>
/// Fetches a table that somebody sent without being asked, once, before the turn begins, and gives it to the
/// reader that knows it best. What an open form asks for is the form's.
/// </summary>
public sealed class SentTables(
    IncomingFiles incoming,
    FileStore files,
    IEnumerable<ITableReader> readers,
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
        List<ITableReader> hers = turn.Known is { } who
            ? [.. readers.Where(reader => reader.IsFor(who))]
            : [];
        return hers.Count == 0 || await engine.TakesFile(turn) ? null : await Take(turn, hers, cancellation);
    }

    private async Task<IMeantForNoDraft?> Take(
        TurnContext turn,
        List<ITableReader> hers,
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
        var answers = hers.Exists(reader => reader.AnswersForUnread);
        if (outcome is not FetchOutcome.Fetched fetched)
            return answers ? new RefusedTable(FetchTexts.Refusal(turn, file, outcome)!) : null;
        await using var content = files.Open(fetched.File.Path)!;
        return TableReader.Read(content) switch
        {
            TableReading.Refused refused => answers
                ? new RefusedTable(turn.Text($"tables.refused.{refused.Why}"))
                : null,
            TableReading.Read read => hers.MaxBy(reader => reader.Certainty(read, turn.Texts)) is { } best
            && best.Certainty(read, turn.Texts) > 0
                ? await best.Read(turn, new SentTable(fetched.File, TypedText.OneLine(file.Name), read))
                : null,
            _ => throw new InvalidOperationException("A table is read or refused."),
        };
    }
}

/// <summary>Says why a table was refused.</summary>
public sealed class UnreadTable : IUnasked
{
    public Task<Reply?> Take(TurnContext turn) =>
        Task.FromResult(
            turn.Prepared is RefusedTable refused ? Reply.With(turn.Say(refused.Why)) : (Reply?)null
        );
}
