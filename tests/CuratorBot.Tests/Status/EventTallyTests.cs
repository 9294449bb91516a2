using CuratorBot.Events;
using CuratorBot.Messaging;
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

    [Fact]
    public async Task Pupils_and_parents_are_never_added_to_teachers()
    {
        await using var world = await World.Open();
        await Add(world, "psych_diagnostics", ["kuznetsk_sosh_3"], people: 74);
        await Add(world, "talk", ["kuznetsk_sosh_3"], people: 5, "родители");
        await Add(world, "talk", ["kuznetsk_sosh_3"], people: 2, "учителя и обучающиеся");
        await Add(world, "school_visit", ["kuznetsk_sosh_3"], people: 17, "педагоги");
        await Add(world, "school_visit", ["kuznetsk_sosh_3"], people: 3, "обучающиеся 6 класса");
        var phone = new Phone(world, 1004);
        string Said() => world.Channel.Heard.Last().Message.Text.Text;

        await phone.Says("/status СОШ №3");
        Assert.Contains(
            "Всего: 5 мероприятий; участников 19, обучающихся 77, родителей 5\n",
            Said(),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "• Посещение школы: 2; участников 17, обучающихся 3\n",
            Said(),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "• Психологическая диагностика обучающихся: 1; обучающихся 74\n",
            Said(),
            StringComparison.Ordinal
        );

        await phone.Says("/events");
        Assert.Contains("Участников там, где их посчитали: 19\n", Said(), StringComparison.Ordinal);
        Assert.Contains("Обучающихся там, где их посчитали: 77\n", Said(), StringComparison.Ordinal);
        Assert.Contains("Родителей там, где их посчитали: 5\n", Said(), StringComparison.Ordinal);
    }

    private static (int Events, int People, int Without) Of(IReadOnlyList<EventTally> events, string type)
    {
        var tally = Assert.Single(events, one => one.Type == type);
        return (tally.Events, tally.People.Participants, tally.WithoutPeople);
    }

    private static Task<IReadOnlyList<EventTally>> InKuznetsk(World world, DateOnly today) =>
        world.Read(async db =>
            (await MunicipalityFacts.Read(db, (await MunicipalityFacts.Find(db, "kuznetsk"))!, today)).Events
        );

    private static Task<IReadOnlyList<EventTally>> InSchool(World world, string id) =>
        world.Read(async db => (await SchoolFacts.Read(db, (await SchoolFacts.Find(db, id))!, July)).Events);

    private static Task Add(
        World world,
        string type,
        string[] schools,
        int? people,
        string? audience = null
    ) =>
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
                    Audience = audience,
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
