using System.Globalization;
using CuratorBot.Conversations.Turns;
using CuratorBot.Messaging;
using CuratorBot.Texts;

namespace CuratorBot.Agenda;

/// <summary>A month at a glance: its days that hold something, one below the other.</summary>
internal sealed class MonthCard(TurnContext turn, DateOnly month, IReadOnlyList<AgendaEntry> entries)
{
    public const string MonthFormat = "yyyy-MM";
    private const int MostLines = 60;

    /// <summary>Nobody's schedule reaches further from today.</summary>
    private const int MostMonths = 24;

    public static async Task<MonthCard> Read(TurnContext turn, DateOnly month) =>
        new(turn, month, await AgendaBook.Read(turn, month, month.AddMonths(1).AddDays(-1)));

    /// <summary>The first day of a month that a button names; null where it makes no sense or is too far away.</summary>
    public static DateOnly? MonthIn(TurnContext turn, string argument) =>
        DateOnly.TryParseExact(
            argument,
            MonthFormat,
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var month
        ) && IsNear(turn, month)
            ? month
            : null;

    public static DateOnly MonthOf(DateOnly day) => new(day.Year, day.Month, 1);

    public RichText Text()
    {
        var text = new RichTextBuilder().Line(turn.Text("agenda.head", ("month", month)));
        if (entries.Count == 0)
            return text.EmptyLine().Line(turn.Text("agenda.nothing")).Build();
        var (open, done) = (Count(AgendaKind.Deadline), Count(AgendaKind.Done));
        if (open + done > 0)
            text.Line(turn.Text("agenda.count", ("n", open + done), ("done", done)));
        foreach (var day in entries.Take(MostLines).GroupBy(entry => entry.From))
        {
            text.EmptyLine()
                .Line(turn.Text(day.Key == turn.Today ? "agenda.today" : "agenda.day", ("date", day.Key)));
            foreach (var entry in day)
                text.Line(Line(entry));
        }
        if (entries.Count > MostLines)
            text.EmptyLine().Line(turn.Text("agenda.more", ("n", entries.Count - MostLines)));
        return text.Build();
    }

    public IReadOnlyList<IReadOnlyList<Choice>> Choices()
    {
        var turning = new[] { month.AddMonths(-1), month.AddMonths(1) }
            .Where(other => IsNear(turn, other))
            .Select(other => new Choice(
                turn.Texts.Plain(other < month ? "agenda.earlier" : "agenda.later", ("month", other)),
                AgendaAction.MonthAction(other)
            ));
        return
        [
            [.. turning],
            [turn.Button("agenda.file", $"{AgendaAction.File}:")],
        ];
    }

    private static bool IsNear(TurnContext turn, DateOnly month) =>
        Math.Abs(((month.Year - turn.Today.Year) * 12) + month.Month - turn.Today.Month) <= MostMonths;

    private int Count(AgendaKind kind) => entries.Count(entry => entry.Kind == kind);

    private RichText Line(AgendaEntry entry)
    {
        var where = entry.Where.Length > 0 ? "Of" : "";
        return turn.Text(
            $"agenda.line.{entry.Kind}{where}{(entry.At is null ? "" : "At")}",
            ("title", entry.Title),
            ("where", entry.Where),
            ("time", entry.At is { } at ? $"{at:HH:mm}" : "")
        );
    }
}
