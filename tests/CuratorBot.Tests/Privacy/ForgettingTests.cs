using CuratorBot.Audit;
using CuratorBot.Conversations.Turns;
using CuratorBot.Messaging;
using CuratorBot.Messaging.Sending;
using CuratorBot.People;
using CuratorBot.Privacy;
using CuratorBot.Tests.People;
using CuratorBot.Tests.Support;
using CuratorBot.Texts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CuratorBot.Tests.Privacy;

/// <summary>Canaries in all that a person says and is; when she is forgotten, none is left anywhere.</summary>
public sealed partial class ForgettingTests
{
    private const long Account = 7_300_171_009;
    private const string Phone = "9155550123";

    /// <summary>Parts of her names, the former one too, of what she typed and of her number.</summary>
    private static readonly string[] Canaries = ["Канарейкина", "Чижова", "щегол", Phone, $"{Account}"];

    [Fact]
    public async Task When_she_is_forgotten_nothing_of_her_is_left_in_any_column_or_file()
    {
        await using var world = await World.Open();
        var her = new Phone(world, Account);
        await LiveThrough(world, her);
        foreach (var canary in Canaries)
            Assert.NotEmpty(await Canary.TablesWith(world, canary)); // so the search does find things
        Assert.NotEmpty(Canary.FilesWith(world, "Канарейкина"));

        await her.Says("/mydata");
        Assert.Equal(
            OutgoingKind.Document,
            world.Channel.Heard.Last(heard => heard.ChatId == Account).Message.Kind
        );
        await her.Presses("Удалить всё");
        await her.Presses("Да, удалить навсегда");

        Assert.Equal(
            "Готово, мы вас забыли. Спасибо за работу! Если захотите вернуться, напишите /start",
            Newcomers.LastTo(world, her)
        );
        foreach (var canary in Canaries)
        {
            Assert.Empty((await Canary.TablesWith(world, canary)).Select(table => $"{canary}: {table}"));
            Assert.Empty(Canary.FilesWith(world, canary).Select(file => $"{canary}: {file}"));
        }
    }

    [Fact]
    public async Task Her_reports_and_closed_deadlines_stay_with_the_school_and_name_nobody()
    {
        await using var world = await World.Open();
        var (director, coordinator) = (new Phone(world, 1002), new Phone(world, 1004));
        await director.Says("/tasks");
        await director.Presses("Готово");
        await Report(director, "План недели");
        var before = await world.Read(db => db.EventReports.CountAsync());

        await Forget(director);

        Assert.Equal(before, await world.Read(db => db.EventReports.CountAsync()));
        Assert.Equal(1, await world.Read(db => db.Obligations.CountAsync(row => row.DoneBy != null)));
        await coordinator.Says("/events");
        await coordinator.Presses("1");
        Assert.Contains("бывший участник", Newcomers.LastTo(world, coordinator));
        Assert.DoesNotContain("Образцов", Newcomers.LastTo(world, coordinator));
    }

