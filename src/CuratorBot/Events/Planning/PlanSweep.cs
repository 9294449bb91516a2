using CuratorBot.Conversations;
using CuratorBot.Data;
using CuratorBot.Messaging;
using CuratorBot.People;
using CuratorBot.Reminders;
using CuratorBot.Schedule.Calendar;
using CuratorBot.Schools;
using CuratorBot.Texts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace CuratorBot.Events.Planning;

/// <summary>
/// Tells schools of what is planned for them, and whoever planned it what to know before it and to say how it
/// went. What is due lies with the planned event, so it may be run as often as one likes and after any pause.
/// </summary>
public sealed partial class PlanSweep(
    IUnitOfWork unitOfWork,
    PlanTimes times,
    WorkCalendar calendar,
    Outbox outbox,
    TextCatalogue texts,
    IdGenerator ids,
    TimeProvider clock,
    FailPoints failPoints,
    ILogger<PlanSweep> log
)
{
    private const int MostAtOnce = 200;
    private static readonly TimeSpan TryAgainAfter = TimeSpan.FromHours(1);

    /// <summary>Returns when nothing is due any more.</summary>
    public async Task Run(DateTimeOffset now, CancellationToken cancellation = default)
    {
        while (await Due(now, cancellation) is { Count: > 0 } due)
            foreach (var id in due)
                await LookAtOrPutOff(id, now, cancellation);
    }

    private async Task<List<long>> Due(DateTimeOffset now, CancellationToken cancellation)
    {
        await using var db = unitOfWork.OpenForReading();
        var told = db.PlannedEvents.Where(row => row.TellAt <= now).Select(row => row.Id);
        var staged = db.PlannedEvents.Where(row => row.StageAt <= now).Select(row => row.Id);
        return await told.Union(staged).OrderBy(id => id).Take(MostAtOnce).ToListAsync(cancellation);
    }

    private Task LookAtOrPutOff(long id, DateTimeOffset now, CancellationToken cancellation) =>
        unitOfWork.DoOrPutOff(
            () => unitOfWork.Write(scope => LookAt(scope, id, now), cancellation),
            async scope =>
            {
                if (await scope.Db.PlannedEvents.FindAsync([id], cancellation) is not { } plan)
                    return;
                plan.TellAt = plan.TellAt is null ? null : now + TryAgainAfter;
                plan.StageAt = plan.StageAt is null ? null : now + TryAgainAfter;
            },
            error => LogPutOff(log, id, error),
            cancellation
        );

    private async Task LookAt(WriteScope scope, long id, DateTimeOffset now)
    {
        if (await scope.Db.PlannedEvents.FindAsync(id) is not { } plan)
            return;
        if (plan.TellAt <= now)
            await TellSchool(scope, plan, now);
        if (plan.StageAt <= now)
            await TakeStage(scope, plan, now);
        await scope.Db.SaveChangesAsync();
        failPoints.Pass(FailPoints.Swept);
    }

    private async Task TellSchool(WriteScope scope, PlannedEvent plan, DateTimeOffset now)
    {
        var people = await SchoolTeam.Of(scope.Db, plan.SchoolId, plan.AuthorId);
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
        if (plan.Stage != PlanStage.Brief)
            await SendCard(scope, plan, await Nudge(turn, plan), now);
        else if (now < PlanTimes.Begins(plan))
            await SendCard(scope, plan, await PlanBrief.Write(turn, plan), now);
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
        var helpers = school is null ? [] : await SchoolHelpers.Of(scope.Db, school, plan.AuthorId);
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
        new(() => scope.Db, texts, ids, clock)
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

    [LoggerMessage(
        LogLevel.Error,
        "Planned event {Plan} could not be looked at ({Why}); tried again in an hour"
    )]
    private static partial void LogPutOff(ILogger log, long plan, string why);
}
