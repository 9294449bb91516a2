using CuratorBot.Importing;
using CuratorBot.Roster;

namespace CuratorBot.Tests.People.Roster;

/// <summary>What a row says that is wrong with it, and how its places and roles are read.</summary>
public sealed class RosterRowTests : RosterPlannerCase
{
    [Fact]
    public async Task A_good_row_is_new()
    {
        var plan = await Plan(Kuznetsk, Tubik);

        var line = Assert.Single(plan.Lines);
        Assert.Equal((RowVerdict.New, "куратор, СОШ №3 г. Кузнецка"), (line.Verdict, line.Says.Text));
    }

    public static TheoryData<RosterRow, string> BadRows =>
        new()
        {
            { Tubik with { Name = "" }, "Нет имени." },
            { Tubik with { Name = "7" }, "Имя должно быть от 2 до 100 знаков, с буквами." },
            { Tubik with { Phone = "" }, "Нет телефона." },
            { Tubik with { Phone = "7,93E+10" }, "Вместо номера «7,93E+10»: Excel потерял цифры." },
            { Tubik with { Phone = "нет" }, "«нет» — не телефон." },
            { Tubik with { Phone = "89270000001, 89270000002" }, "Несколько номеров в одной ячейке" },
            { Tubik with { Email = "почта" }, "«почта» — не адрес почты." },
            { Tubik with { Role = "" }, "Нет роли." },
            { Tubik with { Role = "волшебник" }, "Роли «волшебник» нет." },
            { Tubik with { Role = "региональный координатор" }, "Эту роль даёте не вы" },
            { Tubik with { Role = "муниципальный координатор", Schools = "" }, "Эту роль даёте не вы" },
            { Tubik with { Municipality = "Лукоморье" }, "Муниципалитета «Лукоморье» нет." },
            { Tubik with { Municipality = "Пенза" }, "«Пенза» — не ваш муниципалитет." },
            { Tubik with { Schools = "" }, "Нет школы." },
            { Tubik with { Schools = "СОШ №99" }, "Школы «СОШ №99» в этом муниципалитете нет." },
            { Tubik with { Schools = "СОШ №3; школа 3" }, "Школа СОШ №3 г. Кузнецка указана дважды." },
            { Tubik with { Schools = "СОШ №27" }, "Школа «СОШ №27» не в этом муниципалитете." },
        };

    [Theory]
    [MemberData(nameof(BadRows))]
    public async Task A_bad_row_says_what_is_wrong(RosterRow row, string expected)
    {
        var line = Assert.Single((await Plan(Kuznetsk, row)).Lines);

        Assert.Equal(RowVerdict.Bad, line.Verdict);
        Assert.StartsWith(expected, line.Says.Text);
    }

    [Fact]
    public async Task A_row_says_everything_that_is_wrong_with_it_at_once()
    {
        var row = Row(1, "", "", "волшебник", "Кузнецк", "СОШ №99", "почта");

        var line = Assert.Single((await Plan(Kuznetsk, row)).Lines);

        Assert.All(
            ["Нет имени.", "Нет телефона.", "«волшебник»", "«СОШ №99»", "«почта»"],
            problem => Assert.Contains(problem, line.Says.Text)
        );
    }

    [Theory]
    [InlineData("Кузнецк", "куратор", "СОШ №3, школа 10")]
    [InlineData("г. Кузнецк", "КУРАТОР", "СОШ №3\nСОШ №10")]
    [InlineData("", "Куратор школы", "сош 3;  сош 10;")]
    public async Task Places_and_roles_are_found_as_people_write_them(
        string municipality,
        string role,
        string schools
    )
    {
        var plan = await Plan(Kuznetsk, Row(1, "Тюбик", "89270000012", role, municipality, schools));

        Assert.Equal(
            ["kuznetsk_sosh_3", "kuznetsk_sosh_10"],
            Assert.Single(plan.Steps).Added.Select(one => one.SchoolId)
        );
    }

    [Fact]
    public async Task For_a_region_a_name_that_several_have_is_asked_about()
    {
        var line = Assert.Single(
            (await Plan(Region, Row(1, "Тюбик", "89270000012", "куратор", "", "СОШ №1"))).Lines
        );

        Assert.Equal(RowVerdict.Bad, line.Verdict);
        Assert.Contains("Впишите муниципалитет", line.Says.Text);
    }

    [Fact]
    public async Task A_coordinator_of_the_region_names_municipal_ones_and_observers()
    {
        var plan = await Plan(
            Region,
            Row(1, "Тюбик", "89270000012", "муниципальный координатор", "Пенза", "—"),
            Row(2, "Кнопочка", "89270000013", "наблюдатель", "Пенза", ""),
            Row(3, "Снежинка", "89270000014", "наблюдатель", "Кузнецк", "СОШ №3"),
            Row(4, "Винтик", "89270000015", "муниципальный координатор", "Кузнецк", "СОШ №3"),
            Row(5, "Шпунтик", "89270000016", "региональный оператор", "", "")
        );

        Assert.Equal(
            [RowVerdict.New, RowVerdict.New, RowVerdict.New, RowVerdict.Bad, RowVerdict.Bad],
            plan.Lines.Select(line => line.Verdict)
        );
        Assert.Equal("наблюдатель, г. Пенза", plan.Lines[1].Says.Text);
    }
}
