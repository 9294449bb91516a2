using CuratorBot.People;
using CuratorBot.Schedule;
using CuratorBot.Schools;
using CuratorBot.Seed;
using CuratorBot.Status;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Tests.Seed;

public sealed class DemoSeedTests : IAsyncLifetime
{
    private SeededDb _seeded = null!;

    public async Task InitializeAsync() => _seeded = await SeededDb.FilledAsync();

    public async Task DisposeAsync() => await _seeded.DisposeAsync();

    [Fact]
    public async Task All_municipalities_and_schools_are_there()
    {
        await using var db = _seeded.Open();
        var municipalities = await db.Municipalities.ToListAsync();
        var schools = await db.Schools.ToListAsync();

        Assert.Equal(30, municipalities.Count);
        Assert.Equal(25, municipalities.Count(row => row.Region == "Пензенская область"));
        Assert.Equal(
            ["mariinskiy_okrug"],
            municipalities.Where(row => row.TimeZone != "Europe/Moscow").Select(row => row.Id)
        );
        Assert.Equal(69, schools.Count);
        Assert.All(schools, school => Assert.NotEqual("", school.Region));
        Assert.Equal(2, schools.Count(school => school.MunicipalityId is null));
        Assert.All(
            schools.Where(school => school.MunicipalityId is not null),
            school =>
                Assert.Contains(
                    municipalities,
                    row => row.Id == school.MunicipalityId && row.Region == school.Region
                )
        );
    }

    [Fact]
    public async Task The_schools_of_Penza_stand_in_three_groups()
    {
        await using var db = _seeded.Open();
        var grouped = await db.Schools.Where(row => row.Group != null).ToListAsync();

        Assert.All(grouped, school => Assert.Equal("Пензенская область", school.Region));
        Assert.Equal([21, 17, 14], Counts(grouped, school => school.Group));
        Assert.Equal(
            [6, 11, 4],
            Counts(grouped.Where(school => school.Group == 1), school => school.FailureLevel)
        );
        Assert.Equal(
            [4, 7, 3],
            Counts(grouped.Where(school => school.Group == 3), school => school.FailureLevel)
        );
        Assert.All(grouped.Where(school => school.Group == 2), school => Assert.Null(school.FailureLevel));
        Assert.Equal(
            [7, 7],
            Counts(grouped.Where(school => school.Group == 3), school => school.Difficulties)
        );
    }

    [Fact]
    public async Task Marks_keep_their_signs()
    {
        await using var db = _seeded.Open();
        var marks = await db.StatusMarks.ToListAsync();

        Assert.Equal(
            22,
            marks.Where(row => row.Table == "monitoring").DistinctBy(row => row.MunicipalityId).Count()
        );
        Assert.Equal(
            22,
            marks.Where(row => row.Table == "submission").DistinctBy(row => row.MunicipalityId).Count()
        );
        Assert.Equal((22 * 4) + (22 * 2), marks.Count);
        Assert.Equal((11, 4, 7), Signs(marks, "links_500plus_2021", "—"));
        Assert.Equal((9, 3, 10), Signs(marks, "survey_500plus_2022", "—"));
        Assert.Equal((14, 7, 1), Signs(marks, "shnro", "-"));
        Assert.Equal((18, 4, 0), Signs(marks, "project_500plus", "-"));
        Assert.All(marks, row => Assert.Equal(row.Sign.Length == 0, row.Mark == Mark.Blank));
        Assert.All(marks, row => Assert.Equal(row.Sign == "+", row.Mark == Mark.Yes));
    }

    [Fact]
    public async Task Blank_no_and_zero_are_three_things()
    {
        await using var db = _seeded.Open();
        var penza = await db.StatusMarks.Where(row => row.MunicipalityId == "penza").ToListAsync();
        Assert.Equal(Mark.Blank, penza.Single(row => row.Column == "links_ravenstvo").Mark);
        Assert.Equal(Mark.No, penza.Single(row => row.Column == "links_500plus_2021").Mark);

        var card = await db.ScoreCards.SingleAsync(row =>
            row.Rubric == "rubric_500plus" && row.MunicipalityId == "bekovskiy"
        );
        Assert.Equal(0, card.EventsMatchRoadmap);
        var blank = await db.ScoreCards.SingleAsync(row =>
            row.Rubric == "rubric_500plus" && row.MunicipalityId == "belinskiy"
        );
        Assert.Null(blank.EventsMatchRoadmap);
        Assert.Null(blank.RecomputedTotal);
        Assert.Null(blank.StatedTotal);
    }

