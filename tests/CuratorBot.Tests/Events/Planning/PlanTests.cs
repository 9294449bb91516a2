using CuratorBot.Events.Planning;
using CuratorBot.Messaging;
using CuratorBot.Messaging.Sending;
using CuratorBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Tests.Events.Planning;

public sealed class PlanTests : IAsyncLifetime
{
    private World _world = null!;
    private Phone _curator = null!;

    public async Task InitializeAsync()
    {
        _world = await World.Open();
        _curator = new Phone(_world, 1001);
        await _curator.Says("/plan");
        await _curator.Presses("СОШ №3");
        await _curator.Presses("Посещение школы");
        await _curator.Says("20.01");
        await _curator.Presses("Время уточню");
        await _curator.Presses("📆 Запланировать");
    }

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Fact]
    public async Task A_report_of_another_day_school_or_kind_does_not_hold_it()
    {
        _world.Clock.Now = Transcript.MoscowTime("2022-01-21 12:00");
        foreach (
            var told in new[]
            {
                "Сегодня была в СОШ №3, посещение школы, 12 педагогов",
                "20 января была в СОШ №10, посещение школы, 12 педагогов",
                "20 января в СОШ №3 была консультация по ВПР, 12 педагогов",
            }
        )
        {
            await _curator.Says(told);
            await _curator.Presses("✅ Отправить");
        }
        Assert.Equal(PlanState.Open, (await Only()).State);

        await _curator.Says("20 января была в СОШ №3, посещение школы, 12 педагогов");
        await _curator.Presses("✅ Отправить");

        Assert.Equal(PlanState.Held, (await Only()).State);
    }

    [Fact]
    public async Task The_report_that_it_was_opened_for_holds_it_whatever_day_it_was_in_the_end()
    {
        await _world.MoveClock(Transcript.MoscowTime("2022-01-20 17:00"));
        await _curator.Presses("📝 Рассказать");
        await _curator.Says("12");
        await _curator.Presses("✏️ Исправить");
        await _curator.Presses("Дата");
        await _curator.Presses("Вчера");
        await _curator.Presses("✅ Отправить");

        var report = await _world.Read(db => db.EventReports.SingleAsync(row => row.AuthorId != null));
        Assert.Equal((PlanState.Held, report.Id), ((await Only()).State, (await Only()).ReportId));
    }

    [Fact]
    public async Task A_second_press_goes_on_with_the_report_that_the_first_has_begun()
    {
        await _world.MoveClock(Transcript.MoscowTime("2022-01-20 17:00"));
        await _curator.Presses("📝 Рассказать");
        await _curator.Says("12");
        await _curator.Presses("📝 Рассказать");

        Assert.Single(await _world.Read(db => db.Sessions.ToListAsync()));
        await _curator.Presses("✅ Отправить");
        Assert.Equal(PlanState.Held, (await Only()).State);
    }

    [Fact]
    public async Task One_for_which_the_report_names_another_school_is_not_held_by_it()
    {
        await _world.MoveClock(Transcript.MoscowTime("2022-01-20 17:00"));
        await _curator.Presses("📝 Рассказать");
        await _curator.Says("12");
        await _curator.Presses("✏️ Исправить");
        await _curator.Presses("Школа");
        await _curator.Presses("СОШ №10");
        await _curator.Presses("✅ Отправить");

        Assert.Equal(PlanState.Open, (await Only()).State);
    }

    [Fact]
    public async Task A_card_whose_text_is_kept_no_more_loses_its_buttons_and_not_its_words()
    {
        await _world.MoveClock(Transcript.MoscowTime("2022-01-20 17:00"));
        await _world.UnitOfWork.Write(async scope =>
        {
            var card = (await scope.Db.PlanCards.OrderBy(one => one.OutboxId).LastAsync()).OutboxId;
            var row = await scope.Db.Outbox.SingleAsync(row => row.Id == card);
            row.Body = Postman.BodyOfAnswer(Outbox.Read(row));
        });

        await _curator.Says("Сегодня была в СОШ №3, посещение школы, 12 педагогов");
        await _curator.Presses("✅ Отправить");

        var nudge = _world.Channel.Shown.Values.Single(shown =>
            shown.Text.Text.Contains("Как прошло?", StringComparison.Ordinal)
        );
        Assert.Empty(nudge.Choices);
    }

    [Fact]
    public async Task Each_step_of_it_is_in_the_audit()
    {
        await _curator.Says("/plan");
        await _curator.Presses("1");
        await _curator.Presses("📆 Перенести");
        await _curator.Says("25.01");
        await _curator.Says("10");
        await _curator.Says("/plan");
        await _curator.Presses("1");
        await _curator.Presses("✖️ Не состоится");
        await _curator.Says("Карантин");

        var noted = await _world.Read(db =>
            db.Audit.Where(row => row.SubjectKind == "plan").OrderBy(row => row.Sequence).ToListAsync()
        );
        Assert.Equal(["plan.made", "plan.moved", "plan.calledOff"], noted.Select(row => row.What));
        Assert.Equal(("2022-01-20", "2022-01-25"), (noted[1].Before, noted[1].After));
    }

    [Fact]
    public async Task A_coordinator_moves_it_and_whoever_goes_is_told()
    {
        var coordinator = new Phone(_world, 1004);
        await coordinator.Says("/plan");
        await coordinator.Presses("1");
        await coordinator.Presses("📆 Перенести");
        await coordinator.Says("25.01");
        await coordinator.Says("10");

        var told = Assert.Single(
            _world.Channel.Heard,
            heard => heard.ChatId == 1001 && heard.Message.Text.Text.StartsWith("📆 Перенесено")
        );
        Assert.Contains("Было: чт, 20 января. Теперь: вт, 25 января, в 10:00.", told.Message.Text.Text);
    }

    [Fact]
    public async Task A_director_reads_it_but_neither_moves_it_nor_reports_of_it()
    {
        var director = new Phone(_world, 1002);
        await director.Says("/plan");
        await director.Presses("1");

        Assert.False(director.Sees("📆 Перенести"));
    }

    private async Task<PlannedEvent> Only() =>
        Assert.Single(await _world.Read(db => db.PlannedEvents.ToListAsync()));
}
