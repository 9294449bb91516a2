using CuratorBot.Events.Reporting;
using CuratorBot.Messaging;
using CuratorBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Tests.Events;

/// <summary>A report that comes through every question there is, with something happening at each.</summary>
public sealed class ReportStepTests
{
    private static readonly Dictionary<string, string[]> Everything = new()
    {
        ["type"] = ["[Семинары и методическая работа ›]", "[Дальше ›]", "[День методиста]"],
        ["school"] = ["[СОШ №3]"],
        ["school2"] = ["[СОШ №10]"],
        ["host"] = ["гимназия №1"],
        ["date"] = ["10.01"],
        ["people"] = ["44"],
        ["of"] = ["97"],
        ["topic"] = ["Чтение"],
        ["question"] = ["Как быть с чтением?"],
        ["result"] = ["Решили читать"],
        ["next"] = ["Прочитать"],
        ["checkBack"] = ["20 мая"],
        ["format"] = ["[Очно]"],
        ["audience"] = ["педагоги"],
        ["risk"] = ["оснащ", "[Низкий уровень]"],
        ["zones"] = ["[Нерегулярный мониторинг]", "[Готово]"],
        ["link"] = ["school3.ru"],
        ["until"] = ["12.01"],
        ["precision"] = ["[Дни точные]"],
        ["events"] = ["3"],
    };

    private static readonly Dictionary<string, string[]> Survey = new()
    {
        ["type"] = ["анкетирование"],
        ["school"] = ["[СОШ №3]"],
        ["date"] = ["10.01"],
        ["teachers"] = ["40 из 40"],
        ["pupils"] = ["180 из 200"],
        ["parents"] = ["95 из 100"],
    };

    private static readonly Dictionary<string, string[]> Contest = new()
    {
        ["type"] = ["конкурс"],
        ["school"] = ["[СОШ №3]"],
        ["date"] = ["10.01"],
        ["people"] = ["1"],
        ["level"] = ["[Региональный]"],
        ["result"] = ["2 место"],
    };

    private static readonly Dictionary<string, Dictionary<string, string[]>> All = new()
    {
        ["everything"] = Everything,
        ["survey"] = Survey,
        ["contest"] = Contest,
    };

    public static TheoryData<string> Reports => [.. All.Keys];

    [Fact]
    public async Task Every_question_but_of_further_schools_and_files_is_among_them()
    {
        await using var world = await World.Open();
        var keys = world.Forms.Named(ReportForm.FormName).Questions.Select(question => question.Key);

        Assert.Equal(
            keys.Except(["schoolMore", "school3", "school4", "school5", "school6", "files"]).Order(),
            All.Values.SelectMany(answers => answers.Keys).Distinct().Order()
        );
    }

    [Theory]
    [MemberData(nameof(Reports))]
    public async Task A_restart_at_every_step_changes_nothing(string name) =>
        Assert.Equal(await Tell(name, _ => Task.CompletedTask), await Tell(name, world => world.Restart()));

    [Theory]
    [MemberData(nameof(Reports))]
    public async Task A_death_in_the_middle_of_every_message_changes_nothing(string name)
    {
        var calm = await Tell(name, _ => Task.CompletedTask);
        foreach (var place in new[] { FailPoints.Handled, FailPoints.Committed, FailPoints.Sent })
            Assert.Equal(calm, await Tell(name, _ => Task.CompletedTask, diesAt: place));
    }

    /// <summary>As if it had been begun under the first version of the questions.</summary>
    [Theory]
    [MemberData(nameof(Reports))]
    public async Task A_new_version_of_the_questions_at_every_step_changes_nothing(string name) =>
        Assert.Equal(
            await Tell(name, _ => Task.CompletedTask),
            await Tell(
                name,
                world =>
                    world.UnitOfWork.Write(async scope =>
                        (await scope.Db.Sessions.SingleAsync(row => row.Active)).Version = 1
                    )
            )
        );

    private static async Task<string> Tell(string name, Func<World, Task> atEachStep, string? diesAt = null)
    {
        await using var world = await World.Open();
        var phone = new Phone(world, 1001);
        world.DiesAt = diesAt;
        await new ReportFilling(new PhoneReporter(world, phone), All[name])
        {
            Before = _ => atEachStep(world),
        }.Send();
        Assert.Equal(diesAt is null ? 0 : world.Handed, world.Deaths);
        world.DiesAt = null;
        var report = await world.Read(db =>
            db.EventReports.Include(row => row.Schools)
                .Include(row => row.Shares)
                .SingleAsync(row => row.AuthorId != null)
        );
        await phone.Presses("Мои отчёты");
        await phone.Presses("1");
        Assert.Equal(name == "everything" ? 2 : 1, report.Schools.Count);
        return world.Channel.Heard.Last().Message.Text.Text;
    }
}
