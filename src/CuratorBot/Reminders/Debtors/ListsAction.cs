using CuratorBot.Conversations.Turns;
using CuratorBot.Messaging;
using CuratorBot.Schedule;
using CuratorBot.Texts;

namespace CuratorBot.Reminders.Debtors;

/// <summary>«Кого мы не можем достать» and «Кто кому напоминал», page by page.</summary>
public sealed class ListsAction : IAction
{
    internal const string HistoryPage = "debtors.historyPage";
    internal const string UnreachablePage = "debtors.unreachablePage";

    public IEnumerable<string> Names =>
        [ObligationActions.History, HistoryPage, ObligationActions.Unreachable, UnreachablePage];

    public bool ReadsOnly => true;

    /// <param name="argument">A municipality, or nothing for all that she sees, and the page from 0.</param>
    public async Task<Reply> Take(TurnContext turn, string name, string argument)
    {
        var (id, page, _) = Selection.Parse(argument);
        if (!await Sees(turn, id))
            return Reply.OnlyToast(turn.Texts.Plain("debtors.notYours"));
        return name switch
        {
            ObligationActions.History => Said(turn, await History(turn, id, page)),
            HistoryPage => Turned(turn, await History(turn, id, page)),
            ObligationActions.Unreachable => Said(turn, await Unreachable(turn, id, page)),
            _ => Turned(turn, await Unreachable(turn, id, page)),
        };
    }

    private static async Task<bool> Sees(TurnContext turn, string? id)
    {
        var scope = turn.Who.MaySee;
        return id is null
            ? scope.IsWide
            : await turn.Db.Municipalities.FindAsync(id) is { } place && scope.Includes(place);
    }

    private static async Task<(RichText, IReadOnlyList<IReadOnlyList<Choice>>)> History(
        TurnContext turn,
        string? id,
        int page
    )
    {
        var history = await ReminderHistory.Read(turn, id, page);
        return (await history.Text(turn), history.Choices(turn, id));
    }

    private static async Task<(RichText, IReadOnlyList<IReadOnlyList<Choice>>)> Unreachable(
        TurnContext turn,
        string? id,
        int page
    )
    {
        var list = await UnreachableList.Read(turn, id, page);
        return (list.Text(turn), list.Choices(turn, id));
    }

    private static Reply Said(
        TurnContext turn,
        (RichText Text, IReadOnlyList<IReadOnlyList<Choice>> Choices) list
    ) => Reply.With(turn.Say(list.Text) with { Choices = list.Choices });

    private static Reply Turned(
        TurnContext turn,
        (RichText Text, IReadOnlyList<IReadOnlyList<Choice>> Choices) list
    ) => Reply.With(turn.EditPressed(list.Text, list.Choices));
}
