using CuratorBot.Data;
using CuratorBot.Messaging;
using CuratorBot.People;
using CuratorBot.Reminders;
using CuratorBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Tests.Reminders;

/// <summary>
/// Lives through the project year of the demo region, September 2021 to August 2022, with people in two zones
/// and four regions, hours of their own, a pause, and a third of the deadlines met, and compares who heard of
/// what on which morning with a reckoning of its own.
/// </summary>
public sealed class YearTests : SweepCase
{
    private const string Kuzbass = "Кемеровская область — Кузбасс";
    private const string Kalmykia = "Республика Калмыкия";
    private const string Penza = "Пензенская область";
    private static readonly DateOnly ConfirmedOn = new(2022, 6, 1);

    private static readonly Somebody Pausing = new(2005, "Director", "lunino_sosh_2", Penza)
    {
        Pause = (new(2022, 2, 15), new(2022, 3, 7)),
    };

    private static readonly Somebody[] Others =
    [
        new(2001, "Director", "tyumenevskaya_oosh", Kuzbass, Offset: 7),
        new(2002, "MunicipalCoordinator", "mariinskiy_okrug", Kuzbass, Offset: 7),
        new(2003, "Director", "umantsevskaya_sosh", Kalmykia),
        new(2004, "Curator", "umantsevskaya_sosh", Kalmykia) { Hour = 12 },
        Pausing,
        new(2006, "Teacher", "lunino_sosh_2", Penza) { Hour = 20 },
    ];

    /// <summary>In autumn and on days off nothing may come, and fewer looks show it.</summary>
    private static readonly DateOnly Busy = new(2022, 1, 10);
    private static readonly string[] Quiet = ["09:00", "23:00"];
    private static readonly string[] Times = ["05:00", "08:59", "09:00", "12:00", "20:00", "23:00"];

    private readonly List<(DateTimeOffset At, long Account)> _arrived = [];

    [Fact]
    public async Task From_September_to_August_everybody_hears_exactly_what_the_facts_say()
    {
        var people = Cast().Concat(Others).ToList();
        var closings = Closings();
        await Begin();
        for (var day = YearReckoning.First; day <= YearReckoning.Last; day = day.AddDays(1))
            await LiveThrough(day, closings);

        var reckoning = new YearReckoning(people, closings);
        var (expected, openings) = (InOrder(reckoning.All()), reckoning.Openings().ToList());
        Assert.True(expected.Count > 2000);
        Assert.NotEmpty(openings);
        Assert.Equal(InOrder(expected.Concat(openings)), InOrder(await Sent()));
        AssertOneMessageAMorning(people, expected, openings);
    }

    private static List<Told> InOrder(IEnumerable<Told> told) =>
        [.. told.OrderBy(one => one.ToString(), StringComparer.Ordinal)];

    private async Task Begin()
    {
        World.Clock.Now = new DateTimeOffset(2021, 9, 1, 0, 0, 0, TimeSpan.Zero);
        foreach (var one in Others)
        {
            var overTown = one.Role == "MunicipalCoordinator";
            await Register(
                one.Account,
                Enum.Parse<Role>(one.Role),
                school: overTown ? null : one.Over,
                municipality: overTown ? one.Over : null
            );
            await Wish(one.Account, wish => wish.Hour = one.Hour);
        }
        await Change(db => db.Reminders.ExecuteDeleteAsync());
    }

    private async Task LiveThrough(
        DateOnly day,
        IReadOnlyDictionary<(string Task, string Owner), DateOnly> closings
    )
    {
        foreach (var time in TimesOf(day))
            await Look(At($"{day:yyyy-MM-dd} {time}"));
        var closed = closings.Where(closing => closing.Value == day).Select(closing => closing.Key).ToList();
        if (closed.Count > 0)
            await Change(async db =>
            {
                foreach (var (task, owner) in closed)
                    (await ObligationOf(db, task, owner)).DoneAt = World.Clock.Now;
            });
        if (day == Pausing.Pause!.Value.From.AddDays(-1))
            await Wish(Pausing.Account, wish => wish.PausedUntil = Pausing.Pause.Value.Until);
        if (day == ConfirmedOn)
            await ConfirmDates();
    }

