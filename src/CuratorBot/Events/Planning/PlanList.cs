using System.Globalization;
using CuratorBot.Conversations.Turns;
using CuratorBot.Messaging;
using CuratorBot.Texts;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Events.Planning;

/// <summary>Which planned events a list shows.</summary>
internal enum PlanView
{
    /// <summary>Still to come, the next first.</summary>
    Ahead,

    /// <summary>Their day is over and nobody has said how it went.</summary>
    Unreported,

    /// <summary>Called off within the project year, the last first.</summary>
    NotHeld,
}

/// <summary>Planned events that she may see, a page at a time.</summary>
internal static class PlanList
{
    private const int PageSize = 8;
    private const int PerRow = 4;
    private const int DaysBack = 365;

    public static async Task<OutgoingMessage> Show(TurnContext turn, PlanView view, int wanted)
    {
        var plans = Of(turn, view);
        var page = Page.Nearest(wanted, PageSize, await plans.CountAsync());
        var shown = await plans.Skip(page.From).Take(page.Size).ToListAsync();
        var lines = new List<RichText> { turn.Text($"plan.list.{view}.head"), "" };
        if (shown.Count == 0)
            lines.Add(turn.Text($"plan.list.{view}.none"));
        foreach (var (place, plan) in shown.Index())
            lines.Add(await Line(turn, plan, view, page.From + place + 1));
        return turn.Say(RichText.Lines([.. lines])) with
        {
            Choices =
            [
                .. shown
                    .Select(
                        (plan, place) =>
                            new Choice(
                                (page.From + place + 1).ToString(CultureInfo.InvariantCulture),
                                PlanViews.CardOf(plan)
                            )
                    )
                    .Chunk(PerRow),
                .. page.Turning(turn, number => PlanViews.PageOf(view, number)),
                .. await Others(turn, view),
                .. turn.Who.MayWork.IsEmpty ? [] : NewRow(turn),
            ],
        };
    }

    /// <summary>How many days are over without a word; for the list of reports and «Кому ехать следующим».</summary>
    public static Task<int> CountUnreported(TurnContext turn) => Of(turn, PlanView.Unreported).CountAsync();

    /// <summary>Whether one of the lists has anything in it.</summary>
    public static async Task<bool> IsAny(TurnContext turn) =>
        await Of(turn, PlanView.Ahead).AnyAsync()
        || await Of(turn, PlanView.Unreported).AnyAsync()
        || await Of(turn, PlanView.NotHeld).AnyAsync();

    private static IQueryable<PlannedEvent> Of(TurnContext turn, PlanView view)
    {
        var (plans, today) = (turn.Db.PlannedEvents.AsNoTracking().VisibleTo(turn.Who), turn.Today);
        var since = today.AddDays(-DaysBack);
        return view switch
        {
            PlanView.Ahead => plans
                .Where(plan => plan.State == PlanState.Open && plan.On >= today)
                .OrderBy(plan => plan.On)
                .ThenBy(plan => plan.At)
                .ThenBy(plan => plan.Id),
            PlanView.Unreported => plans
                .Where(plan => plan.State == PlanState.Open && plan.On < today)
                .OrderBy(plan => plan.On)
                .ThenBy(plan => plan.Id),
            _ => plans
                .Where(plan => plan.State == PlanState.NotHeld && plan.On >= since)
                .OrderByDescending(plan => plan.On)
                .ThenBy(plan => plan.Id),
        };
    }

    private static async Task<RichText> Line(TurnContext turn, PlannedEvent plan, PlanView view, int number)
    {
        var words = await PlanWords.Of(turn, plan);
        return turn.Text(
            $"plan.list.{view}.line",
            ("number", number),
            ("when", words.Planned),
            ("what", words.What),
            ("name", words.Author),
            ("reason", plan.Reason)
        );
    }

    /// <summary>The ways to the other lists that are not empty.</summary>
    private static async Task<List<IReadOnlyList<Choice>>> Others(TurnContext turn, PlanView shown)
    {
        var rows = new List<IReadOnlyList<Choice>>();
        foreach (var view in Enum.GetValues<PlanView>().Where(view => view != shown))
            if (await Of(turn, view).CountAsync() is > 0 and var count)
                rows.Add([
                    new Choice(
                        turn.Texts.Plain($"plan.list.{view}.show", ("count", count)),
                        PlanViews.PageOf(view, 0)
                    ),
                ]);
        return rows;
    }

    private static IReadOnlyList<Choice>[] NewRow(TurnContext turn) =>
        [
            [turn.Button("plan.new", $"{PlanActions.New}:")],
        ];
}
