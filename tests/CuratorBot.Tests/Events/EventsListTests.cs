using CuratorBot.Events;
using CuratorBot.Messaging;
using CuratorBot.Tests.Support;

namespace CuratorBot.Tests.Events;

public sealed class EventsListTests
{
    [Theory]
    [InlineData("2021-04-01", "2021-04-30", "period", "с 1 по 30 апреля 2021")]
    [InlineData("2022-01-03", "2022-01-10", "period", "с 3 по 10 января")]
    [InlineData("2021-03-01", "2021-03-31", "month", "март 2021")]
    [InlineData("2021-03-01", "2021-04-30", "month", "март 2021 – апрель 2021")]
    [InlineData("2021-12-20", "2022-01-14", "period", "с 20 декабря 2021 по 14 января 2022")]
    [InlineData("2021-09-29", "2021-10-12", "day", "с 29 сентября по 12 октября 2021")]
    [InlineData("2022-01-14", "2022-01-14", "day", "14 января")]
    [InlineData("2021-12-08", "2021-12-08", "day", "8 декабря 2021")]
    public async Task A_period_is_shown_as_exactly_as_it_is_known(
        string from,
        string to,
        string precision,
        string shown
    )
    {
        await using var world = await World.Open();
        await Add(world, DateOnly.Parse(from), DateOnly.Parse(to), precision);

        await new Phone(world, 1002).Says("/events");

        Assert.Contains($" {shown}: Митап, СОШ №3 г. Кузнецка", LastText(world), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_still_to_come_is_neither_shown_nor_counted()
    {
        await using var world = await World.Open();
        var tomorrow = new DateOnly(2022, 1, 18);
        await Add(world, tomorrow, tomorrow, "day");

        await new Phone(world, 1002).Says("/events");

        Assert.DoesNotContain("Митап", LastText(world), StringComparison.Ordinal);
        Assert.StartsWith("Отчётов пока нет", LastText(world), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_report_for_several_schools_a_director_sees_only_her_own()
    {
        await using var world = await World.Open();
        var today = new DateOnly(2022, 1, 17);
        await Add(world, today, today, "day", "kuznetsk_sosh_3", "kuznetsk_sosh_5");
        var director = new Phone(world, 1002);

        await director.Says("/events");
        await director.Presses("1");

        Assert.Contains("Митап", LastText(world), StringComparison.Ordinal);
        Assert.DoesNotContain("№5", LastText(world), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_for_schools_of_two_municipalities_is_of_the_coordinator_of_either()
    {
        await using var world = await World.Open();
        await Add(world, municipality: null, "kuznetsk_sosh_3", "lunino_sosh_2");
        var coordinator = new Phone(world, 1004);

        await coordinator.Says("/events");
        Assert.Contains("Митап, СОШ №3 г. Кузнецка", LastText(world), StringComparison.Ordinal);
        Assert.DoesNotContain("Лунино", LastText(world), StringComparison.Ordinal);

        await coordinator.Says("/status Кузнецк");
        Assert.Contains("• Митап: 1", LastText(world), StringComparison.Ordinal);
        Assert.Contains("Митап, СОШ №3 г. Кузнецка", LastText(world), StringComparison.Ordinal);
        Assert.DoesNotContain("Лунино", LastText(world), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_was_is_doubted_where_a_school_of_the_municipality_had_something_with_another()
    {
        await using var world = await World.Open();
        await Add(world, municipality: null, "kuznetsk_sosh_3", "lunino_sosh_2");
        var coordinator = new Phone(world, 1004);

        await coordinator.Says("/report");
        await coordinator.Presses("Ничего не было");
        await coordinator.Presses("январь 2022");
        await coordinator.Presses("Во всех");
        await coordinator.Presses("Без причины");

        Assert.Contains("здесь уже есть отчёты: 1.", LastText(world), StringComparison.Ordinal);
    }

    private static string LastText(World world) => world.Channel.Heard.Last().Message.Text.Text;

    private static Task Add(
        World world,
        DateOnly from,
        DateOnly to,
        string precision,
        params string[] schools
    ) => Add(world, from, to, precision, "kuznetsk", schools);

    private static Task Add(World world, string? municipality, params string[] schools) =>
        Add(world, Today, Today, "day", municipality, schools);

    private static readonly DateOnly Today = new(2022, 1, 17);

    private static Task Add(
        World world,
        DateOnly from,
        DateOnly to,
        string precision,
        string? municipality,
        string[] schools
    ) =>
        world.UnitOfWork.Write(async scope =>
        {
            var id = world.Ids.Next();
            scope.Db.EventReports.Add(
                new EventReport
                {
                    Id = id,
                    TypeId = "meetup",
                    MunicipalityId = municipality,
                    Region = "Пензенская область",
                    From = from,
                    To = to,
                    Precision = precision,
                    ReportedAt = world.Clock.Now,
                    Schools =
                    [
                        .. schools
                            .DefaultIfEmpty("kuznetsk_sosh_3")
                            .Select(school => new EventReportSchool { ReportId = id, SchoolId = school }),
                    ],
                }
            );
            await scope.Db.SaveChangesAsync();
        });
}
