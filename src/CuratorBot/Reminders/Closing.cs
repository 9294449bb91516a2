using CuratorBot.Audit;
using CuratorBot.Conversations.Turns;
using CuratorBot.Data;
using CuratorBot.Messaging;
using CuratorBot.People.InCharge;
using CuratorBot.Reminders.Daily;
using CuratorBot.Schedule;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Reminders;

/// <summary>Closes, excuses and reopens an obligation, and edits every card that speaks of it.</summary>
public sealed class Closing(Cards cards, ReminderPlan plan)
{
    /// <summary>
    /// Why this person cannot close it now, as the turn that tells her: no right to it, it is closed already, or it
    /// has not opened yet. Null when she may.
    /// </summary>
    public static async Task<Reply?> Refusal(TurnContext turn, Obligation obligation)
    {
        var owners = await Owners.Of(turn.Db, [obligation]);
        var today = LocalDays.Today(turn.Now, obligation.TimeZone);
        if (!owners.MayClose(turn.Who, obligation, today))
            return Reply.OnlyToast(turn.Texts.Plain("reminders.notYours"));
        if (!obligation.IsOpen)
            return await Already(turn, obligation);
        var task = owners.TaskOf(obligation);
        return task.OpensIn(obligation.TimeZone) > turn.Now ? TooEarly(turn, task) : null;
    }

    private static Reply TooEarly(TurnContext turn, ProjectTask task) =>
        Reply.OnlyToast(
            turn.Texts.Plain(
                task.OpensAt is null ? "reminders.tooEarly.day" : "reminders.tooEarly.hour",
                ("date", task.StartsOn),
                ("hour", task.OpensAt is { } hour ? $"{hour:HH:mm}" : "")
            )
        );

    /// <summary>The caller has asked for a <see cref="Refusal"/>.</summary>
    /// <param name="proof">What the task wants; null where it wants nothing.</param>
    public async Task<Reply> Close(TurnContext turn, Obligation obligation, Proof? proof)
    {
        obligation.End(Outcome.Done, turn.Who.PersonId, turn.Now);
        obligation.Prove(proof);
        var facts = await Note(turn, obligation, "obligation.closed", proof?.Value);
        var key = proof?.Kind == EvidenceKind.UncheckedLink ? "reminders.notedUnchecked" : "reminders.noted";
        return (await cards.Redraw(turn, [obligation.Id])).Then(Say(turn, key, obligation, facts));
    }

    /// <summary>«Не требуется»: the caller has seen that she may, and that it is open.</summary>
    public async Task<Reply> Excuse(TurnContext turn, Obligation obligation, string reason)
    {
        obligation.End(Outcome.Excused, turn.Who.PersonId, turn.Now);
        obligation.Reason = reason;
        var facts = await Note(turn, obligation, "obligation.excused", reason);
        return (await cards.Redraw(turn, [obligation.Id])).Then(
            Say(turn, "reminders.excused", obligation, facts)
        );
    }

    /// <summary>
    /// What was closed by mistake or not well enough is owed again: reminding goes on, and those who owe it are
    /// told why. The caller has seen that she may, and that it is closed.
    /// </summary>
    public async Task<Reply> Reopen(TurnContext turn, Obligation obligation, string reason)
    {
        obligation.Reopen(reason);
        var facts = await Note(turn, obligation, "obligation.reopened", reason);
        await turn.Db.SaveChangesAsync();
        await plan.PlanFor(turn.Db, obligation, turn.Now);
        var answer = await cards.Redraw(turn, [obligation.Id]);
        var owners = await Owners.Of(turn.Db, [obligation]);
        var others = owners.OwnersOf(obligation).Where(person => person != turn.Who.PersonId).ToList();
        var mornings = await Mornings.Of(turn.Db, plan.Calendar, await Reachable.Of(turn.Db, others), others);
        foreach (var person in others)
            if (mornings[person].IsNight(turn.Now))
                await TellInTheMorning(turn, owners, obligation, person, mornings[person]);
            else
                answer.Tell(person, Reopened(turn, obligation, facts, reason));
        return answer.Then(Say(turn, "reminders.reopened", obligation, facts));
    }

    /// <summary>The card of the morning says why it is owed again.</summary>
    private async Task TellInTheMorning(
        TurnContext turn,
        Owners owners,
        Obligation obligation,
        long person,
        Morning morning
    )
    {
        var rows = await turn
            .Db.Reminders.Where(row =>
                row.PersonId == person && row.ObligationId == obligation.Id && row.DueOn == obligation.DueOn
            )
            .ToListAsync();
        turn.Db.Reminders.Add(
            OnceMore.Row(
                plan,
                (person, obligation),
                plan.StepsOf(obligation, owners.TaskOf(obligation), Standing.Owner, morning),
                rows,
                morning.Today(turn.Now),
                dueAt: morning.PeaceUntil(turn.Now, obligation.DueOn) ?? morning.EndOfNight(turn.Now)!.Value,
                new AskedBy(turn.Who.PersonId, turn.Now)
            )
        );
    }

    public static AuditSubject SubjectOf(Obligation obligation, ProjectTask task) =>
        new("obligation", obligation.Id)
        {
            Title = task.Title,
            SchoolId = obligation.OwnerKind == OwnerKind.School ? obligation.OwnerId : null,
            MunicipalityId = obligation.MunicipalityId,
            Region = obligation.Region,
        };

    private static async Task<CardFacts> Note(
        TurnContext turn,
        Obligation obligation,
        string what,
        string? after
    )
    {
        var facts = await CardFacts.Of(turn.Db, [obligation]);
        await AuditTrail.Note(turn, what, SubjectOf(obligation, facts.TaskOf(obligation)), after: after);
        return facts;
    }

    private static OutgoingMessage Reopened(
        TurnContext turn,
        Obligation obligation,
        CardFacts facts,
        string reason
    ) =>
        turn.Say(
            "reminders.reopenedForYou",
            ("title", facts.TaskOf(obligation).Title),
            ("owner", facts.OwnerOf(obligation)),
            ("date", obligation.DueOn),
            ("reason", reason)
        ) with
        {
            Choices =
            [
                [turn.Button("reminders.card.done", ObligationActions.DoneOf(obligation))],
            ],
        };

    private static OutgoingMessage Say(
        TurnContext turn,
        string key,
        Obligation obligation,
        CardFacts facts
    ) =>
        turn.Say(
            key,
            ("title", facts.TaskOf(obligation).Title),
            ("owner", facts.OwnerOf(obligation)),
            ("doneOn", obligation.DoneOn),
            ("date", obligation.DueOn)
        );

    private static async Task<Reply> Already(TurnContext turn, Obligation obligation)
    {
        var facts = await CardFacts.Of(turn.Db, [obligation]);
        return Reply.OnlyToast(
            turn.Texts.Plain(
                obligation.Outcome == Outcome.Done
                    ? "reminders.already"
                    : $"reminders.already{obligation.Outcome}",
                ("doneOn", obligation.DoneOn),
                ("reason", obligation.Reason),
                ("who", facts.CloserOf(obligation) ?? turn.Texts.Plain("reminders.colleague"))
            )
        );
    }
}
