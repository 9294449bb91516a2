using CuratorBot.Audit;
using CuratorBot.Conversations.Turns;
using CuratorBot.Data;
using CuratorBot.Messaging;
using CuratorBot.Tables;
using CuratorBot.Texts;

namespace CuratorBot.Importing;

/// <summary>The operator's way to bring a table in, as a whole.</summary>
public sealed class OperatorImport(
    IUnitOfWork unitOfWork,
    TextCatalogue texts,
    IdGenerator ids,
    TimeProvider clock,
    Catalogue catalogue
)
{
    /// <param name="content">Seekable; stands at its beginning.</param>
    /// <param name="answer">What is said about the rows that are unclear; null for nothing.</param>
    /// <param name="applies">Applies all of it, if every row is good.</param>
    /// <returns>What came of it, and the words to print.</returns>
    public async Task<(ImportOutcome Outcome, string Words)> Take(
        TableImport import,
        Stream content,
        string fileName,
        string? answer,
        bool applies,
        CancellationToken cancellation
    ) =>
        TableReader.Read(content) switch
        {
            TableReading.Refused refused => (
                ImportOutcome.Unreadable,
                texts.Plain($"tables.refused.{refused.Why}")
            ),
            TableReading.Read read => await unitOfWork.Write(
                scope => Take(scope, import, read, fileName, answer, applies),
                cancellation
            ),
            _ => throw new InvalidOperationException("A table is read or refused."),
        };

    private async Task<(ImportOutcome Outcome, string Words)> Take(
        WriteScope scope,
        TableImport import,
        TableReading.Read content,
        string fileName,
        string? answer,
        bool applies
    )
    {
        var turn = TurnContext.WithoutMessage(
            AuditActor.CommandLine,
            scope,
            texts,
            ids,
            clock,
            catalogue,
            unitOfWork.ReadRevision()
        );
        var planning = await import.Plan(turn, content, answer);
        if (planning is not Planning.Planned planned)
            return (ImportOutcome.Unreadable, ((Planning.Refused)planning).Why.Text);
        var preview = ImportPreview.Text(import, fileName, planned, texts, mostNamed: int.MaxValue).Text;
        if (!planned.Plan.IsClean)
            return (ImportOutcome.HasBadRows, preview);
        if (!applies || !planned.Plan.ChangesAnything)
            return (ImportOutcome.Good, preview);
        var done = await import.Apply(turn, planned.Plan, ImportMode.All, ids.Next());
        await Post(scope, done);
        return (
            ImportOutcome.Good,
            string.Join(
                Environment.NewLine,
                done.Deliveries.Where(one => one.PersonId is null).Select(one => one.Message.Text.Text)
            )
        );
    }

    /// <summary>Whomever it concerns hears of it from the bot, at its next start.</summary>
    private async Task Post(WriteScope scope, Reply told)
    {
        await scope.Db.SaveChangesAsync();
        foreach (var delivery in told.Deliveries.Where(one => one.PersonId is not null))
        foreach (var part in Postman.Parts(delivery.Message, ids, texts))
        foreach (
            var row in await Postman.RowsFor(
                scope.Db,
                delivery.PersonId!.Value,
                delivery.Lane,
                part,
                clock.GetUtcNow()
            )
        )
            scope.Messages.Add(row);
    }
}
