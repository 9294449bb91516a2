using CuratorBot.Conversations.Limits;
using CuratorBot.Conversations.Turns;
using CuratorBot.Messaging;
using CuratorBot.People;
using CuratorBot.Tests.Support;
using CuratorBot.Texts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Moq;

namespace CuratorBot.Tests.Conversations;

public sealed class MannersTests : IAsyncLifetime
{
    private World _world = null!;
    private Phone _curator = null!;

    public async Task InitializeAsync()
    {
        _world = await World.Open(also: services => services.AddSingleton(new LimitsOptions()));
        _curator = new Phone(_world, 1001);
    }

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Fact]
    public async Task Twenty_commands_in_a_minute_are_answered_then_comes_one_notice_and_then_silence()
    {
        for (var command = 0; command < 20; command++)
            await _curator.Says("/tasks");
        Assert.Equal(20, Heard().Count);
        Assert.DoesNotContain(Heard(), text => text.Contains("Не успеваю"));

        for (var command = 0; command < 30; command++)
            await _curator.Says("/tasks");
        Assert.Equal(21, Heard().Count);
        Assert.Contains("Не успеваю отвечать так быстро", Heard()[^1]);
    }

    [Fact]
    public async Task After_a_minute_she_is_answered_again()
    {
        for (var command = 0; command < 25; command++)
            await _curator.Says("/tasks");
        _world.Clock.Now += TimeSpan.FromSeconds(59);
        await _curator.Says("/tasks");
        Assert.Equal(21, Heard().Count);

        _world.Clock.Now += TimeSpan.FromSeconds(1);
        await _curator.Says("/tasks");

        Assert.Equal(22, Heard().Count);
        Assert.DoesNotContain("Не успеваю", Heard()[^1]);
    }

    [Fact]
    public async Task A_clock_that_is_moved_neither_prolongs_the_minute_nor_ends_it()
    {
        for (var command = 0; command < 25; command++)
            await _curator.Says("/tasks");
        _world.Clock.Jump(TimeSpan.FromHours(1));
        await _curator.Says("/tasks");
        Assert.Equal(21, Heard().Count);

        _world.Clock.Jump(-TimeSpan.FromHours(2));
        _world.Clock.Passed += TimeSpan.FromMinutes(1);
        await _curator.Says("/tasks");
        Assert.Equal(22, Heard().Count);
    }

    [Fact]
    public async Task Nobody_else_waits_for_her()
    {
        for (var command = 0; command < 25; command++)
            await _curator.Says("/tasks");
        await new Phone(_world, 1002).Says("/tasks");

        Assert.DoesNotContain("Не успеваю", Heard()[^1]);
    }

    [Fact]
    public async Task What_nobody_understands_counts_like_a_command()
    {
        for (var word = 0; word < 30; word++)
            await _curator.Says("абракадабра");

        Assert.Equal(21, Heard().Count);
    }

    [Fact]
    public async Task A_stranger_is_limited_as_well()
    {
        var stranger = new Phone(_world, 1006);
        for (var command = 0; command < 30; command++)
            await stranger.Says("/help");

        Assert.Equal(21, Heard().Count);
    }

    [Fact]
    public async Task Sixty_presses_in_a_minute_are_answered_then_comes_one_notice()
    {
        await _curator.Says("/events");
        var again = _curator.Press("➕ Новый отчёт").Pressed!;
        for (var press = 0; press < 80; press++)
            await _world.Receive(_curator.PressData(again));

        var toasts = _world.Channel.Toasts.Select(one => one.Toast).ToList();
        Assert.Equal(80, toasts.Count);
        Assert.Single(toasts, toast => toast?.Contains("Не успеваю") == true);
    }

    [Fact]
    public async Task Files_that_no_draft_waits_for_are_limited()
    {
        for (var photo = 0; photo < 15; photo++)
            await _curator.SendsPhoto();

        Assert.Equal(11, Heard().Count);
        Assert.Contains("Файлов пришло слишком много", Heard()[^1]);
    }

    [Fact]
    public async Task No_answer_and_no_file_of_an_open_draft_is_ever_lost()
    {
        for (var photo = 0; photo < 12; photo++)
            await _curator.SendsPhoto();
        await _curator.Says("/report");
        for (var command = 0; command < 25; command++)
            await _curator.Says("/tasks");

        await _curator.Presses("Посещение школы");
        await _curator.Presses("СОШ №3");
        await _curator.Presses("Сегодня");
        await _curator.Says("12");
        for (var photo = 0; photo < 3; photo++)
            await _curator.SendsPhoto();
        await _curator.Presses("✅ Отправить");

        var report = await _world.Read(db =>
            db.EventReports.Include(row => row.Files).SingleAsync(row => row.ReportedAt == World.Start)
        );
        Assert.Equal((12, 3), (report.Participants, report.Files.Count));
    }

    [Fact]
    public async Task A_draft_is_dropped_however_much_was_asked()
    {
        await _curator.Says("/report");
        for (var command = 0; command < 25; command++)
            await _curator.Says("/tasks");

        await _curator.Says("/cancel");

        Assert.Empty(await _world.Read(db => db.Sessions.ToListAsync()));
    }

    [Fact]
    public async Task One_group_is_answered_once_in_a_minute()
    {
        for (var command = 0; command < 5; command++)
            await _curator.SaysInGroup("/tasks");
        Assert.Single(Heard());

        _world.Clock.Now += TimeSpan.FromMinutes(1);
        await _curator.SaysInGroup("/tasks");

        Assert.Equal(2, Heard().Count);
    }

    [Fact]
    public async Task A_few_files_an_hour_are_made_for_one_person()
    {
        var export = new Mock<ICommand>();
        export.Setup(one => one.Name).Returns("export");
        export.Setup(one => one.ReadsOnly).Returns(true);
        export.Setup(one => one.IsExport).Returns(true);
        export.Setup(one => one.IsFor(It.IsAny<Asker>())).Returns(true);
        export
            .Setup(one => one.Take(It.IsAny<TurnContext>(), ""))
            .ReturnsAsync((TurnContext turn, string _) => Reply.With(turn.Say((RichText)"файл")));
        await using var world = await World.Open(also: services =>
            services.AddSingleton(new LimitsOptions()).AddSingleton(export.Object)
        );
        var phone = new Phone(world, 1001);
        for (var time = 0; time < 8; time++)
            await phone.Says("/export");
        world.Clock.Now += TimeSpan.FromMinutes(59);
        await phone.Says("/export");
        world.Clock.Now += TimeSpan.FromMinutes(1);
        await phone.Says("/export");

        var heard = world.Channel.Heard.Select(one => one.Message.Text.Text).ToList();
        Assert.Equal(["файл", "файл", "файл", "файл", "файл"], heard[..5]);
        Assert.StartsWith("Вы уже получили несколько файлов", heard[5]);
        Assert.Equal(["файл"], heard[6..]);
        export.Verify(one => one.Take(It.IsAny<TurnContext>(), ""), Times.Exactly(6));
    }

    [Fact]
    public async Task Answers_of_a_draft_are_taken_up_to_more_than_anybody_types_then_comes_one_notice()
    {
        await _curator.Says("/report");
        for (var answer = 0; answer < 200; answer++)
            await _curator.Says("абракадабра");
        Assert.Equal(121, Heard().Count);
        Assert.Contains("последние я не взял", Heard()[^1]);
        var asked = await TurnOfDraft();
        Assert.Equal(120, asked);

        _world.Clock.Now += TimeSpan.FromMinutes(1);
        await _curator.Says("абракадабра");
        Assert.Equal(122, Heard().Count);
        Assert.Equal(121, await TurnOfDraft());
    }

    [Fact]
    public async Task A_stranger_may_fill_in_her_request_and_is_limited_sooner()
    {
        var stranger = new Phone(_world, 1006);
        await stranger.Says("/start");
        await stranger.Presses("Согласен");
        for (var answer = 0; answer < 100; answer++)
            await stranger.Says("абракадабра");
        Assert.Equal(30 + 1, Heard().Count);
        Assert.Contains("последние я не взял", Heard()[^1]);
    }

    [Fact]
    public async Task Whoever_has_asked_to_be_let_in_is_no_stranger()
    {
        var stranger = new Phone(_world, 1006);
        await stranger.Says("/start");
        await stranger.Presses("Согласен");
        await stranger.Presses("Директор школы");
        foreach (var answer in new[] { "Кузнецк", "школа 5", "Незнайка Посторонний" })
            await stranger.Says(answer);
        await stranger.Presses("Пропустить");
        await stranger.Presses("✅ Отправить заявку");
        for (var word = 0; word < 18; word++)
            await stranger.Says("абракадабра");
        await stranger.Says("/cancel");
        for (var more = 0; more < 10; more++)
            await stranger.Says("/cancel");

        Assert.DoesNotContain(HeardBy(1006), text => text.Contains("последние я не взял"));
    }

    [Fact]
    public async Task There_is_one_notice_a_minute_whatever_there_was_too_much_of()
    {
        for (var command = 0; command < 25; command++)
            await _curator.Says("/tasks");
        for (var photo = 0; photo < 15; photo++)
            await _curator.SendsPhoto();
        Assert.Single(Heard(), IsNotice);

        _world.Clock.Now += TimeSpan.FromMinutes(1);
        for (var photo = 0; photo < 15; photo++)
            await _curator.SendsPhoto();
        Assert.Equal(2, Heard().Count(IsNotice));
    }

    private static bool IsNotice(string text) =>
        text.Contains("Не успеваю") || text.Contains("последние я не взял");

    private Task<int> TurnOfDraft() => _world.Read(db => db.Sessions.Select(row => row.Turn).SingleAsync());

    private List<string> Heard() => HeardBy(null);

    private List<string> HeardBy(long? account) =>
        [
            .. _world
                .Channel.Heard.Where(heard =>
                    heard.Message.Kind == OutgoingKind.Send && (account ?? heard.ChatId) == heard.ChatId
                )
                .Select(heard => heard.Message.Text.Text),
        ];
}
