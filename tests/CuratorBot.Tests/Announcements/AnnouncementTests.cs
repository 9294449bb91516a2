using CuratorBot.Announcements;
using CuratorBot.Messaging;
using CuratorBot.People;
using CuratorBot.Tests.People;
using CuratorBot.Tests.Reminders;
using CuratorBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Tests.Announcements;

public sealed class AnnouncementTests : SweepCase
{
    private const string Words = "Завтра вебинар.";
    private const string ForeignSchool = "tyumenevskaya_oosh";

    /// <summary>Many directors of one school, and one of a foreign region.</summary>
    private async Task RegisterDirectors(int count)
    {
        for (var account = 3000; account < 3000 + count; account++)
            await Register(account, Role.Director, school: School);
        await Register(4000, Role.Director, school: ForeignSchool);
    }

    private async Task<Phone> Write(long account, string whom = "Директорам школ")
    {
        var phone = new Phone(World, account);
        await phone.Says("/announce");
        await phone.Presses(whom);
        await phone.Presses("Любой");
        if (account == Region)
            await phone.Presses("Во всех");
        await phone.Says(Words);
        return phone;
    }

    /// <summary>The account of each who has got it, as often as she has.</summary>
    private List<long> Got() =>
        [
            .. World
                .Channel.Heard.Where(heard =>
                    heard.Message.Kind == OutgoingKind.Send
                    && heard.Message.Choices.Any(row =>
                        row.Any(choice =>
                            choice.Action.StartsWith("announce.read:", StringComparison.Ordinal)
                        )
                    )
                )
                .Select(heard => heard.ChatId)
                .Order(),
        ];

    [Fact]
    public async Task A_great_one_goes_out_in_parts_to_everybody_once_although_the_bot_is_restarted_between()
    {
        await RegisterDirectors(250);
        var coordinator = await Write(Coordinator);
        await coordinator.Presses("Отправить");
        Assert.Contains("Объявление получит 251 человек. Точно", AskedLast(), StringComparison.Ordinal);
        await coordinator.Presses("Да, отправить");
        await World.MoveClock(At("2022-01-17 10:01"));
        Assert.Equal(200, Got().Count);
        await World.Restart();
        await World.Sweep();
        await World.Sweep();

        Assert.Equal([Director, .. Enumerable.Range(3000, 250).Select(one => (long)one)], Got());
        Assert.Contains("Доставлено: 251 из 251", Heard(Coordinator).Last(), StringComparison.Ordinal);
        Assert.All(
            await World.Read(db =>
                (
                    from delivery in db.AnnouncementDeliveries
                    join row in db.Outbox on delivery.OutboxId equals row.Id
                    select row.Lane
                ).ToListAsync()
            ),
            lane => Assert.Equal(Lane.Broadcast, lane)
        );
    }

