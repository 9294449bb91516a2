using System.Globalization;
using CuratorBot.Conversations.Turns;

namespace CuratorBot.Events.Planning;

/// <summary>Looking at planned events: the lists, one of them, what to know before it.</summary>
public sealed class PlanViews : IAction
{
    private const string List = "plan.list";
    private const string Page = "plan.page";
    private const string Card = "plan.card";
    internal const string Brief = "plan.brief";

    public IEnumerable<string> Names => [List, Page, Card, Brief];
    public bool ReadsOnly => true;

    /// <summary>Sends a list of its own.</summary>
    internal static string ListOf(PlanView view, int page) => Of(List, view, page);

    /// <summary>Shows a page in the message that was pressed.</summary>
    internal static string PageOf(PlanView view, int page) => Of(Page, view, page);

    internal static string CardOf(PlannedEvent plan) => PlanActions.Of(Card, plan);

    public async Task<Reply> Take(TurnContext turn, string name, string argument)
    {
        if (turn.Known is not { IsMember: true })
            return Stale(turn);
        if (name is List or Page)
            return await ShowList(turn, name, argument.Split(':', 2));
        if (await PlanRights.Find(turn, argument) is not { } plan)
            return Stale(turn);
        return Reply.With(
            name == Brief ? await PlanBrief.Write(turn, plan) : await PlanText.Card(turn, plan)
        );
    }

    private static async Task<Reply> ShowList(TurnContext turn, string name, string[] parts)
    {
        if (!Enum.TryParse<PlanView>(parts[0], out var view) || !Enum.IsDefined(view))
            return Stale(turn);
        var page = Conversations.Turns.Page.Wanted(parts.ElementAtOrDefault(1) ?? "");
        var list = await PlanList.Show(turn, view, page);
        return Reply.With(name == List ? list : turn.EditPressed(list.Text, list.Choices));
    }

    private static string Of(string name, PlanView view, int page) =>
        string.Create(CultureInfo.InvariantCulture, $"{name}:{view}:{page}");

    private static Reply Stale(TurnContext turn) => Reply.OnlyToast(turn.Texts.Plain("forms.stale"));
}
