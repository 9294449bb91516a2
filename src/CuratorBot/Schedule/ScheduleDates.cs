using CuratorBot.Conversations.Turns;
using CuratorBot.Texts;

namespace CuratorBot.Schedule;

/// <summary>The dates of a task as a line of the schedule says them.</summary>
internal static class ScheduleDates
{
    /// <summary>«1–29 апреля»; «школам до 24 января, муниципалитетам до 1 февраля»; with a doubt, if there is one.</summary>
    public static RichText Of(TurnContext turn, ProjectTask task)
    {
        var dates = RichText.Join(", ", Parts(turn, task));
        return task.CountsOn
            ? dates
            : turn.Text("schedule.doubtful", ("dates", dates), ("source", task.DateInSource));
    }

    /// <summary>The last of its dates.</summary>
    public static DateOnly? LastOf(ProjectTask task) =>
        new[] { task.DueOnForSchools, task.DueOnForMunicipalities, task.DueOnForRegions, task.EndsOn }.Max();

    private static IEnumerable<RichText> Parts(TurnContext turn, ProjectTask task)
    {
        if (task.StartsOn is { } from)
            yield return task.EndsOn is { } to ? Period(turn, from, to) : Start(turn, from, task.OpensAt);
        if (task.DueOnForSchools is { } schools)
            yield return turn.Text("schedule.forSchools", ("date", schools));
        if (task.DueOnForMunicipalities is { } municipalities)
            yield return turn.Text("schedule.forMunicipalities", ("date", municipalities));
        if (task.DueOnForRegions is { } regions)
            yield return turn.Text("schedule.forRegions", ("date", regions));
    }

    private static RichText Period(TurnContext turn, DateOnly from, DateOnly to) =>
        from.Month == to.Month && from.Year == to.Year
            ? turn.Text("schedule.sameMonth", ("day", from.Day), ("to", to))
            : turn.Text("schedule.period", ("from", from), ("to", to));

    private static RichText Start(TurnContext turn, DateOnly from, TimeOnly? opensAt) =>
        opensAt is { } hour
            ? turn.Text("schedule.opensAt", ("from", from), ("hour", $"{hour:HH:mm}"))
            : turn.Text("schedule.opens", ("from", from));
}
