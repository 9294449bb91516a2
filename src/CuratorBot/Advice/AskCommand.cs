using CuratorBot.Conversations.Turns;
using CuratorBot.People;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Advice;

/// <summary>
/// «/ask»: what waits for her answer, what she has asked herself, and for a coordinator the account of the year.
/// Where there is nothing to show, the question begins at once.
/// </summary>
public sealed class AskCommand : ICommand
{
    private const int Most = 5;

    public string Name => "ask";
    public bool ReadsOnly => false;

    public bool IsFor(Asker who) => !who.MayWork.IsEmpty;

    public async Task<Reply> Take(TurnContext turn, string argument)
    {
        var waiting = await HelpList.Read(turn, HelpList.WaitingFor(turn).Take(Most));
        var own = await HelpList.Read(turn, HelpList.OwnOf(turn).Take(Most));
        if (waiting.Count + own.Count == 0 && turn.Who.MayHelp.IsEmpty)
            return Reply.Opens(AskForm.FormName);
        var list = new HelpList();
        if (waiting.Count > 0)
            await AddWaiting(turn, list, waiting);
        else if (!turn.Who.MayHelp.IsEmpty)
            list.Add(turn.Text("advice.list.nobodyWaits"));
        if (own.Count > 0)
        {
            list.Add(turn.Text("advice.list.own.head"));
            list.AddOwn(turn, own);
        }
        if (await HelpAccount.Read(turn) is { } account)
            list.Add(account.Text(turn));
        list.Choices.Add([turn.Button("advice.list.new", $"{AdviceActions.New}:")]);
        return Reply.With(turn.Say(list.Text) with { Choices = list.Choices });
    }

    private static async Task AddWaiting(TurnContext turn, HelpList list, List<HelpList.Row> waiting)
    {
        list.Add(turn.Text("advice.list.waiting.head"));
        list.AddWaiting(turn, waiting);
        var all = waiting.Count < Most ? waiting.Count : await HelpList.WaitingFor(turn).CountAsync();
        if (all > waiting.Count)
            list.Choices.Add([
                new(turn.Texts.Plain("advice.list.waiting.all", ("count", all)), $"{WaitingAction.Show}:0"),
            ]);
    }
}
