using CuratorBot.Conversations.Turns;
using CuratorBot.Texts;

namespace CuratorBot.Events.Reporting;

/// <summary>The days of a report as exactly as they are known: «17 января», «март 2022», «с 1 по 30 апреля».</summary>
internal static class ReportDates
{
    public static RichText Show(TurnContext turn, EventReport report)
    {
        var (from, to, thisYear) = (report.From, report.To, turn.Today.Year);
        if (from == to)
            return RussianDates.Show(from, YearUnless(thisYear, from.Year));
        if (report.Precision == EventReport.ToTheMonth)
            return (from.Year, from.Month) == (to.Year, to.Month)
                ? RussianDates.Show(from, "month")
                : turn.Text("events.dates.months", ("from", from), ("to", to));
        return (from.Year, from.Month) == (to.Year, to.Month)
            ? turn.Text(
                "events.dates.days",
                ("day", from.Day),
                ("to", RussianDates.Show(to, YearUnless(thisYear, to.Year)))
            )
            : turn.Text(
                "events.dates.period",
                ("from", RussianDates.Show(from, YearUnless(to.Year, from.Year))),
                ("to", RussianDates.Show(to, YearUnless(thisYear, from.Year, to.Year)))
            );
    }

    /// <summary>The year is said unless everything is of the expected one.</summary>
    private static string? YearUnless(int expected, params int[] years) =>
        years.All(year => year == expected) ? null : "year";
}
