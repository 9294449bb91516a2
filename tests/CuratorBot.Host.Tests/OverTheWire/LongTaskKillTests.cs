using CuratorBot.Host.Tests.Support;
using CuratorBot.Messaging;

namespace CuratorBot.Host.Tests.OverTheWire;

/// <summary>The host dies while it makes a large table, after it has told its reader that the table will come.</summary>
public sealed class LongTaskKillTests
{
    private const string ManyAgreements = """
        WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < 301)
        INSERT INTO agreements
            (Id, Kind, Number, SchoolId, OtherSchoolId, MunicipalityId, Region, State, AsOf, Version, ChangedAt,
             Dashes, NotApplying)
        SELECT n, 'agreement', CAST(n AS TEXT), school.Id, NULL, school.MunicipalityId, school.Region, 'active',
               '2022-01-10', 1, 1642402800000, '[]', '[]'
        FROM numbers, (SELECT * FROM schools WHERE Id = 'kuznetsk_sosh_3') AS school
        """;

    [Fact]
    public async Task The_table_that_a_kill_interrupts_comes_once_afterwards()
    {
        await using var stage = await Stage.OpenAndStart();
        await stage.Host.Stop();
        stage.Stored().Change(ManyAgreements);

        await stage.Start(FailPoints.Made);
        var coordinator = stage.Person(Stage.Coordinator);
        await coordinator.Ask("/registers", "Что посмотреть?");
        await coordinator.Press("Соглашения и договоры: 301", "Всего 301");
        coordinator.Phone.Press("📤 Таблица");
        await stage.Host.WaitForExit();
        Assert.Equal(0, coordinator.CountOf("В таблице 301 запись"));

        await stage.Start();
        await coordinator.Hear("В таблице 301 запись");
        await stage.Host.WaitUntilQuiet();

        Assert.Equal(1, coordinator.CountOf("В таблице 301 запись"));
        Assert.Equal(1, stage.Stored().Count("long_tasks WHERE State = 1 AND Attempts = 2"));
    }
}
