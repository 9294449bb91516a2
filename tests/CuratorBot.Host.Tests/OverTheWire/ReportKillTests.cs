using CuratorBot.Host.Tests.Support;
using CuratorBot.Messaging;

namespace CuratorBot.Host.Tests.OverTheWire;

/// <summary>
/// The host dies at every step of a report. In one run it dies at another place at each step; with
/// <c>CURATORBOT_NIGHTLY=1</c> it dies at every place at every step.
/// </summary>
public sealed class ReportKillTests
{
    private const int InFlight = 3;

    private static readonly string[] Places =
    [
        FailPoints.Received,
        FailPoints.Stored,
        FailPoints.Handled,
        FailPoints.Committed,
        FailPoints.Sent,
        FailPoints.Marked,
    ];

    private sealed record Step(Action<Person> Act, string Hears, string? StandsAt);

    private static readonly Step[] Steps =
    [
        new(person => person.Phone.SendText("/report"), "О каком мероприятии", "type"),
        new(person => person.Phone.Press("Семинар"), "Для какой школы", "school"),
        new(person => person.Phone.Press("СОШ №3 г. Кузнецка"), "На базе какой школы", "host"),
        new(person => person.Phone.SendText("гимназия №1"), "Когда это было", "date"),
        new(person => person.Phone.SendText("15.01"), "Сколько было", "people"),
        new(person => person.Phone.SendText("12"), "Какая была тема", "topic"),
        new(person => person.Phone.SendText("Чтение"), "Проверьте отчёт", "summary"),
        new(person => person.Phone.Press("✅ Отправить"), "Отчёт отправлен", StandsAt: null),
    ];

    /// <summary>At which place of <see cref="Places"/> the first step dies; each next step at the next one.</summary>
    public static TheoryData<int> Runs =>
        Environment.GetEnvironmentVariable("CURATORBOT_NIGHTLY") == "1"
            ? [.. Enumerable.Range(0, Places.Length)]
            : [0];

    [Theory]
    [MemberData(nameof(Runs))]
    public async Task A_report_is_exactly_as_far_as_the_curator_was_told_whatever_the_moment_of_death(
        int first
    )
    {
        await using var stage = await Stage.OpenAndStart();
        var curator = stage.Person(Stage.Curator);
        await stage.Host.Stop();

        for (var number = 0; number < Steps.Length; number++)
        {
            var step = Steps[number];
            var doomed = await stage.Start(failAt: Places[(first + number) % Places.Length]);
            step.Act(curator);
            Assert.Equal(128 + 9, await doomed.WaitForExit());
            await stage.Start();
            await curator.Hear(step.Hears);
            await stage.Host.WaitUntilQuiet();
            await stage.Host.Stop();
            Assert.Equal(step.StandsAt, stage.Stored().StepOf(Stage.Curator));
        }

        Assert.Equal(
            1,
            stage
                .Stored()
                .Count(
                    "event_reports WHERE AuthorId IS NOT NULL AND Participants = 12 AND HostSchoolId IS NOT NULL"
                )
        );
        Assert.All(Steps, step => Assert.InRange(curator.CountOf(step.Hears), 1, 1 + InFlight));
        Assert.Equal(0, stage.Stored().WaitingInbox);
        Assert.Equal(0, stage.Stored().WaitingOutbox);
    }
}
