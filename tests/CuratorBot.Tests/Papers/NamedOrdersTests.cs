using CuratorBot.Papers;
using CuratorBot.Profiles;
using CuratorBot.Registers;
using CuratorBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Tests.Papers;

/// <summary>Wherever an order is named, it is one of the register, or is offered to be entered there.</summary>
public sealed class NamedOrdersTests : IAsyncLifetime
{
    private const long Coordinator = 1004;
    private const string School = "kuznetsk_sosh_3";

    private World _world = null!;
    private Phone _coordinator = null!;

    public async Task InitializeAsync()
    {
        _world = await World.Open();
        _coordinator = new Phone(_world, Coordinator);
    }

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Fact]
    public async Task An_order_that_is_not_in_the_register_is_entered_from_where_it_was_named()
    {
        await Assign("№339 от 14.01.2022");

        await _coordinator.Presses("📄 Внести приказ №339 от 14.01.2022 в реестр");
        await _coordinator.Says("Управление образования г. Кузнецка");
        await _coordinator.Says("О кураторах");
        await _coordinator.Presses("Пропустить");
        await _coordinator.Presses("✅ Сохранить");

        var order = await _world.Read(db => db.Set<Order>().SingleAsync());
        Assert.Equal(
            ("kuznetsk", null, "curators", "339", new DateOnly(2022, 1, 14)),
            (order.MunicipalityId, order.SchoolId, order.Kind, order.Number, order.SignedOn!.Value)
        );
        Assert.Contains("Назначены кураторы школ: Гимназия №1 г. Кузнецка", Last, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_order_of_the_register_is_offered_and_its_spelling_is_kept()
    {
        await Enter("curators", "45/1-од");
        await Enter("participation", "886");
        await BeginToAssign();
        Assert.True(_coordinator.Sees("№45/1-од от 14.01.2022"));
        Assert.False(_coordinator.Sees("№886 от 14.01.2022"));

        await _coordinator.Says("45/1 - ОД от 14 января 2022");
        await _coordinator.Presses("✅ Назначить");

        var role = await _world.Read(db => db.RoleAssignments.SingleAsync(row => row.OrderNumber != null));
        Assert.Equal("45/1-од", role.OrderNumber);
        Assert.DoesNotContain(
            _world
                .Channel.Heard.Where(heard => heard.ChatId == Coordinator)
                .SelectMany(heard => heard.Message.Choices.SelectMany(row => row)),
            choice => choice.Label.StartsWith("📄 Внести", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_school_is_in_the_project_by_an_order_and_the_order_knows_its_schools()
    {
        await Enter("participation", "886");
        await _coordinator.Says("/status СОШ №3 Кузнецк");
        await _coordinator.Presses("🗂 Реестры");
        await _coordinator.Presses("Школы");
        await _coordinator.Presses("1");
        await _coordinator.Presses("✏️ Исправить");
        await _coordinator.Presses("✏️ Исправить");
        await _coordinator.Presses("По приказу");
        await _coordinator.Presses("№886 от 14.01.2022");
        await _coordinator.Presses("✅ Сохранить");

        Assert.Equal(
            "2022-01-14|886",
            (
                await _world.Read(db => db.Set<SchoolProfile>().SingleAsync(row => row.SchoolId == School))
            ).Order
        );
        await _coordinator.Says("/registers");
        await _coordinator.Presses("Приказы");
        await _coordinator.Presses("1");
        Assert.Contains("По этому приказу в проекте: СОШ №3", Last, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("45/1-од")]
    [InlineData("2022/17")]
    public async Task A_number_is_no_link(string typed)
    {
        await Assign("№339 от 14.01.2022");
        await _coordinator.Presses("📄 Внести приказ №339 от 14.01.2022 в реестр");
        await _coordinator.Says("Управление образования г. Кузнецка");
        await _coordinator.Says("О кураторах");
        await _coordinator.Says(typed);

        Assert.False(_coordinator.Sees("✅ Сохранить"));
    }

    [Fact]
    public async Task A_number_alone_is_enough_where_one_order_has_it()
    {
        await Enter("curators", "45/1-од");
        await BeginToAssign();
        await _coordinator.Says("приказ 99");
        Assert.StartsWith("Не хватает даты приказа №99.", Last, StringComparison.Ordinal);

        await _coordinator.Says("45/1-ОД");
        Assert.Contains("№45/1-од от 14.01.2022", Last, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_order_that_has_ended_is_neither_offered_nor_entered_again()
    {
        await Enter("curators", "339", RegisterRow.Ended);
        await BeginToAssign();
        Assert.False(_coordinator.Sees("№339 от 14.01.2022"));
        await _coordinator.Says("№339 от 14.01.2022");
        await _coordinator.Presses("✅ Назначить");

        Assert.DoesNotContain(
            _world.Channel.Heard.SelectMany(heard => heard.Message.Choices.SelectMany(row => row)),
            choice => choice.Label.StartsWith("📄 Внести", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task An_offer_that_came_too_late_shows_the_order()
    {
        await Assign("№339 от 14.01.2022");
        await Enter("curators", "339");
        await _coordinator.Presses("📄 Внести приказ №339 от 14.01.2022 в реестр");

        Assert.StartsWith("Приказ: г. Кузнецк", Last, StringComparison.Ordinal);
        Assert.Equal(1, await _world.Read(db => db.Set<Order>().CountAsync()));
    }

    [Fact]
    public async Task What_names_an_order_follows_when_its_number_is_put_right()
    {
        await Enter("curators", "339");
        await Assign("№339 от 14.01.2022");
        await _coordinator.Says("/registers");
        await _coordinator.Presses("Приказы");
        await _coordinator.Presses("1");
        await _coordinator.Presses("✏️ Исправить");
        await _coordinator.Presses("✏️ Исправить");
        await _coordinator.Presses("Номер");
        await _coordinator.Says("340-од");
        await _coordinator.Presses("✅ Сохранить");

        Assert.Contains("Назначены кураторы школ: Гимназия №1 г. Кузнецка", Last, StringComparison.Ordinal);
        Assert.Equal(
            "340-од",
            (
                await _world.Read(db => db.RoleAssignments.SingleAsync(row => row.OrderDate != null))
            ).OrderNumber
        );
    }

    [Fact]
    public async Task One_order_in_two_spellings_is_one()
    {
        await Enter("curators", "339");
        await Enter("curators", "45");
        await _coordinator.Says("/registers");
        await _coordinator.Presses("Приказы");
        await _coordinator.Presses("1");
        await _coordinator.Presses("✏️ Исправить");
        await _coordinator.Presses("✏️ Исправить");
        await _coordinator.Presses("Номер");
        await _coordinator.Says("№ 339");
        await _coordinator.Presses("✅ Сохранить");

        Assert.StartsWith("Такая запись уже есть: 339, 14.01.2022", Last, StringComparison.Ordinal);
        Assert.Equal(
            ["339", "45"],
            await _world.Read(db =>
                db.Set<Order>().Select(row => row.Number).OrderBy(one => one).ToListAsync()
            )
        );
    }

    [Fact]
    public async Task A_school_that_agrees_with_itself_is_asked_again_and_nothing_typed_is_lost()
    {
        await _coordinator.Says("/registers");
        await _coordinator.Presses("Соглашения и договоры");
        await _coordinator.Presses("➕ Добавить");
        await _coordinator.Says("СОШ №3 Кузнецк");
        await _coordinator.Says("СОШ №3 Кузнецк");
        await _coordinator.Presses("Соглашение о сотрудничестве");
        await _coordinator.Says("17-с");
        await _coordinator.Says("10 января");
        await _coordinator.Presses("Пропустить");
        await _coordinator.Presses("Пропустить");
        await _coordinator.Presses("Пропустить");
        await _coordinator.Presses("✅ Сохранить");
        Assert.StartsWith("Школы должны быть разными", Last, StringComparison.Ordinal);

        await _coordinator.Says("Гимназия №1 Кузнецк");
        await _coordinator.Presses("✅ Сохранить");
        var agreement = await _world.Read(db => db.Set<Agreement>().SingleAsync());
        Assert.Equal(("kuznetsk_gymnasium_1", "17-с"), (agreement.OtherSchoolId, agreement.Number));
    }

    [Fact]
    public async Task A_regional_coordinator_is_asked_whose_order_it_is()
    {
        var region = new Phone(_world, 1005);
        await region.Says("/people гимназия 1 Кузнецк");
        await region.Presses("➕ Назначить куратора");
        await region.Says("Примерова");
        await region.Says("№12-м от 14.01.2022");
        await region.Presses("✅ Назначить");
        await region.Presses("📄 Внести приказ №12-м от 14.01.2022 в реестр");

        Assert.StartsWith(
            "Чья это запись",
            _world.Channel.Heard.Last(heard => heard.ChatId == 1005).Message.Text.Text,
            StringComparison.Ordinal
        );
    }

    private string Last => _world.Channel.Heard.Last(heard => heard.ChatId == Coordinator).Message.Text.Text;

    private async Task Assign(string order)
    {
        await BeginToAssign();
        await _coordinator.Says(order);
        await _coordinator.Presses("✅ Назначить");
    }

    private async Task BeginToAssign()
    {
        await _coordinator.Says("/people гимназия 1");
        await _coordinator.Presses("➕ Назначить куратора");
        await _coordinator.Says("Примерова");
    }

    private Task Enter(string kind, string number, string state = RegisterRow.Active) =>
        _world.UnitOfWork.Write(scope =>
        {
            scope.Db.Add(
                new Order
                {
                    Id = _world.Ids.Next(),
                    MunicipalityId = "kuznetsk",
                    Region = "Пензенская область",
                    Kind = kind,
                    State = state,
                    Number = number,
                    SignedOn = new DateOnly(2022, 1, 14),
                    Issuer = "Управление образования",
                    Title = "О кураторах",
                    AsOf = new DateOnly(2022, 1, 14),
                }
            );
            return Task.FromResult(true);
        });
}
