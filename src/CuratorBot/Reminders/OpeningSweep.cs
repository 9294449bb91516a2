using CuratorBot.Data;
using CuratorBot.Messaging;
using CuratorBot.Messaging.Sending;
using CuratorBot.People.InCharge;
using CuratorBot.Reminders.Daily;
using CuratorBot.Schedule;
using CuratorBot.Schedule.Calendar;
using CuratorBot.Sweeping;
using CuratorBot.Texts;

namespace CuratorBot.Reminders;

/// <summary>
/// Says to whoever owes it that a task with an opening hour has opened, at that hour where it is owed; never at
/// night, on a day off or in a pause. What could not be said on that day her next morning says.
/// </summary>
public sealed class OpeningSweep(
    IUnitOfWork unitOfWork,
    Rounds rounds,
    WorkCalendar calendar,
    Outbox outbox,
    TextCatalogue texts,
    IdGenerator ids,
    RealTime realTime
) : ISweep
{
    private const int PeopleTogether = 100;
    private const int ButtonsInRow = 3;
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMinutes(1);

    private Pause _untilNextLook;

    public string Name => "openings";

    public async Task Run(DateTimeOffset now, CancellationToken cancellation = default)
    {
        if (!_untilNextLook.IsOver(now, realTime))
            return;
        await rounds.Make(
            new DueRows(
                Name,
                async wanted =>
                    [.. (await Openings.At(wanted.Db, now)).People.Except(wanted.Without).Take(wanted.Most)],
                (people, stop) => unitOfWork.Write(scope => Tell(scope, people, now), stop)
            )
            {
                Together = PeopleTogether,
            },
            now,
            cancellation
        );
        _untilNextLook = Pause.Of(BetweenLooks, now, realTime);
    }

    private async Task Tell(WriteScope scope, IReadOnlyList<long> people, DateTimeOffset now)
    {
        var openings = await Openings.At(scope.Db, now);
        var reachable = await Reachable.Of(scope.Db, people);
        var mornings = await Mornings.Of(scope.Db, calendar, reachable, people);
        var facts = await CardFacts.Of(
            scope.Db,
            [.. people.SelectMany(openings.Of).DistinctBy(row => row.Id)]
        );
        foreach (var person in people)
        {
            var opened = openings.Of(person);
            if (
                reachable.AccountOf(person) is not { } account
                || opened.Count == 0
                || opened.All(row => mornings[person].PeaceUntil(now, row.DueOn) is not null)
            )
                continue;
            scope.Db.Reminders.AddRange(opened.Select(row => Told(person, row, now)));
            var row = Postman.RowFor(
                account.Channel,
                account.ChatId,
                person,
                Lane.Broadcast,
                Message(opened, facts),
                now
            );
            Postman.Send(scope, outbox, [row]);
        }
        await scope.Db.SaveChangesAsync();
    }

    private Reminder Told(long person, Obligation row, DateTimeOffset now) =>
        new()
        {
            Id = ids.Next(),
            PersonId = person,
            ObligationId = row.Id,
            DueOn = row.DueOn,
            Standing = Standing.Owner,
            Stage = Reminder.Opening,
            DueAt = now,
            State = ReminderState.Sent,
            SettledAt = now,
        };

    private OutgoingMessage Message(IReadOnlyList<Obligation> opened, CardFacts facts)
    {
        var shown = opened.Take(Card.MostLines).ToList();
        return new()
        {
            Id = ids.Next(),
            Text = opened is [var only] ? Line("one", only, facts, 1) : List(shown, opened.Count, facts),
            Choices =
            [
                .. shown
                    .Select((row, place) => Button(row, opened.Count == 1 ? null : place + 1))
                    .Chunk(ButtonsInRow)
                    .Select(IReadOnlyList<Choice> (buttons) => buttons),
            ],
        };
    }

    private RichText List(IReadOnlyList<Obligation> shown, int all, CardFacts facts) =>
        RichText.Lines([
            texts.Get("reminders.opened.head"),
            .. shown.Select((row, place) => Line("line", row, facts, place + 1)),
            .. all > shown.Count
                ? new[] { texts.Get("reminders.opened.more", ("count", all - shown.Count)) }
                : [],
        ]);

    private RichText Line(string key, Obligation row, CardFacts facts, int number) =>
        texts.Get(
            $"reminders.opened.{key}",
            ("number", number),
            ("title", facts.TaskOf(row).Title),
            ("owner", facts.OwnerOf(row)),
            ("date", row.DueOn)
        );

    private Choice Button(Obligation row, int? number) =>
        new(
            number is null
                ? texts.Plain("reminders.card.done")
                : texts.Plain("reminders.card.doneNumber", ("number", number)),
            ObligationActions.DoneOf(row)
        );
}