    [Theory]
    [InlineData(98, "Уйдёт в")]
    [InlineData(99, "Точно отправить?")]
    public async Task Before_it_goes_to_a_hundred_people_its_author_is_asked_once_more(
        int beside,
        string expected
    )
    {
        await RegisterDirectors(beside);
        await (await Write(Coordinator)).Presses("Отправить");
        Assert.Contains(expected, AskedLast(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_stands_in_it_as_it_was_typed_and_says_where_it_leads()
    {
        var phone = new Phone(World, Coordinator);
        await phone.Says("/announce");
        await phone.Presses("Директорам школ");
        await phone.Presses("Любой");
        await phone.Says(
            "<a href=\"https://evil.example\">https://kuznetsk-edu.ru</a> [вход](https://evil.example)"
        );
        await phone.Presses("Отправить");
        await World.MoveClock(At("2022-01-17 10:01"));

        var got = World.Channel.Heard.Last(heard => heard.ChatId == Director).Message;
        Assert.Contains(
            "<a href=\"https://evil.example\">https://kuznetsk-edu.ru</a> [вход](https://evil.example)",
            got.Text.Text,
            StringComparison.Ordinal
        );
        Assert.All(got.Choices.SelectMany(row => row), choice => Assert.Null(choice.Link));
    }

    /// <summary>The question that stands in place of the first one.</summary>
    private string AskedLast() =>
        World.Channel.Heard.Last(heard => heard.ChatId == Coordinator).Message.Text.Text;

    [Fact]
    public async Task Stopped_halfway_it_comes_to_nobody_else_and_says_how_many_have_it()
    {
        await RegisterDirectors(250);
        var coordinator = await Write(Coordinator);
        await coordinator.Presses("Отправить");
        await coordinator.Presses("Да, отправить");
        await World.MoveClock(At("2022-01-17 10:01"));
        await coordinator.Presses("Отменить");
        await World.MoveClock(At("2022-01-17 12:00"));

        Assert.Equal(200, Got().Count);
        Assert.StartsWith(
            "Остановлено. Объявление уже получили 200 человек",
            World
                .Channel.Shown.Values.Single(one =>
                    one.Text.Text.StartsWith("Остановлено", StringComparison.Ordinal)
                )
                .Text.Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task It_never_leaves_what_its_author_works_for()
    {
        await RegisterDirectors(1);
        await (await Write(Coordinator, "Всем")).Presses("Отправить");
        await World.MoveClock(At("2022-01-17 10:01"));
        Assert.Equal([Curator, Director, Teacher, 3000], Got());
    }

    [Fact]
    public async Task Whoever_has_lost_her_rights_within_the_minute_tells_nobody_anything()
    {
        await (await Write(Coordinator)).Presses("Отправить");
        await Revoke(Coordinator, Role.MunicipalCoordinator);
        await World.MoveClock(At("2022-01-17 10:01"));
        Assert.Empty(Got());
    }

    [Fact]
    public async Task Nobody_is_woken_and_whoever_was_held_hears_nothing_of_what_was_taken_back()
    {
        await Register(4000, Role.Director, school: ForeignSchool);
        World.Clock.Now = At("2022-01-17 18:00");
        var region = await Write(Region);
        await region.Presses("Отправить");
        await World.MoveClock(At("2022-01-17 18:01"));
        Assert.Equal([Director], Got());

        await World.MoveClock(At("2022-01-18 03:59"));
        Assert.Equal([Director], Got());
        await region.Presses("Отменить");
        await World.MoveClock(At("2022-01-18 04:00"));
        Assert.Equal([Director], Got());
    }

    [Fact]
    public async Task In_the_zone_of_the_one_who_was_asleep_it_comes_at_eight()
    {
        await Register(4000, Role.Director, school: ForeignSchool);
        World.Clock.Now = At("2022-01-17 18:00");
        await (await Write(Region)).Presses("Отправить");
        await World.MoveClock(At("2022-01-17 18:01"));
        await World.MoveClock(At("2022-01-18 04:00"));
        Assert.Equal([Director, 4000], Got());
    }

    [Fact]
    public async Task Whoever_has_blocked_the_bot_is_counted_and_named()
    {
        World.Channel.Refuse = (chat, _) =>
            chat == Director ? new DeliveryOutcome.Unreachable("blocked") : null;
        var coordinator = await Write(Coordinator, "Всем");
        await coordinator.Presses("Отправить");
        await World.MoveClock(At("2022-01-17 10:01"));
        await World.Sweep();
        Assert.Contains(
            "Доставлено: 2 из 3\nОтметили «Прочитано»: 0\nНе дошло: 1.",
            Heard(Coordinator).Last(),
            StringComparison.Ordinal
        );
        await coordinator.Presses("Кто не отметил прочтение");
        Assert.Contains(
            "• Иван Образцов-Царевич: не дошло\n",
            Heard(Coordinator).Last(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Only_whoever_got_it_marks_it_as_read_and_only_once()
    {
        await (await Write(Coordinator)).Presses("Отправить");
        await World.MoveClock(At("2022-01-17 10:01"));
        var read = new Phone(World, Director).Press("Прочитано");
        await World.Receive(read);
        World.Clock.Now = At("2022-01-17 11:00");
        await World.Receive(read with { PressId = "again" });
        await World.Receive(new Phone(World, Teacher).PressData(read.Pressed!));
        var delivery = await World.Read(db => db.AnnouncementDeliveries.SingleAsync());
        Assert.Equal(
            (await PersonOf(Director), At("2022-01-17 10:01")),
            (delivery.PersonId, delivery.ReadAt)
        );
    }

    [Fact]
    public async Task When_its_author_is_forgotten_it_goes_and_her_name_with_it()
    {
        var coordinator = await Write(Coordinator);
        await coordinator.Presses("Отправить");
        await World.MoveClock(At("2022-01-17 10:01"));
        Assert.NotEmpty(await Canary.TablesWith(World, "Искусницына"));

        await coordinator.Says("/mydata");
        await coordinator.Presses("Удалить всё");
        await coordinator.Presses("Да, удалить навсегда");

        Assert.Empty(await World.Read(db => db.Announcements.ToListAsync()));
        Assert.Empty(await World.Read(db => db.AnnouncementDeliveries.ToListAsync()));
        Assert.Empty(await Canary.TablesWith(World, "Искусницына"));
        await new Phone(World, Director).Presses("Прочитано");
        Assert.StartsWith(
            "Эта кнопка уже не действует",
            World.Channel.Toasts.Last().Toast,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task One_that_cannot_go_out_is_put_off_and_keeps_no_other_waiting()
    {
        await (await Write(Coordinator)).Presses("Отправить");
        World.Clock.Now = At("2022-01-17 10:00");
        await (await Write(Region)).Presses("Отправить");
        await Change(async db =>
        {
            var broken = await db.Announcements.OrderBy(row => row.Id).FirstAsync();
            var person = await db.ChannelAccounts.SingleAsync(row => row.AccountId == Director);
            db.Add(new AnnouncementDelivery { AnnouncementId = broken.Id, PersonId = person.PersonId });
        });
        await World.MoveClock(At("2022-01-17 10:02"));

        Assert.Equal([Director], Got());
        await Change(db => db.AnnouncementDeliveries.Where(row => row.OutboxId == null).ExecuteDeleteAsync());
        await World.MoveClock(At("2022-01-17 10:03"));
        Assert.Equal([Director, Director], Got());
    }
}
