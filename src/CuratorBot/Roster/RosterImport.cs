using CuratorBot.Audit;
using CuratorBot.Conversations.Turns;
using CuratorBot.Importing;
using CuratorBot.Members.Entering;
using CuratorBot.Members.Team;
using CuratorBot.People;
using CuratorBot.Schools;
using CuratorBot.Tables;
using CuratorBot.Texts;

namespace CuratorBot.Roster;

/// <param name="Told">Messages to those whose roles have changed.</param>
internal sealed record RosterOutcome(int Added, int Changed, int Removed, Reply Told)
{
    public RichText Text(RosterPlan plan, TextCatalogue texts)
    {
        var left = plan.Count(RowVerdict.Bad) + plan.Count(RowVerdict.Unclear);
        var lines = new RichTextBuilder().Add(texts.Get("roster.done.head"));
        foreach (
            var (key, count) in new[]
            {
                ("added", Added),
                ("changed", Changed),
                ("removed", Removed),
                ("left", left),
            }
        )
            if (count > 0)
                lines.Line(texts.Get($"roster.done.{key}", ("count", count)));
        return lines.Build();
    }
}

/// <summary>The roster as a table: what it changes of the roster, and of the rights of those who came.</summary>
public sealed class RosterImport(NameIndexCache names, Membership membership, RoleChanges roles) : TableImport
{
    public override string Name => "roster";
    public override string Words => "roster";
    public override int MostNamed => 5;
    public override bool TakesGoodRows => true;
    public override bool AnswersForUnread => true;

    public override bool IsFor(Asker who) => !RosterScope.Of(who).IsEmpty;

    /// <summary>A table that nobody knows is told to be no roster.</summary>
    public override int Certainty(TableReading.Read content, TextCatalogue texts) =>
        Math.Max(1, RosterFile.Certainty(content, texts));

    public override async Task<Planning> Plan(TurnContext turn, TableReading.Read content, string? answer)
    {
        var file = RosterFile.From(content, turn.Texts);
        if (file is not RosterFile.Read read)
            return new Planning.Refused(RefusalOf(file, turn.Texts));
        return new Planning.Planned(
            await RosterPlanner.Plan(
                turn.Db,
                await names.For(turn.Db, turn.Revision),
                RosterScope.Of(turn),
                read.Rows,
                Enum.TryParse<RosterNamesakes>(answer, out var meant) ? meant : RosterNamesakes.Unknown,
                turn.Texts
            ),
            read.Notes
        );
    }

    public override IEnumerable<ImportStep> Steps(ImportPlan plan)
    {
        var missing = ((RosterPlan)plan).Missing.Count;
        if (plan.Count(RowVerdict.Unclear) > 0)
        {
            yield return ImportStep.Answer("otherPeople", $"{RosterNamesakes.OtherPeople}");
            yield return ImportStep.Answer("newNumbers", $"{RosterNamesakes.NewNumbers}");
        }
        foreach (var step in base.Steps(plan))
            yield return step;
        if (plan.IsClean && missing > 0)
            yield return ImportStep.Apply(
                plan.ChangesAnything ? "applyAndRemove" : "remove",
                ImportMode.AllAndRemove,
                missing
            );
    }

    public override byte[]? Corrections(TurnContext turn, ImportPlan plan) =>
        plan.Count(RowVerdict.Bad) == 0 ? null : RosterSheets.Corrections((RosterPlan)plan, turn.Texts);

    public override async Task<Reply> Apply(TurnContext turn, ImportPlan plan, ImportMode mode, long uploadId)
    {
        var roster = (RosterPlan)plan;
        var outcome = await Apply(turn, roster, uploadId, removesMissing: mode == ImportMode.AllAndRemove);
        return Reply.With(turn.Say(outcome.Text(roster, turn.Texts))).Then(outcome.Told);
    }

    private async Task<RosterOutcome> Apply(
        TurnContext turn,
        RosterPlan plan,
        long uploadId,
        bool removesMissing
    )
    {
        // With thousands of rows, looking for changes before each question would take longer than all the rest;
        // saving looks for them once.
        turn.Db.ChangeTracker.AutoDetectChangesEnabled = false;
        var steps = plan.Steps.Where(step => step.ChangesAnything).ToList();
        var missing = removesMissing ? plan.Missing : [];
        var changes = new RosterChanges(turn);
        foreach (var step in steps)
            await changes.Make(step);
        foreach (var record in missing)
            await changes.Remove(record, record.Roles.Where(plan.Scope.Covers));
        await changes.Recognise();
        await turn.Db.SaveChangesAsync();
        var outcome = new RosterOutcome(
            steps.Count(step => step.Existing is null),
            steps.Count(step => step.Existing is not null),
            missing.Count,
            await Tell(turn, await changes.ChangeRights())
        );
        await AuditTrail.Note(
            turn,
            "roster.imported",
            new AuditSubject("roster", uploadId)
            {
                MunicipalityId = plan.Scope.OnlyMunicipality,
                Region = plan.Scope.OnlyRegion,
            },
            after: outcome.Text(plan, turn.Texts).Text.ReplaceLineEndings(" ")
        );
        return outcome;
    }

    private async Task<Reply> Tell(TurnContext turn, IReadOnlyList<RosterRights> changed)
    {
        var told = new Reply();
        foreach (var (personId, given, lost) in changed)
        {
            if (lost.Count > 0)
                told.Then(await roles.Follow(turn, personId, lost));
            foreach (var message in await membership.Welcome(turn, personId, given))
                told.Tell(personId, message);
            if (given > 0)
                await JoinCards.SendWaitingTo(turn, told, personId);
        }
        return told;
    }

    private static RichText RefusalOf(RosterFile file, TextCatalogue texts) =>
        file switch
        {
            RosterFile.Empty => texts.Get("roster.file.empty"),
            RosterFile.LacksColumns { Columns: [] } => texts.Get("roster.file.notARoster"),
            RosterFile.LacksColumns lacks => texts.Get(
                "roster.file.lacksColumns",
                (
                    "columns",
                    string.Join(
                        ", ",
                        lacks.Columns.Select(column => $"«{texts.Plain($"roster.columns.{column}")}»")
                    )
                ),
                ("count", lacks.Columns.Count)
            ),
            _ => throw new ArgumentException("The file was read.", nameof(file)),
        };
}
