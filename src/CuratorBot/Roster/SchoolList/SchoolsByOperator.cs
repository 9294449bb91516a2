using CuratorBot.Audit;
using CuratorBot.Conversations.Turns;
using CuratorBot.Data;
using CuratorBot.Messaging;
using CuratorBot.Schools;
using CuratorBot.Tables;
using CuratorBot.Texts;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Roster.SchoolList;

/// <summary>The operator brings in the municipalities and schools of a region, as a table.</summary>
public sealed class SchoolsByOperator(
    IUnitOfWork unitOfWork,
    TextCatalogue texts,
    IdGenerator ids,
    TimeProvider clock,
    Catalogue catalogue
)
{
    /// <param name="content">Seekable; stands at its beginning.</param>
    /// <param name="applies">Adds all that is new, if every row is good.</param>
    /// <param name="joined">What follows for schools that are new, in the same transaction.</param>
    /// <returns>What came of it, and the words to print.</returns>
    public async Task<(ImportOutcome Outcome, string Words)> Take(
        Stream content,
        bool applies,
        Func<TurnContext, IReadOnlyList<School>, Task> joined,
        CancellationToken cancellation
    )
    {
        var file = SchoolsFile.From(content, texts);
        if (file is SchoolsFile.Refused { Words: var why })
            return (ImportOutcome.Unreadable, why);
        var rows = ((SchoolsFile.Read)file).Rows;
        return await unitOfWork.Write(
            async scope =>
            {
                var plan = await PlanOf(scope.Db, rows);
                if (plan.Problems.Count > 0)
                    return (ImportOutcome.HasBadRows, Words(plan, "schools.nothing"));
                if (!applies || plan.NewMunicipalities.Count + plan.NewSchools.Count == 0)
                    return (ImportOutcome.Good, Words(plan, "schools.nothing"));
                await Add(TurnOf(scope), plan, joined);
                return (ImportOutcome.Good, Words(plan, "schools.applied"));
            },
            cancellation
        );
    }

    private async Task<SchoolsPlan> PlanOf(CuratorBotDb db, IReadOnlyList<SchoolRow> rows) =>
        SchoolsPlan.Of(
            rows,
            await db.Municipalities.AsNoTracking().ToListAsync(),
            await db.Schools.AsNoTracking().ToListAsync(),
            texts,
            ids
        );

    private static async Task Add(
        TurnContext turn,
        SchoolsPlan plan,
        Func<TurnContext, IReadOnlyList<School>, Task> joined
    )
    {
        turn.Db.AddRange(plan.NewMunicipalities);
        turn.Db.AddRange(plan.NewSchools);
        await turn.Db.SaveChangesAsync();
        await joined(turn, plan.NewSchools);
        await AuditTrail.Note(
            turn,
            "schools.imported",
            new AuditSubject("schools", turn.Ids.Next()),
            after: $"{plan.NewSchools.Count}"
        );
    }

    private TurnContext TurnOf(WriteScope scope) =>
        TurnContext.WithoutMessage(
            AuditActor.CommandLine,
            scope,
            texts,
            ids,
            clock,
            catalogue,
            unitOfWork.ReadRevision()
        );

    private string Words(SchoolsPlan plan, string end) =>
        string.Join(
            Environment.NewLine,
            [
                texts.Plain("schools.newMunicipalities", ("count", plan.NewMunicipalities.Count)),
                texts.Plain("schools.newSchools", ("count", plan.NewSchools.Count)),
                texts.Plain("schools.known", ("count", plan.Known)),
                .. plan.Problems.Select(problem =>
                    texts.Plain(
                        "schools.row",
                        ("row", problem.Row),
                        ("says", texts.Plain($"schools.problems.{problem.Problem}", ("value", problem.Value)))
                    )
                ),
                texts.Plain(end),
            ]
        );
}
