using CuratorBot.Messaging;
using CuratorBot.People;
using CuratorBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Tests.Advice;

/// <summary>What «/ask» tells a coordinator of the requests of her schools.</summary>
public sealed class HelpAccountTests : IAsyncLifetime
{
    private World _world = null!;
    private Phone _coordinator = null!;

    public async Task InitializeAsync()
    {
        _world = await World.Open();
        _coordinator = new Phone(_world, 1004);
    }

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Fact]
    public async Task It_counts_the_year_of_her_schools_and_names_the_one_that_waits_longest()
    {
        var start = World.Start;
        await Requests.Add(_world, askedAt: start.AddDays(-20), answeredIn: 60);
        await Requests.Add(_world, askedAt: start.AddDays(-19), answeredIn: 300);
        await Requests.Add(_world, askedAt: start.AddDays(-18), answeredIn: 4_000);
        await Requests.Add(_world, askedAt: start.AddDays(-17), solved: true);
        await Requests.Add(_world, askedAt: start.AddDays(-3));
        await Requests.Add(_world, "kuznetsk_gymnasium_1", askedAt: start.AddDays(-5));
        await Requests.Add(_world, askedAt: start.AddDays(-300), answeredIn: 10);
        await Requests.Add(_world, "penza_sosh_27", askedAt: start.AddDays(-9));

        var said = await Ask(_coordinator);

        Assert.Contains("за 2021–2022 учебный год", said, StringComparison.Ordinal);
        Assert.Contains("Всего: 6, с ответом: 3, ждут ответа: 2.", said, StringComparison.Ordinal);
        Assert.Contains("Решили без ответа: 1.", said, StringComparison.Ordinal);
        Assert.Contains("примерно через 5 часов", said, StringComparison.Ordinal);
        Assert.Matches("Дольше всех ждёт .*№1.*: просьба отправлена 5 дней назад.", said);
        Assert.DoesNotContain("Пенз", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_waits_since_the_year_before_waits_longest()
    {
        await Requests.Add(_world, askedAt: World.Start.AddDays(-200));

        var said = await Ask(_coordinator);

        Assert.Contains("Пока ни одной.", said, StringComparison.Ordinal);
        Assert.Contains(
            "Дольше всех ждёт СОШ №3 г. Кузнецка: просьба отправлена 200 дней назад.",
            said,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(1001, false)]
    [InlineData(1002, false)]
    [InlineData(1004, true)]
    [InlineData(1005, true)]
    public async Task It_is_for_whoever_is_over_more_than_single_schools(long account, bool sees)
    {
        await Requests.Add(_world, answeredIn: 5);

        var said = await Ask(new Phone(_world, account));

        Assert.Equal(sees, said.Contains("Просьбы школ за", StringComparison.Ordinal));
    }

    [Fact]
    public async Task All_that_wait_are_shown_page_by_page_as_her_rights_are_at_the_press()
    {
        for (var number = 1; number <= 10; number++)
            await Requests.Add(_world, text: $"Просьба №{number}");
        await _coordinator.Says("/ask");
        await _coordinator.Presses("Все, кто ждёт: 10");
        Assert.Contains("8. СОШ №3", Last(_coordinator), StringComparison.Ordinal);
        var next = _coordinator.Press("Дальше ›");
        await _world.Receive(next);
        Assert.Contains("10. СОШ №3", Last(_coordinator), StringComparison.Ordinal);

        await _world.UnitOfWork.Write(async scope =>
        {
            var held = await scope.Db.RoleAssignments.SingleAsync(row =>
                row.Role == Role.MunicipalCoordinator
            );
            held.RevokedAt = _world.Clock.Now;
        });
        var heard = _world.Channel.Heard.Count;
        await _world.Receive(next);

        Assert.DoesNotContain(
            _world.Channel.Heard.Skip(heard),
            one => one.Message.Text.Text.Contains("СОШ №3", StringComparison.Ordinal)
        );
    }

    private async Task<string> Ask(Phone phone)
    {
        await phone.Says("/ask");
        return Last(phone);
    }

    private string Last(Phone phone) =>
        _world
            .Channel.Heard.Last(heard =>
                heard.ChatId == phone.Account && heard.Message.Kind is OutgoingKind.Send or OutgoingKind.Edit
            )
            .Message.Text.Text;
}