    [Fact]
    public async Task Whoever_stands_in_for_her_is_reminded_from_then_on()
    {
        await using var world = await World.Open();
        await Forget(new Phone(world, 1002));

        await world.MoveClock(Transcript.MoscowTime("2022-01-24 09:00"));

        Assert.Contains(
            world.Channel.Heard,
            heard => heard.ChatId == 1003 && heard.Message.Choices.Count > 0
        );
        Assert.DoesNotContain(
            world.Channel.Heard.Skip(1),
            heard =>
                heard.ChatId == 1002 && heard.Message.Text.Text.Contains("Срок", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_request_that_waits_is_taken_back_and_its_button_lets_nobody_in()
    {
        await using var world = await World.Open();
        var (her, coordinator) = (new Phone(world, Account), new Phone(world, 1004));
        await Newcomers.Ask(her);
        var accept = coordinator.Press("Принять");

        await Forget(her);
        await world.Receive(accept);

        Assert.Equal("Заявку отозвали.", Newcomers.LastTo(world, coordinator));
        Assert.Equal(0, await world.Read(db => db.JoinRequests.CountAsync()));
        Assert.Null((await world.Read(db => PeopleDirectory.Read(db, world.Channel.Name, Account)))?.Name);
    }

    [Theory]
    [InlineData("Отозвать согласие", "Да, отозвать согласие")]
    [InlineData("Удалить всё", "Да, удалить навсегда")]
    public async Task What_waits_for_a_coordinator_who_goes_is_decided_by_the_region(
        string ask,
        string confirm
    )
    {
        await using var world = await World.Open();
        await Newcomers.Ask(new Phone(world, 3001));
        var coordinator = new Phone(world, 1004);

        await coordinator.Says("/mydata");
        await coordinator.Presses(ask);
        await coordinator.Presses(confirm);

        await new Phone(world, 1005).Presses("Принять");
        Assert.True((await world.Read(db => PeopleDirectory.Read(db, world.Channel.Name, 3001)))!.IsMember);
    }

    [Fact]
    public async Task Forgetting_twice_is_forgetting_once()
    {
        await using var world = await World.Open();
        var her = (await world.Read(db => PeopleDirectory.Read(db, world.Channel.Name, 1003)))!.PersonId;
        await LetForget(world, her);
        var audit = await world.Read(db => db.Audit.CountAsync());

        await LetForget(world, her);

        Assert.Equal(audit, await world.Read(db => db.Audit.CountAsync()));
        Assert.NotNull((await world.Read(db => db.People.SingleAsync(row => row.Id == her))).ForgottenAt);
    }

    [Fact]
    public async Task Her_consent_withdrawn_she_is_forgotten_after_the_term_unless_she_agrees_again()
    {
        await using var world = await World.Open();
        foreach (var account in new long[] { 1002, 1003 })
        {
            var phone = new Phone(world, account);
            await phone.Says("/mydata");
            await phone.Presses("Отозвать");
            await phone.Presses("Да, отозвать");
        }
        var changesHerMind = new Phone(world, 1002);
        await changesHerMind.Says("/start");
        await changesHerMind.Presses("Согласен");

        await Purge(world, TimeSpan.FromDays(9.9));
        Assert.Empty(await world.Read(db => db.People.Where(row => row.ForgottenAt != null).ToListAsync()));
        await Purge(world, TimeSpan.FromDays(10));

        Assert.Empty(await Canary.TablesWith(world, "Премудрова"));
        Assert.NotEmpty(await Canary.TablesWith(world, "Образцов-Царевич"));
    }

    [Fact]
    public async Task A_short_name_is_not_cut_out_of_longer_words()
    {
        await using var world = await World.Open();
        var (her, coordinator) = (new Phone(world, Account), new Phone(world, 1004));
        await her.Says("/start");
        await her.Presses("Согласен");
        await Newcomers.AskForSchool(her, "Педагог", "СОШ №5", "Ку");

        await Forget(her);

        var said = await world.Read(db =>
            db.Outbox.Where(row => row.ChatId == 1004).OrderBy(row => row.Id).FirstAsync()
        );
        Assert.Contains("Имя: бывший участник", Outbox.Read(said).Text.Text);
        Assert.Contains("Кузнецк", Outbox.Read(said).Text.Text);
    }

    private static async Task Report(Phone phone, string topic, string? document = null)
    {
        await phone.Says("/report");
        await phone.Presses("Консультация");
        await phone.Presses("Сегодня");
        await phone.Says("12");
        await phone.Says(topic);
        await phone.Presses("Без вопроса");
        if (document is not null)
            await phone.SendsDocument(document);
        await phone.Presses("✅ Отправить");
    }

    private static async Task Forget(Phone phone)
    {
        await phone.Says("/mydata");
        await phone.Presses("Удалить всё");
        await phone.Presses("Да, удалить навсегда");
    }

    private static Task LetForget(World world, long personId) =>
        world.UnitOfWork.Write(async scope =>
        {
            var traces =
                await Traces.Find(scope.Db, personId)
                ?? new Traces(new Subject(personId, [], [], []), [], [], 0);
            var turn = TurnContext.WithoutMessage(
                AuditActor.System,
                scope,
                world.Services.GetRequiredService<TextCatalogue>(),
                world.Ids,
                world.Clock,
                world.Catalogue,
                world.UnitOfWork.ReadRevision()
            );
            await world.Services.GetRequiredService<Forgetting>().Forget(turn, traces);
        });

    private static async Task Purge(World world, TimeSpan later)
    {
        await world.Services.GetRequiredService<Purge>().Run(World.Start + later);
        await world.Settle();
    }
}
