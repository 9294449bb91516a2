using System.Globalization;
using CuratorBot.Conversations.Turns;
using CuratorBot.Texts;

namespace CuratorBot.Events.Planning;

/// <summary>A planned event as sentences name it.</summary>
/// <param name="What">«Консультация, СОШ №3 г. Кузнецка».</param>
/// <param name="Planned">«пн, 24 января, в 10:00».</param>
internal sealed record PlanWords(string Type, string School, RichText What, RichText Planned, string Author)
{
    public static async Task<PlanWords> Of(TurnContext turn, PlannedEvent plan)
    {
        var type = (await turn.Db.EventTypes.FindAsync(plan.TypeId))?.Name ?? plan.TypeId;
        var school = (await turn.Db.Schools.FindAsync(plan.SchoolId))?.ShortName ?? plan.SchoolId;
        return new(
            type,
            school,
            turn.Text("plan.what", ("type", type), ("school", school)),
            When(turn, plan.On, plan.At),
            (await turn.Db.People.FindAsync(plan.AuthorId))?.Name ?? turn.Texts.Plain("people.former")
        );
    }

    public static RichText When(TurnContext turn, PlannedEvent plan) => When(turn, plan.On, plan.At);

    public static RichText When(TurnContext turn, DateOnly on, TimeOnly? at) =>
        at is { } hour
            ? turn.Text("plan.dayAndHour", ("date", on), ("hour", Written(hour)))
            : turn.Text("plan.day", ("date", on));

    /// <summary>Called off before it began, or not held when its time had come.</summary>
    public static RichText WhyNot(TurnContext turn, PlannedEvent plan) =>
        turn.Text(
            plan.SettledAt < PlanTimes.Begins(plan) ? "plan.calledOffMark" : "plan.notHeldMark",
            ("reason", plan.Reason)
        );

    private static string Written(TimeOnly hour) => hour.ToString("HH:mm", CultureInfo.InvariantCulture);
}
