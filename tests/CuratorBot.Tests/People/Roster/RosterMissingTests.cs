using CuratorBot.Importing;
using CuratorBot.Roster;

namespace CuratorBot.Tests.People.Roster;

/// <summary>Who is not in the file any more, and who only seems so.</summary>
public sealed class RosterMissingTests : RosterPlannerCase
{
    [Theory]
    [InlineData("+79270000012", "СОШ №99")]
    [InlineData("7,93E+10", "СОШ №10")]
    public async Task Nobody_loses_a_role_because_the_row_that_names_it_is_bad(string phone, string school)
    {
        await RosterFiles.Import(
            World,
            Kuznetsk,
            RosterFiles.Tubik,
            ["Тюбиков Тюбик", "+79270000012", "педагог", "Кузнецк", "СОШ №10"]
        );

        var plan = await Plan(Kuznetsk, Tubik, Row(2, "Тюбиков Тюбик", phone, "педагог", "Кузнецк", school));

        Assert.Empty(plan.Steps);
        Assert.Empty(plan.Missing);
        Assert.All(plan.Lines, line => Assert.Equal(RowVerdict.Bad, line.Verdict));
    }

    [Fact]
    public async Task Nobody_is_missing_whose_row_is_only_bad()
    {
        await RosterFiles.Import(World, Kuznetsk, RosterFiles.Sneg, RosterFiles.Tubik);

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
            World,
            Region,
            RosterFiles.Tubik,
            ["Винтиков Винтик", "+79270000032", "педагог", "Пенза", "СОШ №27"],
            ["Кнопочкина Кнопочка", "+79270000031", "муниципальный координатор", "Кузнецк", ""]
        );

        Assert.Empty((await Plan(Kuznetsk, Tubik)).Missing);
        Assert.Equal(2, (await Plan(Region, Tubik)).Missing.Count);
    }
}
