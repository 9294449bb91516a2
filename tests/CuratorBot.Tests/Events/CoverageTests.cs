using CuratorBot.Events.Coverage;

namespace CuratorBot.Tests.Events;

public sealed class CoverageTests
{
    private static readonly DateOnly Today = new(2022, 3, 1);

    private static readonly SchoolCoverage Visited = new("a", "А", Today.AddDays(-7), 1, 2, 0, null, null);

    [Fact]
    public void A_school_that_was_never_visited_comes_before_one_visited_half_a_year_ago() =>
        Assert.True(
            (Visited with { LastVisit = null }).Urgency(Today)
                > (Visited with { LastVisit = Today.AddYears(-2) }).Urgency(Today)
        );

    [Fact]
    public void Each_reason_alone_makes_a_school_more_urgent()
    {
        SchoolCoverage[] worse =
        [
            Visited with
            {
                LastVisit = Today.AddDays(-14),
            },
            Visited with
            {
                FailureLevel = 2,
            },
            Visited with
            {
                RisksWithout = 1,
            },
            Visited with
            {
                Promise = Today.AddDays(-1),
            },
        ];

        Assert.All(worse, school => Assert.True(school.Urgency(Today) > Visited.Urgency(Today)));
    }

    [Fact]
    public void A_school_that_somebody_goes_to_soon_can_wait_one_that_is_planned_for_summer_can_not()
    {
        var soon = Visited with { LastVisit = null, Planned = Today.AddDays(7) };
        var late = Visited with { LastVisit = null, Planned = Today.AddDays(100) };

        Assert.True(soon.Urgency(Today) < Visited.Urgency(Today));
        Assert.True(late.Urgency(Today) > Visited.Urgency(Today));
    }

    [Fact]
    public void An_unknown_level_is_not_taken_for_the_worst() =>
        Assert.True((Visited with { FailureLevel = null }).Urgency(Today) < Visited.Urgency(Today));
}
