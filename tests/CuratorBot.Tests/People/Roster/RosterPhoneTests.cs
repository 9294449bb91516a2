using CuratorBot.Importing;
using CuratorBot.Roster;
using CuratorBot.Tests.Support;

namespace CuratorBot.Tests.People.Roster;

/// <summary>Whose a number is, and who may have a new one.</summary>
public sealed class RosterPhoneTests : RosterPlannerCase
{
    [Fact]
    public async Task Rows_of_one_number_are_one_person_with_several_roles()
    {
        var plan = await Plan(Kuznetsk, Tubik, Tubik with { Number = 2, Role = "педагог" });

        Assert.Equal(2, Assert.Single(plan.Steps).Added.Count);
        Assert.All(plan.Lines, line => Assert.Equal(RowVerdict.New, line.Verdict));
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
            plan.Lines.Select(line => line.Says.Text)
        );
        Assert.Empty(plan.Steps);
    }

    [Fact]
    public async Task Of_two_who_may_have_a_new_number_neither_is_guessed()
    {
        await RosterFiles.Send(
            World,
            Kuznetsk,
            RosterFiles.Tubik,
            ["Тюбиков Тюбик", "+79270000013", "педагог", "Кузнецк", "СОШ №10"]
        );
        await new Phone(World, Kuznetsk).Presses("Это разные люди");
        await new Phone(World, Kuznetsk).Presses("✅ Применить");

        var plan = await Plan(Kuznetsk, RosterNamesakes.NewNumbers, Tubik with { Phone = "+79270000014" });

        Assert.Equal(RowVerdict.Unclear, Assert.Single(plan.Lines).Verdict);
        Assert.Empty(plan.Steps);
    }

    [Fact]
    public async Task Two_new_rows_of_one_name_are_asked_about_and_then_are_two_people()
    {
        RosterRow[] rows = [Tubik, Tubik with { Number = 2, Phone = "+79270000013", Schools = "СОШ №10" }];

        Assert.All(
            (await Plan(Kuznetsk, rows)).Lines,
            line => Assert.Equal(RowVerdict.Unclear, line.Verdict)
        );
        Assert.Equal(2, (await Plan(Kuznetsk, RosterNamesakes.OtherPeople, rows)).Steps.Count);
        Assert.Empty((await Plan(Kuznetsk, RosterNamesakes.NewNumbers, rows)).Steps);
    }

    [Fact]
    public async Task A_number_that_another_municipality_has_is_refused_without_telling_whose_it_is()
    {
        await RosterFiles.Import(
            World,
            Region,
            ["Винтиков Винтик", "+79270000012", "педагог", "Пенза", "СОШ №27"]
        );

        var line = Assert.Single((await Plan(Kuznetsk, Tubik)).Lines);

        Assert.Equal(
            (RowVerdict.Bad, "Этот номер уже записан в реестре за другим человеком. Проверьте номер."),
            (line.Verdict, line.Says.Text)
        );
    }

    [Fact]
    public async Task Somebody_of_another_municipality_gets_a_role_here_and_keeps_her_own()
    {
        await RosterFiles.Import(
            World,
            Region,
            ["Тюбиков Тюбик", "+79270000012", "педагог", "Пенза", "СОШ №27"]
        );

        var step = Assert.Single((await Plan(Kuznetsk, Tubik)).Steps);

        Assert.Equal("kuznetsk_sosh_3", Assert.Single(step.Added).SchoolId);
        Assert.Empty(step.Removed);
    }
}
