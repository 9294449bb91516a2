using CuratorBot.Data;
using CuratorBot.Events;
using CuratorBot.Status;
using CuratorBot.Tests.Support;

namespace CuratorBot.Tests.Status;

/// <summary>How many events of each kind the answers about a place count, and how many people.</summary>
public sealed class EventTallyTests
{
    private static readonly DateOnly July = new(2022, 7, 1);

    [Fact]
    public async Task Eight_consultations_of_one_report_are_eight_events_and_unknown_people()
    {
        await using var world = await World.Open();

        var events = await InKuznetsk(world, July);

        Assert.Equal((8, 0, 1), Of(events, "Консультация"));
        Assert.Equal(3, Of(events, "Семинар").Events);
    }

    [Fact]
    public async Task What_is_not_over_yet_is_not_counted()
    {
        await using var world = await World.Open();

        Assert.Equal(1, Of(await InKuznetsk(world, new DateOnly(2022, 4, 1)), "Семинар").Events);
    }

    [Fact]
    public async Task Known_people_are_added_up_and_nobody_is_not_unknown()
    {
        await using var world = await World.Open();
        await Add(world, "talk", ["kuznetsk_sosh_3"], people: 0);
        await Add(world, "school_visit", ["kuznetsk_sosh_3"], people: 5);
        await Add(world, "school_visit", ["kuznetsk_sosh_10"], people: null);
        await Add(world, "school_visit", ["kuznetsk_sosh_10", "kuznetsk_sosh_3"], people: 7);

        var events = await InKuznetsk(world, July);
        var atThree = await InSchool(world, "kuznetsk_sosh_3");
        var atTen = await InSchool(world, "kuznetsk_sosh_10");

        Assert.Equal((1, 0, 0), Of(events, "Беседа"));
        Assert.Equal((3, 12, 1), Of(events, "Посещение школы"));
        Assert.Equal((2, 12, 0), Of(atThree, "Посещение школы"));
        Assert.Equal((2, 7, 1), Of(atTen, "Посещение школы"));
    }

    private static (int Events, int People, int Without) Of(IReadOnlyList<EventTally> events, string type)
    {
        var tally = Assert.Single(events, one => one.Type == type);
        return (tally.Events, tally.People, tally.WithoutPeople);
    }

    private static Task<IReadOnlyList<EventTally>> InKuznetsk(World world, DateOnly today) =>
        world.Read(async db =>
            (await MunicipalityFacts.Read(db, (await MunicipalityFacts.Find(db, "kuznetsk"))!, today)).Events
        );

    private static Task<IReadOnlyList<EventTally>> InSchool(World world, string id) =>
        world.Read(async db => (await SchoolFacts.Read(db, (await SchoolFacts.Find(db, id))!, July)).Events);

    private static Task Add(World world, string type, string[] schools, int? people) =>
        world.UnitOfWork.Write(async scope =>
        {
            var id = world.Ids.Next();
            scope.Db.EventReports.Add(
                new EventReport
                {
                    Id = id,
                    TypeId = type,
                    MunicipalityId = "kuznetsk",
                    From = new DateOnly(2022, 1, 17),
                    To = new DateOnly(2022, 1, 17),
                    Precision = EventReport.ToTheDay,
                    Participants = people,
                    ReportedAt = world.Clock.Now,
                    Schools =
                    [
                        .. schools.Select(school => new EventReportSchool
                        {
                            ReportId = id,
                            SchoolId = school,
                        }),
                    ],
                }
            );
            await scope.Db.SaveChangesAsync();
        });
}
