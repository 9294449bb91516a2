using CuratorBot.Data;
using CuratorBot.People;
using CuratorBot.People.Roster;
using CuratorBot.Schools;
using CuratorBot.Tests.Support;
using CuratorBot.Texts;

namespace CuratorBot.Tests.People.Roster;

/// <summary>What each row of a file comes to.</summary>
public sealed class RosterPlannerTests : IAsyncLifetime
{
    private static readonly TextCatalogue Texts = TextCatalogue.LoadRussian();

    private World _world = null!;

    public async Task InitializeAsync() => _world = await World.Open();

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Fact]
    public async Task A_good_row_is_new()
    {
        var plan = await Plan(Kuznetsk, Tubik);

        var line = Assert.Single(plan.Lines);
        Assert.Equal((RosterVerdict.New, "куратор, СОШ №3 г. Кузнецка"), (line.Verdict, line.Says));
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

        Assert.Equal(RosterVerdict.Bad, line.Verdict);
        Assert.StartsWith(expected, line.Says);
    }

    [Fact]
    public async Task A_row_says_everything_that_is_wrong_with_it_at_once()
    {
        var row = Row(1, "", "", "волшебник", "Кузнецк", "СОШ №99", "почта");

        var line = Assert.Single((await Plan(Kuznetsk, row)).Lines);

        Assert.All(
            ["Нет имени.", "Нет телефона.", "«волшебник»", "«СОШ №99»", "«почта»"],
            problem => Assert.Contains(problem, line.Says)
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

        Assert.Equal(RosterVerdict.Bad, line.Verdict);
        Assert.Contains("Впишите муниципалитет", line.Says);
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
            [RosterVerdict.New, RosterVerdict.New, RosterVerdict.New, RosterVerdict.Bad, RosterVerdict.Bad],
            plan.Lines.Select(line => line.Verdict)
        );
        Assert.Equal("наблюдатель, г. Пенза", plan.Lines[1].Says);
    }

    [Fact]
    public async Task Rows_of_one_number_are_one_person_with_several_roles()
    {
        var plan = await Plan(Kuznetsk, Tubik, Tubik with { Number = 2, Role = "педагог" });

        Assert.Equal(2, Assert.Single(plan.Steps).Added.Count);
        Assert.All(plan.Lines, line => Assert.Equal(RosterVerdict.New, line.Verdict));
    }

    [Fact]
    public async Task A_row_that_repeats_another_or_gives_its_number_to_another_name_is_bad_and_so_is_the_other()
    {
        var plan = await Plan(
            Kuznetsk,
            Tubik,
            Tubik with
            {
                Number = 2,
            },
            Tubik with
            {
                Number = 3,
                Name = "Кнопочкина Кнопочка",
            }
        );

        Assert.Equal(
            [
                "Тот же телефон стоит в строке 3. Проверьте обе строки.",
                "Повторяет строку 1.",
                "Этот телефон уже стоит в строке 1 у другого имени.",
            ],
            plan.Lines.Select(line => line.Says)
        );
        Assert.Empty(plan.Steps);
    }

    [Theory]
    [InlineData("+79270000012", "СОШ №99")]
    [InlineData("7,93E+10", "СОШ №10")]
    public async Task Nobody_loses_a_role_because_the_row_that_names_it_is_bad(string phone, string school)
    {
        await RosterFiles.Import(
            _world,
            Kuznetsk,
            RosterFiles.Tubik,
            ["Тюбиков Тюбик", "+79270000012", "педагог", "Кузнецк", "СОШ №10"]
        );

        var plan = await Plan(Kuznetsk, Tubik, Row(2, "Тюбиков Тюбик", phone, "педагог", "Кузнецк", school));

        Assert.Empty(plan.Steps);
        Assert.Empty(plan.Missing);
        Assert.All(plan.Lines, line => Assert.Equal(RosterVerdict.Bad, line.Verdict));
    }

    [Fact]
    public async Task Of_two_who_may_have_a_new_number_neither_is_guessed()
    {
        await RosterFiles.Send(
            _world,
            Kuznetsk,
            RosterFiles.Tubik,
            ["Тюбиков Тюбик", "+79270000013", "педагог", "Кузнецк", "СОШ №10"]
        );
        await new Phone(_world, Kuznetsk).Presses("Это разные люди");
        await new Phone(_world, Kuznetsk).Presses("✅ Применить");

        var plan = await Plan(Kuznetsk, RosterNamesakes.NewNumbers, Tubik with { Phone = "+79270000014" });

        Assert.Equal(RosterVerdict.Namesake, Assert.Single(plan.Lines).Verdict);
        Assert.Empty(plan.Steps);
    }

    [Fact]
    public async Task Two_new_rows_of_one_name_are_asked_about_and_then_are_two_people()
    {
        RosterRow[] rows = [Tubik, Tubik with { Number = 2, Phone = "+79270000013", Schools = "СОШ №10" }];

        Assert.All(
            (await Plan(Kuznetsk, rows)).Lines,
            line => Assert.Equal(RosterVerdict.Namesake, line.Verdict)
        );
        Assert.Equal(2, (await Plan(Kuznetsk, RosterNamesakes.OtherPeople, rows)).Steps.Count);
        Assert.Empty((await Plan(Kuznetsk, RosterNamesakes.NewNumbers, rows)).Steps);
    }

    [Fact]
    public async Task A_number_that_another_municipality_has_is_refused_without_telling_whose_it_is()
    {
        await RosterFiles.Import(
            _world,
            Region,
            ["Винтиков Винтик", "+79270000012", "педагог", "Пенза", "СОШ №27"]
        );

        var line = Assert.Single((await Plan(Kuznetsk, Tubik)).Lines);

        Assert.Equal(
            (RosterVerdict.Bad, "Этот номер уже записан в реестре за другим человеком. Проверьте номер."),
            (line.Verdict, line.Says)
        );
    }

    [Fact]
    public async Task Somebody_of_another_municipality_gets_a_role_here_and_keeps_her_own()
    {
        await RosterFiles.Import(
            _world,
            Region,
            ["Тюбиков Тюбик", "+79270000012", "педагог", "Пенза", "СОШ №27"]
        );

        var step = Assert.Single((await Plan(Kuznetsk, Tubik)).Steps);

        Assert.Equal("kuznetsk_sosh_3", Assert.Single(step.Added).SchoolId);
        Assert.Empty(step.Removed);
    }

    [Fact]
    public async Task Nobody_is_missing_whose_row_is_only_bad()
    {
        await RosterFiles.Import(_world, Kuznetsk, RosterFiles.Sneg, RosterFiles.Tubik);

        var plan = await Plan(
            Kuznetsk,
            Tubik with
            {
                Schools = "СОШ №99",
            },
            Row(2, "Синеглазкина Снежинка", "7,93E+10", "директор", "Кузнецк", "СОШ №16")
        );

        Assert.Empty(plan.Missing);
    }

    [Fact]
    public async Task A_municipality_does_not_miss_those_of_another()
    {
        await RosterFiles.Import(
            _world,
            Region,
            RosterFiles.Tubik,
            ["Винтиков Винтик", "+79270000032", "педагог", "Пенза", "СОШ №27"],
            ["Кнопочкина Кнопочка", "+79270000031", "муниципальный координатор", "Кузнецк", ""]
        );

        Assert.Empty((await Plan(Kuznetsk, Tubik)).Missing);
        Assert.Equal(2, (await Plan(Region, Tubik)).Missing.Count);
    }

    private const long Kuznetsk = 1004;
    private const long Region = 1005;

    private static readonly RosterRow Tubik = Row(
        1,
        "Тюбиков Тюбик",
        "+79270000012",
        "куратор",
        "Кузнецк",
        "СОШ №3"
    );

    private static RosterRow Row(
        int number,
        string name,
        string phone,
        string role,
        string municipality,
        string schools,
        string email = ""
    ) => new(number, name, phone, role, municipality, schools, email);

    private Task<RosterPlan> Plan(long account, params RosterRow[] rows) =>
        Plan(account, RosterNamesakes.Unknown, rows);

    private Task<RosterPlan> Plan(long account, RosterNamesakes namesakes, params RosterRow[] rows) =>
        _world.Read(async db =>
        {
            var who = await PeopleDirectory.Read(db, _world.Channel.Name, account);
            var index = await new NameIndexCache().For(db, 1);
            return await RosterPlanner.Plan(db, index, RosterScope.Of(who!), rows, namesakes, Texts);
        });
}
