using System.Globalization;
using CuratorBot.Conversations.Turns;
using CuratorBot.Messaging;
using CuratorBot.Schedule;
using CuratorBot.Texts;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Reminders.Debtors;

/// <summary>«Кто кому напоминал»: what coordinators asked for, the newest first.</summary>
internal sealed class ReminderHistory
{
    private const int PageSize = 10;

    private readonly IReadOnlyList<Row> _rows;
    private readonly Page _page;

    private sealed record Row(long PersonId, long By, DateTimeOffset At, int Count, bool IsWaiting);

    private ReminderHistory(IReadOnlyList<Row> rows, Page page) => (_rows, _page) = (rows, page);

    /// <param name="municipalityId">Null for all that she sees.</param>
    public static async Task<ReminderHistory> Read(TurnContext turn, string? municipalityId, int wanted)
    {
        var now = turn.Now;
        var asked =
            from row in turn.Db.Reminders
            where row.AskedBy != null
            join obligation in turn.Db.Obligations.OfPlacesIn(turn.Who.MaySee)
                on row.ObligationId equals obligation.Id
            where municipalityId == null || obligation.MunicipalityId == municipalityId
            group row by new
            {
                row.PersonId,
                row.AskedBy,
                row.AskedAt,
            } into once
            select new
            {
                once.Key.PersonId,
                once.Key.AskedBy,
                once.Key.AskedAt,
                Count = once.Count(),
                Waiting = once.Count(row => row.State == ReminderState.Planned && row.DueAt > now),
            };
        var page = Page.Nearest(wanted, PageSize, await asked.CountAsync());
        var rows = await asked
            .OrderByDescending(row => row.AskedAt)
            .ThenBy(row => row.PersonId)
            .Skip(page.From)
            .Take(PageSize)
            .ToListAsync();
        return new ReminderHistory(
            [
                .. rows.Select(row => new Row(
                    row.PersonId,
                    row.AskedBy!.Value,
                    row.AskedAt!.Value,
                    row.Count,
                    row.Waiting > 0
                )),
            ],
            page
        );
    }

    public async Task<RichText> Text(TurnContext turn)
    {
        var words = await DebtorWords.For(turn, _rows.SelectMany(row => new[] { row.PersonId, row.By }));
        var text = new RichTextBuilder().Line(words.Get("history.head"));
        if (_rows.Count == 0)
            return text.EmptyLine().Line(words.Get("history.none")).Build();
        text.EmptyLine();
        foreach (var row in _rows)
            text.Line(
                words.Get(
                    row.IsWaiting ? "history.waiting" : "history.line",
                    ("when", words.When(row.At)),
                    ("who", words.NameOf(row.By)),
                    ("whom", words.NameOf(row.PersonId)),
                    ("n", row.Count)
                )
            );
        if (_page.Last > 0)
            text.EmptyLine().Line(words.Get("page", ("n", _page.Number + 1), ("of", _page.Last + 1)));
        return text.Build();
    }

    public IReadOnlyList<IReadOnlyList<Choice>> Choices(TurnContext turn, string? municipalityId) =>
        [
            .. _page.Turning(
                turn,
                page =>
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{ListsAction.HistoryPage}:{municipalityId}:{page}"
                    )
            ),
        ];
}