    private static string[] TimesOf(DateOnly day) =>
        day < Busy ? (day.DayNumber % 3 == 0 ? Quiet : [])
        : YearReckoning.IsFree(day, region: null) ? Quiet
        : Times;

    private async Task Look(DateTimeOffset at)
    {
        var before = World.Channel.Heard.Count;
        await World.MoveClock(at);
        _arrived.AddRange(
            World
                .Channel.Heard.Skip(before)
                .Where(heard => heard.Message.Kind == OutgoingKind.Send)
                .Select(heard => (at, heard.ChatId))
        );
    }

    private async Task ConfirmDates()
    {
        var region = new Phone(World, 1005);
        for (var left = 2; left > 0; left--)
        {
            await region.Says("/schedule");
            await region.Presses("Подтвердить дату");
        }
    }

    /// <summary>Every third part of a task is done, from three weeks before its date to three weeks after it.</summary>
    private static Dictionary<(string Task, string Owner), DateOnly> Closings() =>
        YearReckoning
            .Owed()
            .Select((owed, at) => (Key: (YearReckoning.Text(owed.Task, "id")!, owed.Owner), owed.Due, at))
            .Where(one => one.at % 3 == 1)
            .ToDictionary(one => one.Key, one => one.Due.AddDays((one.at % 13 * 3) - 18));

    private static IEnumerable<Somebody> Cast() =>
        from member in YearReckoning.Facts("cast")
        from held in member.GetProperty("roles").EnumerateArray()
        select new Somebody(
            member.GetProperty("accountId").GetInt64(),
            YearReckoning.Text(held, "role")!,
            YearReckoning.Text(held, "schoolId") ?? YearReckoning.Text(held, "municipalityId"),
            YearReckoning.Text(held, "role") == "RegionalCoordinator" ? null : Penza
        );

    private Task<List<Told>> Sent() =>
        World.Read(async db =>
        {
            var rows = await (
                from row in db.Reminders
                where row.State == ReminderState.Sent
                join obligation in db.Obligations on row.ObligationId equals obligation.Id
                join account in db.ChannelAccounts on row.PersonId equals account.PersonId
                select new
                {
                    account.AccountId,
                    row.SettledAt,
                    obligation.TaskId,
                    obligation.OwnerId,
                }
            ).ToListAsync();
            return rows.Select(row => new Told(
                    row.AccountId,
                    LocalDays.Today(row.SettledAt!.Value, "Europe/Moscow"),
                    row.TaskId,
                    row.OwnerId
                ))
                .ToList();
        });

    /// <summary>
    /// At her hour, on a working day of hers, and one message for all that she is to hear; beside it one at noon of
    /// the days on which something opens.
    /// </summary>
    private void AssertOneMessageAMorning(
        IReadOnlyList<Somebody> people,
        IEnumerable<Told> expected,
        IEnumerable<Told> openings
    )
    {
        var mornings = DaysIn(expected);
        var noons = DaysIn(openings);
        var opened = new List<(long Account, DateOnly Day)>();
        var arrived = new List<(long Account, DateOnly Day)>();
        foreach (var (at, account) in _arrived)
        {
            var one = people.First(person => person.Account == account);
            var local = at.ToOffset(TimeSpan.FromHours(one.Offset));
            var day = DateOnly.FromDateTime(local.DateTime);
            if (local.Hour == 12 && noons.Contains((account, day)))
            {
                opened.Add((account, day));
                continue;
            }
            Assert.Equal(one.Hour, local.Hour);
            Assert.False(YearReckoning.IsFree(day, one.Region));
            arrived.Add((account, day));
        }
        Assert.Equal(mornings, arrived.Order().ToList());
        Assert.Equal(noons, opened.Order().ToList());
    }

    private static List<(long Account, DateOnly Day)> DaysIn(IEnumerable<Told> told) =>
        [.. told.Select(one => (one.Account, one.Day)).Distinct().Order()];
}
