using CuratorBot.Conversations.Turns;
using CuratorBot.Data;
using CuratorBot.Messaging;
using CuratorBot.Messaging.Sending;
using CuratorBot.People;
using CuratorBot.People.InCharge;
using CuratorBot.Reminders;
using CuratorBot.Reminders.Daily;
using CuratorBot.Schedule.Calendar;
using CuratorBot.Sweeping;
using CuratorBot.Texts;

namespace CuratorBot.Events.Planning;

/// <summary>
/// Tells schools of what is planned for them, and whoever planned it what to know before it and to say how it
/// went. What is due lies with the planned event; the two are due apart, and one that fails delays the other not.
/// </summary>
public sealed class PlanSweep(
    IUnitOfWork unitOfWork,
    Rounds rounds,
    PlanTimes times,
    WorkCalendar calendar,
    Outbox outbox,
    TextCatalogue texts,
    IdGenerator ids,
    TimeProvider clock,
    Catalogue catalogue,
    FailPoints failPoints
) : ISweep
{
    public string Name => "planned events";

    public async Task Run(DateTimeOffset now, CancellationToken cancellation = default)
    {
        await rounds.Make(
            new DueRows(
                "schools of planned events",
                wanted =>
                    wanted.Of(
                        wanted
                            .Db.PlannedEvents.Where(row => row.TellAt <= now)
                            .OrderBy(row => row.TellAt)
                            .Select(row => row.Id)
                    ),
                (plans, stop) =>
                    Write(
                        plans[0],
                        plan => plan.TellAt <= now,
                        (scope, plan) => TellSchool(scope, plan, now),
                        stop
                    )
            ),
            now,
            cancellation
        );
        await rounds.Make(
            new DueRows(
                Name,
                wanted =>
                    wanted.Of(
                        wanted
                            .Db.PlannedEvents.Where(row => row.StageAt <= now)
                            .OrderBy(row => row.StageAt)
                            .Select(row => row.Id)
                    ),
                (plans, stop) =>
                    Write(
                        plans[0],
                        plan => plan.StageAt <= now,
                        (scope, plan) => TakeStages(scope, plan, now),
                        stop
                    )
            ),
            now,
            cancellation
        );
    }

    private Task Write(
        long id,
        Func<PlannedEvent, bool> isDue,
        Func<WriteScope, PlannedEvent, Task> act,
        CancellationToken cancellation
    ) =>
        unitOfWork.Write(
            async scope =>
            {
                if (await scope.Db.PlannedEvents.FindAsync(id) is not { } plan || !isDue(plan))
                    return;
                await act(scope, plan);
                await scope.Db.SaveChangesAsync();
                failPoints.Pass(FailPoints.Swept);
            },
            cancellation
        );

    private async Task TellSchool(WriteScope scope, PlannedEvent plan, DateTimeOffset now)
    {
        var people = await PeopleInCharge.OfSchool(scope.Db, plan.SchoolId, plan.AuthorId);
        if (await EndOfNight(scope.Db, people, now) is { } morning)
        {
            plan.TellAt = morning;
            return;
        }
        plan.TellAt = null;
        if (people.Count == 0 || NewsOf(plan, now) is not { } news)
            return;
        var turn = TurnOf(scope, known: null);
        var words = await PlanWords.Of(turn, plan);
        var before = plan.ToldOn is { } told ? PlanWords.When(turn, told, plan.ToldHour) : RichText.Empty;
        (plan.ToldOn, plan.ToldHour) = (plan.On, plan.At);
        foreach (var person in people)
            await Send(
                scope,
                person,
                turn.Say(
                    $"plan.school.{news}",
                    ("type", words.Type),
                    ("school", words.School),
                    ("when", words.Planned),
                    ("before", before),
                    ("name", words.Author),
                    ("reason", plan.Reason)
                ) with
                {
                    Choices =
                    [
                        [turn.Button("plan.school.calendar", $"{Reception.CommandActionName}:calendar:")],
                    ],
                },
                now
            );
    }

    /// <summary>What of it the school does not know yet; null when there is nothing.</summary>
    private static string? NewsOf(PlannedEvent plan, DateTimeOffset now) =>
        plan switch
        {
            { IsOpen: true } when now >= PlanTimes.Begins(plan) => null,
            { IsOpen: true, ToldOn: null } => "planned",
            { IsOpen: true } when (plan.ToldOn, plan.ToldHour) != (plan.On, plan.At) => "moved",
            { State: PlanState.NotHeld, ToldOn: { } told, SettledAt: { } at }
                when told >= LocalDays.Today(at, plan.TimeZone) => "calledOff",
            _ => null,
        };

    /// <summary>What has become too late in a pause is passed over; one thing is said at a look.</summary>
    private async Task TakeStages(WriteScope scope, PlannedEvent plan, DateTimeOffset now)
    {
        if (plan.Stage == PlanStage.Brief && now >= PlanTimes.Begins(plan))
            Advance(plan, now);
        if (plan.StageAt <= now)
            await TakeStage(scope, plan, now);
    }

    private async Task TakeStage(WriteScope scope, PlannedEvent plan, DateTimeOffset now)
    {
        if (await WhoGoes(scope, plan) is not { } who)
        {
            (plan.Stage, plan.StageAt) = (PlanStage.Nothing, null);
            return;
        }
        if (await EndOfNight(scope.Db, [who.PersonId], now) is { } morning)
        {
            plan.StageAt = morning;
            return;
        }
        var turn = TurnOf(scope, who);
        var card =
            plan.Stage == PlanStage.Brief ? await PlanBrief.Write(turn, plan) : await Nudge(turn, plan);
        await SendCard(scope, plan, card, now);
        Advance(plan, now);
    }

    private void Advance(PlannedEvent plan, DateTimeOffset now) =>
        (plan.Stage, plan.StageAt) = plan.Stage switch
        {
            PlanStage.Brief => (PlanStage.Nudge, PlanTimes.NudgeAt(plan)),
            PlanStage.Nudge when now < times.SecondNudgeAt(plan) => (
                PlanStage.SecondNudge,
                times.SecondNudgeAt(plan)
            ),
            _ => (PlanStage.Nothing, (DateTimeOffset?)null),
        };

    /// <summary>Its author, or whoever helps the school where she does not any more; null when nobody does.</summary>
    private static async Task<Asker?> WhoGoes(WriteScope scope, PlannedEvent plan)
    {
        if (
            await PeopleDirectory.Read(scope.Db, plan.AuthorId) is { } author
            && PlanRights.Includes(author.MayWork, plan)
        )
            return author;
        var school = await scope.Db.Schools.FindAsync(plan.SchoolId);
        var helpers = school is null ? [] : await PeopleInCharge.HelpersOf(scope.Db, school, plan.AuthorId);
        if (helpers.Count == 0)
            return null;
        plan.AuthorId = helpers[0];
        return await PeopleDirectory.Read(scope.Db, plan.AuthorId);
    }

    private static async Task<OutgoingMessage> Nudge(TurnContext turn, PlannedEvent plan)
    {
        var words = await PlanWords.Of(turn, plan);
        return turn.Say("plan.nudge", ("what", words.What), ("when", words.Planned)) with
        {
            Choices = PlanText.Choices(turn, plan),
        };
    }

    private async Task SendCard(WriteScope scope, PlannedEvent plan, OutgoingMessage card, DateTimeOffset now)
    {
        if (await Send(scope, plan.AuthorId, card, now))
            scope.Db.PlanCards.Add(
                new PlanCard
                {
                    OutboxId = card.Id,
                    PlanId = plan.Id,
                    PersonId = plan.AuthorId,
                }
            );
    }

    private async Task<bool> Send(WriteScope scope, long person, OutgoingMessage message, DateTimeOffset now)
    {
        var rows = await Postman.RowsFor(scope.Db, person, Lane.Broadcast, message, now);
        Postman.Send(scope, outbox, rows);
        return rows.Count > 0;
    }

    /// <summary>When the night of these people is over; null by day.</summary>
    private async Task<DateTimeOffset?> EndOfNight(
        CuratorBotDb db,
        IReadOnlyList<long> people,
        DateTimeOffset now
    )
    {
        var mornings = await Mornings.Of(db, calendar, await Reachable.Of(db, people), people);
        return people.Select(person => mornings[person].EndOfNight(now)).Max();
    }

    private TurnContext TurnOf(WriteScope scope, Asker? known) =>
        new(() => scope.Db, texts, ids, clock, catalogue)
        {
            Message = new IncomingMessage
            {
                Channel = "clock",
                AccountId = 0,
                ChatId = 0,
            },
            Known = known,
            Revision = 0,
        };
}
