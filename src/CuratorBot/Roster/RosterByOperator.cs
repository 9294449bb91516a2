using CuratorBot.Audit;
using CuratorBot.Conversations.Turns;
using CuratorBot.Data;
using CuratorBot.Messaging;
using CuratorBot.Tables;
using CuratorBot.Texts;

namespace CuratorBot.Roster;

/// <summary>The operator's way to bring a roster in. All of the roster is the operator's to keep.</summary>
public sealed class RosterByOperator(
    RosterDesk desk,
    RosterImport import,
    IUnitOfWork unitOfWork,
    TextCatalogue texts,
    IdGenerator ids,
    TimeProvider clock,
    Catalogue catalogue
)
{
    /// <param name="content">Seekable; stands at its beginning.</param>
    /// <param name="applies">Applies the file as a whole, if every row is good.</param>
    /// <returns>What came of it, and the words to print.</returns>
    public async Task<(ImportOutcome Outcome, string Words)> Take(
        Stream content,
        string fileName,
        RosterNamesakes namesakes,
        bool applies,
        CancellationToken cancellation
    )
    {
        if (RosterFile.From(content, texts) is var file && file is not RosterFile.Read read)
            return (ImportOutcome.Unreadable, RosterDesk.RefusalOf(file, texts).Text);
        return await unitOfWork.Write(
            async scope =>
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
                var plan = await desk.Plan(turn, RosterScope.Everything, read, namesakes);
                var preview = RosterPreview
                    .Of(fileName, plan, read.Notes, texts, mostShown: int.MaxValue)
                    .Text;
                if (!plan.IsClean)
                    return (ImportOutcome.HasBadRows, preview);
                if (!applies || !plan.ChangesAnything)
                    return (ImportOutcome.Good, preview);
                var done = await import.Apply(
                    turn,
                    RosterScope.Everything,
                    plan,
                    ids.Next(),
                    removesMissing: false
                );
                await Post(scope, done.Told);
                return (ImportOutcome.Good, done.Text(plan, texts).Text);
            },
            cancellation
        );
    }

    /// <summary>Whoever has new roles hears of them from the bot, at its next start.</summary>
    private async Task Post(WriteScope scope, Reply told)
    {
        await scope.Db.SaveChangesAsync();
        foreach (var delivery in told.Deliveries)
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
