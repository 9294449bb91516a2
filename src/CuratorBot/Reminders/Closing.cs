using CuratorBot.Audit;
using CuratorBot.Conversations;
using CuratorBot.Data;
using CuratorBot.Schedule;

namespace CuratorBot.Reminders;

/// <summary>Closes an obligation, once, and tells everybody who was reminded of it.</summary>
public sealed class Closing(Cards cards)
{
    /// <summary>
    /// Why this person cannot close it now, as the turn that tells her: no right to it, or it is closed
    /// already. Null when she may.
    /// </summary>
    public static async Task<Turn?> Refusal(TurnContext turn, Obligation obligation)
    {
        var owners = await Owners.Of(turn.Db, [obligation]);
        var today = LocalDays.Today(turn.Now, obligation.TimeZone);
        if (!owners.MayClose(turn.Who, obligation, today))
            return Turn.OnlyToast(turn.Texts.Plain("reminders.notYours"));
        return obligation.IsOpen ? null : await Already(turn, obligation);
    }

    /// <summary>The caller has asked for a <see cref="Refusal"/>.</summary>
    /// <param name="evidence">The link or the file's id, where the task wants one.</param>
    public async Task<Turn> Close(TurnContext turn, Obligation obligation, string? evidence)
    {
        obligation.DoneAt = turn.Now;
        obligation.DoneOn = LocalDays.Today(turn.Now, obligation.TimeZone);
        obligation.DoneBy = turn.Who.PersonId;
        obligation.Evidence = evidence;
        var facts = await CardFacts.Of(turn.Db, [obligation]);
        await AuditTrail.Note(
            turn,
            "obligation.closed",
            SubjectOf(obligation, facts.TaskOf(obligation)),
            after: evidence
        );
        var edits = await cards.Redraw(turn, obligation);
        return edits.Then(
            turn.Say(
                "reminders.noted",
                ("title", facts.TaskOf(obligation).Title),
                ("owner", facts.OwnerOf(obligation)),
                ("doneOn", obligation.DoneOn)
            )
        );
    }

    private static AuditSubject SubjectOf(Obligation obligation, ProjectTask task) =>
        new("obligation", obligation.Id)
        {
            Title = task.Title,
            SchoolId = obligation.OwnerKind == OwnerKind.School ? obligation.OwnerId : null,
            MunicipalityId = obligation.MunicipalityId,
            Region = obligation.Region,
        };

    private static async Task<Turn> Already(TurnContext turn, Obligation obligation)
    {
        var facts = await CardFacts.Of(turn.Db, [obligation]);
        return Turn.OnlyToast(
            turn.Texts.Plain(
                "reminders.already",
                ("doneOn", obligation.DoneOn),
                ("who", facts.CloserOf(obligation) ?? turn.Texts.Plain("reminders.colleague"))
            )
        );
    }
}
