using CuratorBot.Events;
using CuratorBot.Papers;
using CuratorBot.Schools;
using CuratorBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Tests.Papers;

/// <summary>A visit without an agreement is in a list, is asked for twice at most, and is over once it is entered.</summary>
public sealed class MissingAgreementsTests : IAsyncLifetime
{
    private const long Curator = 1001;
    private const long Director = 1002;
    private const string School = "kuznetsk_sosh_3";
    private const string Helper = "kuznetsk_gymnasium_1";
    private const string Reminder = "Соглашения в боте нет";

    private World _world = null!;

    public async Task InitializeAsync()
    {
        _world = await World.Open();
        await _world.UnitOfWork.Write(scope =>
        {
            scope.Db.CuratorSchools.Add(
                new CuratorSchool
                {
                    Id = _world.Ids.Next(),
                    SchoolId = School,
                    HelperId = Helper,
                    AssignedAt = World.Start,
                    AssignedBy = 0,
                }
            );
            return Task.FromResult(true);
        });
    }

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Fact]
    public async Task Without_a_visit_nothing_is_missing()
    {
        var curator = new Phone(_world, Curator);
        await curator.Says("/registers");
        await curator.Presses("Соглашения и договоры");

        Assert.False(curator.Sees("⚠️ Посещение было, соглашения нет: 1"));
        await Pass(days: 30);
        Assert.Equal(0, Heard(Curator));
    }

    [Fact]
    public async Task What_is_missing_is_listed_and_entered_from_the_list_with_both_schools_known()
    {
        await Visit(new DateOnly(2022, 1, 15));
        var curator = new Phone(_world, Curator);
        await curator.Says("/registers");
        await curator.Presses("Соглашения и договоры");
        await curator.Presses("⚠️ Посещение было, соглашения нет: 1");
        await curator.Presses("➕ Внести 1");
        await curator.Presses("Соглашение о сотрудничестве");
        await curator.Presses("— (нет)");
        await curator.Says("10 января");
        await curator.Presses("Пропустить");
        await curator.Presses("Пропустить");
        await curator.Presses("Пропустить");
        await curator.Presses("✅ Сохранить");

        var agreement = await _world.Read(db => db.Set<Agreement>().SingleAsync());
        Assert.Equal((School, Helper), (agreement.SchoolId, agreement.OtherSchoolId));
        await curator.Says("/registers");
        await curator.Presses("Соглашения и договоры");
        Assert.DoesNotContain(
            "соглашения нет",
            string.Concat(
                _world
                    .Channel.Heard.Last()
                    .Message.Choices.SelectMany(row => row)
                    .Select(choice => choice.Label)
            )
        );
    }

    [Fact]
    public async Task Director_and_curator_are_asked_three_days_after_the_visit_and_twice_at_most()
    {
        await Visit(new DateOnly(2022, 1, 17));
        await Pass(days: 2);
        Assert.Equal((0, 0), (Heard(Curator), Heard(Director)));
        await Pass(days: 1);
        Assert.Equal((1, 1), (Heard(Curator), Heard(Director)));
        await Pass(days: 13);
        Assert.Equal((1, 1), (Heard(Curator), Heard(Director)));
        await Pass(days: 60);
        Assert.Equal((2, 2), (Heard(Curator), Heard(Director)));
    }

    [Fact]
    public async Task Once_it_is_entered_nobody_is_asked()
    {
        await Visit(new DateOnly(2022, 1, 15));
        await _world.UnitOfWork.Write(scope =>
        {
            scope.Db.Add(
                new Agreement
                {
                    Id = _world.Ids.Next(),
                    SchoolId = Helper,
                    OtherSchoolId = School,
                    Region = "Пензенская область",
                }
            );
            return Task.FromResult(true);
        });
        await Pass(days: 30);

        Assert.Equal(0, Heard(Curator));
    }

    private async Task Pass(int days)
    {
        for (var day = 0; day < days; day++)
        {
            _world.Clock.Now = _world.Clock.Now.AddDays(1);
            await _world.Sweep();
        }
    }

    private int Heard(long account) =>
        _world.Channel.Heard.Count(heard =>
            heard.ChatId == account && heard.Message.Text.Text.Contains(Reminder, StringComparison.Ordinal)
        );

    private Task Visit(DateOnly day) =>
        _world.UnitOfWork.Write(scope =>
        {
            var report = new EventReport
            {
                Id = _world.Ids.Next(),
                TypeId = "school_visit",
                From = day,
                To = day,
                Precision = "day",
                Region = "Пензенская область",
                MunicipalityId = "kuznetsk",
                ReportedAt = World.Start,
                EventsCount = 1,
            };
            report.Schools.Add(new EventReportSchool { ReportId = report.Id, SchoolId = School });
            scope.Db.EventReports.Add(report);
            return Task.FromResult(true);
        });
}
