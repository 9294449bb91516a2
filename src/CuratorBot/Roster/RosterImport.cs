using CuratorBot.Audit;
using CuratorBot.Conversations.Turns;
using CuratorBot.Members.Entering;
using CuratorBot.Members.Team;
using CuratorBot.Texts;

namespace CuratorBot.Roster;

/// <param name="Told">Messages to those whose roles have changed.</param>
internal sealed record RosterOutcome(int Added, int Changed, int Removed, Reply Told)
{
    public RichText Text(RosterPlan plan, TextCatalogue texts)
    {
        var left = plan.Count(RosterVerdict.Bad) + plan.Count(RosterVerdict.Namesake);
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

/// <summary>Does what a plan says, in the transaction of the turn: the roster, and the rights of those who came.</summary>
public sealed class RosterImport(Membership membership, RoleChanges roles)
{
    internal async Task<RosterOutcome> Apply(
        TurnContext turn,
        RosterScope scope,
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
            await changes.Remove(record, record.Roles.Where(scope.Covers));
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
                MunicipalityId = scope.OnlyMunicipality,
                Region = scope.OnlyRegion,
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
}
