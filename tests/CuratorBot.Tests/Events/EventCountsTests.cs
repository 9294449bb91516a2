using CuratorBot.Data;
using CuratorBot.Events;
using CuratorBot.Tests.Support;

namespace CuratorBot.Tests.Events;

public sealed class EventCountsTests
{
    private static readonly EventCounts Counts = new();
    private static readonly DateOnly July = new(2022, 7, 1);

    [Fact]
    public async Task Eight_consultations_of_one_report_are_eight_events_and_unknown_people()
    {
        await using var world = await World.Open();

        var counts = await world.Read(db => Counts.For(db, "kuznetsk", July));

        Assert.Equal((8, (int?)null), Of(counts, "consultation"));
        Assert.Equal((3, (int?)null), Of(counts, "seminar"));
    }

    [Fact]
    public async Task What_is_not_over_yet_is_not_counted()
    {
        await using var world = await World.Open();

        var counts = await world.Read(db => Counts.For(db, "kuznetsk", new DateOnly(2022, 4, 1)));

        Assert.Equal((1, (int?)null), Of(counts, "seminar"));
    }

    [Fact]
    public async Task Known_people_are_added_up_and_nobody_is_not_unknown()
    {
        await using var world = await World.Open();
        await Add(world, "talk", ["kuznetsk_sosh_3"], people: 0);
        await Add(world, "school_visit", ["kuznetsk_sosh_3"], people: 5);
        await Add(world, "school_visit", ["kuznetsk_sosh_10"], people: null);
        await Add(world, "school_visit", ["kuznetsk_sosh_10", "kuznetsk_sosh_3"], people: 7);

        var schools = new[] { "kuznetsk_sosh_3", "kuznetsk_sosh_10" };
        var counts = await world.Read(db => Counts.For(db, schools, July));

        Assert.Equal((1, 0), Of(counts, "talk"));
        Assert.Equal((3, 12), Of(counts, "school_visit"));
    }

    private static (int Events, int? People) Of(IReadOnlyList<EventCount> counts, string type)
    {
        var count = Assert.Single(counts, count => count.Type.Id == type);
        return (count.Events, count.People);
    }

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