    [Fact]
    public async Task Scores_show_where_the_stated_total_is_wrong()
    {
        await using var db = _seeded.Open();
        var cards = await db.ScoreCards.ToListAsync();

        Assert.Equal(14, cards.Count(card => card.Rubric == "rubric_shnro"));
        Assert.Equal(15, cards.Count(card => card.Rubric == "rubric_500plus"));
        Assert.Equal(4, cards.Count(card => card.RecomputedTotal is null));
        Assert.Equal(
            ["kamenskiy 6≠7", "mokshanskiy 6≠7"],
            cards
                .Where(card => card.StatedTotal != card.RecomputedTotal)
                .Select(card => $"{card.MunicipalityId} {card.StatedTotal}≠{card.RecomputedTotal}")
                .Order()
        );
    }

    [Fact]
    public async Task Events_are_loaded_as_reported()
    {
        await using var db = _seeded.Open();
        var reports = await db.EventReports.Include(row => row.Schools).ToListAsync();
        var types = await db.EventTypes.ToListAsync();
        var schools = await db.Schools.Select(row => row.Id).ToListAsync();

        Assert.Equal(56, types.Count);
        Assert.Equal(Enumerable.Range(1, 56), types.Select(type => type.Order).Order());
        Assert.Equal(25, reports.Count);
        Assert.All(reports, report => Assert.Contains(types, type => type.Id == report.TypeId));
        Assert.All(
            reports.SelectMany(report => report.Schools),
            row => Assert.Contains(row.SchoolId, schools)
        );
        Assert.All(
            reports,
            report => Assert.Equal(report.To, DateOnly.FromDateTime(report.ReportedAt.UtcDateTime))
        );
        var consultations = reports.Single(report => report.EventsCount != 1);
        Assert.Equal(
            ("consultation", 8, null),
            (consultations.TypeId, consultations.EventsCount, consultations.Participants)
        );
        Assert.Equal(3, reports.Single(report => report.TypeId == "mutual_visit").Schools.Count);
        Assert.Equal(6, reports.Count(report => report.To < new DateOnly(2022, 1, 17)));
    }

    [Fact]
    public async Task The_schedule_has_its_odd_lines()
    {
        await using var db = _seeded.Open();
        var tasks = await db.Tasks.ToDictionaryAsync(row => row.Id);

        Assert.Equal(16, tasks.Count);
        Assert.All(tasks.Values, task => Assert.Equal(2022, task.Year));
        Assert.Equal(["group2_task1"], tasks.Values.Where(task => task.Optional).Select(task => task.Id));
        Assert.Equal(
            ["concept_documents_upload", "group1_task5", "group2_task3"],
            tasks
                .Values.Where(task => task.Wants == Wants.Link)
                .Select(task => task.Id)
                .Order(StringComparer.Ordinal)
        );
        Assert.Equal([Role.Director, Role.Curator], tasks["group3_task3"].Performers);
        Assert.Equal(Wants.Document, tasks["group3_task3"].Wants);
        Assert.Equal([Role.Curator], tasks["group3_task2"].Performers);
        Assert.Equal(new DateOnly(2022, 1, 24), tasks["group3_task2"].StartsOn);
        Assert.Equal(new TimeOnly(12, 0), tasks["group3_task2"].OpensAt);
        Assert.Equal(new DateOnly(2022, 4, 29), tasks["concept_documents_expertise"].EndsOn);
        Assert.Equal(
            ["21.06.2021", "28.06.2021"],
            tasks
                .Values.Where(task => task.Doubtful)
                .OrderBy(task => task.Order)
                .Select(task => task.DateInSource)
        );
    }

    [Fact]
    public async Task Seeding_twice_is_seeding_once()
    {
        await using var db = _seeded.Open();
        var before = await CountsAsync();
        Assert.False(await new DemoSeed(_seeded.Ids).Write(db));
        Assert.False(db.ChangedFacts);
        Assert.Equal(before, await CountsAsync());
    }

    private async Task<int[]> CountsAsync()
    {
        await using var db = _seeded.Open();
        return
        [
            await db.Municipalities.CountAsync(),
            await db.Schools.CountAsync(),
            await db.Tasks.CountAsync(),
            await db.Obligations.CountAsync(),
            await db.StatusMarks.CountAsync(),
            await db.ScoreCards.CountAsync(),
            await db.EventReports.CountAsync(),
        ];
    }

    private static int[] Counts(IEnumerable<School> schools, Func<School, int?> by) =>
        [.. schools.GroupBy(by).OrderBy(group => group.Key).Select(group => group.Count())];

    private static (int Yes, int No, int Blank) Signs(List<StatusMark> marks, string column, string no)
    {
        var signs = marks.Where(row => row.Column == column).Select(row => row.Sign).ToList();
        return (
            signs.Count(sign => sign == "+"),
            signs.Count(sign => sign == no),
            signs.Count(sign => sign == "")
        );
    }
}
