using CuratorBot.Audit;
using CuratorBot.Conversations.Forms;
using CuratorBot.Conversations.Questions;
using CuratorBot.Conversations.Turns;
using CuratorBot.Messaging;
using CuratorBot.Schools;
using CuratorBot.Texts;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Events.Planning;

/// <summary>
/// What becomes of planned events: planned, moved, called off, held. The school is told by the clock, of what is
/// different from what it knows, and the cards that ask about an event lose their buttons once that is settled.
/// </summary>
public sealed class PlanChanges(PlanTimes times)
{
    /// <summary>The note in the sheet of a report that says which planned event it is of.</summary>
    internal const string Note = "plan";

    internal async Task<PlannedEvent> Plan(
        TurnContext turn,
        School school,
        EventKind kind,
        DateOnly on,
        TimeOnly? at,
        string? topic
    )
    {
        var place = await turn.Db.Municipalities.FindAsync(school.MunicipalityId ?? "");
        var plan = new PlannedEvent
        {
            Id = turn.Ids.Next(),
            TypeId = kind.TypeId,
            AuthorId = turn.Who.PersonId,
            SchoolId = school.Id,
            MunicipalityId = school.MunicipalityId,
            Region = school.Region,
            TimeZone = place?.TimeZone ?? turn.Who.TimeZone,
            On = on,
            At = at,
            Topic = topic,
            PlannedAt = turn.Now,
            TellAt = turn.Now,
        };
        BeginStages(plan);
        turn.Db.PlannedEvents.Add(plan);
        await AuditTrail.Note(turn, "plan.made", await SubjectOf(turn, plan), after: Day(on));
        return plan;
    }

    internal async Task<Reply> Move(TurnContext turn, PlannedEvent plan, DateOnly on, TimeOnly? at)
    {
        var (words, before) = (await PlanWords.Of(turn, plan), plan.On);
        (plan.On, plan.At, plan.TellAt) = (on, at, turn.Now);
        BeginStages(plan);
        await AuditTrail.Note(turn, "plan.moved", await SubjectOf(turn, plan), Day(before), Day(on));
        var moved = turn.Text("plan.movedMark", ("when", PlanWords.When(turn, plan)));
        return TellAuthor(turn, plan, "plan.toldMoved", words).Then(await CloseCards(turn, plan, moved));
    }

    /// <summary>It will not be, or was not; the reason is for the school and the coordinator.</summary>
    internal static async Task<Reply> CallOff(TurnContext turn, PlannedEvent plan, string reason)
    {
        var words = await PlanWords.Of(turn, plan);
        plan.Reason = reason;
        Settle(turn, plan, PlanState.NotHeld);
        plan.TellAt = turn.Now;
        await AuditTrail.Note(turn, "plan.calledOff", await SubjectOf(turn, plan), after: reason);
        return TellAuthor(turn, plan, "plan.toldCalledOff", words)
            .Then(await CloseCards(turn, plan, PlanWords.WhyNot(turn, plan)));
    }

    /// <summary>
    /// A report was sent: the event that it was opened for is held, and so is one of the same kind that its
    /// author had planned for the same school and day.
    /// </summary>
    internal static async Task<Reply> HeldBy(TurnContext turn, EventReport report, AnswerSheet sheet)
    {
        var (me, schools) = (turn.Who.PersonId, report.Schools.ConvertAll(school => school.SchoolId));
        var plans = await turn
            .Db.PlannedEvents.Where(plan => schools.Contains(plan.SchoolId) && plan.State == PlanState.Open)
            .ToListAsync();
        var closed = Reply.Nothing;
        foreach (var plan in plans.Where(plan => IsMeant(plan) || IsThis(plan)))
        {
            plan.ReportId = report.Id;
            Settle(turn, plan, PlanState.Held);
            closed.Then(await CloseCards(turn, plan, turn.Text("plan.heldMark")));
        }
        return closed;

        bool IsMeant(PlannedEvent plan) =>
            sheet.Note(Note) == PlanActions.IdOf(plan) && PlanRights.MayChange(turn.Who, plan);
        bool IsThis(PlannedEvent plan) =>
            plan.AuthorId == me
            && plan.TypeId == report.TypeId
            && report.From <= plan.On
            && plan.On <= report.To;
    }

    /// <summary>Says under the cards what became of it, and takes their buttons.</summary>
    private static async Task<Reply> CloseCards(TurnContext turn, PlannedEvent plan, RichText said)
    {
        var cards = await turn
            .Db.PlanCards.Where(card => card.PlanId == plan.Id)
            .OrderBy(card => card.OutboxId)
            .ToListAsync();
        var edits = Reply.Nothing;
        foreach (var card in cards)
            edits.Tell(card.PersonId, await CardEnd.Of(turn.Db, turn.Ids, card.OutboxId, said));
        turn.Db.PlanCards.RemoveRange(cards);
        return edits;
    }

    private void BeginStages(PlannedEvent plan) =>
        (plan.Stage, plan.StageAt) = (PlanStage.Brief, times.BriefAt(plan));

    private static void Settle(TurnContext turn, PlannedEvent plan, PlanState state) =>
        (plan.State, plan.SettledAt, plan.Stage, plan.StageAt) = (state, turn.Now, PlanStage.Nothing, null);

    /// <summary>Whoever planned it hears what another one did with it.</summary>
    private static Reply TellAuthor(TurnContext turn, PlannedEvent plan, string key, PlanWords words) =>
        plan.AuthorId == turn.Who.PersonId
            ? Reply.Nothing
            : new Reply().Tell(
                plan.AuthorId,
                turn.Say(
                    key,
                    ("what", words.What),
                    ("when", words.Planned),
                    ("now", PlanWords.When(turn, plan)),
                    ("by", turn.Who.Name),
                    ("reason", plan.Reason)
                )
            );

    private static string Day(DateOnly day) => day.ToString(DateQuestion.StoredAs);

    private static async Task<AuditSubject> SubjectOf(TurnContext turn, PlannedEvent plan) =>
        new("plan", plan.Id)
        {
            Title = (await turn.Db.EventTypes.FindAsync(plan.TypeId))?.Name,
            SchoolId = plan.SchoolId,
            MunicipalityId = plan.MunicipalityId,
            Region = plan.Region,
        };
}
