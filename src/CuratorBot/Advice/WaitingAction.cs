using System.Globalization;
using CuratorBot.Conversations.Turns;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Advice;

/// <summary>All requests that wait for an answer she may give, page by page, the oldest first.</summary>
public sealed class WaitingAction : IAction
{
    public const string Show = "help.waiting";
    public const string TurnPage = "help.waitingPage";
    private const int PageSize = 8;

    public IEnumerable<string> Names => [Show, TurnPage];
    public bool ReadsOnly => true;

    /// <param name="argument">Page from 0; one that does not exist becomes the nearest.</param>
    public async Task<Reply> Take(TurnContext turn, string name, string argument)
    {
        if (turn.Who.MayHelp.IsEmpty)
            return Reply.OnlyToast(turn.Texts.Plain("forms.stale"));
        var waiting = HelpList.WaitingFor(turn);
        var page = Page.Nearest(Page.Wanted(argument), PageSize, await waiting.CountAsync());
        var list = new HelpList();
        if (page.All == 0)
            list.Add(turn.Text("advice.list.nobodyWaits"));
        else
        {
            list.Add(turn.Text("advice.list.waiting.head"));
            list.AddWaiting(
                turn,
                await HelpList.Read(turn, waiting.Skip(page.From).Take(page.Size)),
                page.From
            );
        }
        list.Choices.AddRange(
            page.Turning(turn, number => string.Create(CultureInfo.InvariantCulture, $"{TurnPage}:{number}"))
        );
        return Reply.With(
            name == TurnPage
                ? turn.EditPressed(list.Text, list.Choices)
                : turn.Say(list.Text) with
                {
                    Choices = list.Choices,
                }
        );
    }
}
