using CuratorBot.Advice;
using CuratorBot.Schedule.Calendar;
using CuratorBot.Tests.Support;

namespace CuratorBot.Tests.Advice;

/// <summary>Working days of Kuznetsk, whose time is that of Moscow.</summary>
public sealed class HelpTermsTests : IAsyncLifetime
{
    private readonly HelpTerms _terms = new(WorkCalendar.BuiltIn(), new AdviceOptions());
    private World _world = null!;

    public async Task InitializeAsync() => _world = await World.Open();

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Theory]
    [InlineData("2022-01-17 10:00", "2022-01-18 10:00", "2022-01-20 10:00", "2022-01-21 10:00")] // a Monday
    [InlineData("2022-01-21 20:30", "2022-01-24 20:30", "2022-01-26 20:30", "2022-01-27 20:30")] // a Friday
    [InlineData("2022-01-22 12:00", "2022-01-25 00:00", "2022-01-27 00:00", "2022-01-28 00:00")] // a Saturday
    [InlineData("2021-12-30 16:00", "2022-01-10 16:00", "2022-01-12 16:00", "2022-01-13 16:00")] // before New Year
    public async Task It_is_brought_to_mind_after_one_three_and_four_working_days(
        string asked,
        params string[] due
    )
    {
        var request = Asked(asked);
        var now = request.AskedAt;
        foreach (var expected in due)
        {
            var next = await _world.Read(db => _terms.Next(db, request, now));
            Assert.Equal(Transcript.MoscowTime(expected), next);
            (now, request.Reminders) = (next!.Value, request.Reminders + 1);
        }
        Assert.Null(await _world.Read(db => _terms.Next(db, request, now)));
    }

    [Fact]
    public async Task After_an_outage_the_coordinator_is_told_a_working_day_behind_the_helper_and_not_at_once()
    {
        var request = Asked("2022-01-17 10:00");
        request.Reminders = 2;

        var next = await _world.Read(db =>
            _terms.Next(db, request, Transcript.MoscowTime("2022-02-04 15:00"))
        );

        Assert.Equal(Transcript.MoscowTime("2022-02-07 15:00"), next);
    }

    private static HelpRequest Asked(string at) =>
        new()
        {
            SchoolId = "kuznetsk_sosh_3",
            MunicipalityId = "kuznetsk",
            Region = "Пензенская область",
            AskedBy = 0,
            AskedAt = Transcript.MoscowTime(at),
            Text = "Проба",
        };
}
