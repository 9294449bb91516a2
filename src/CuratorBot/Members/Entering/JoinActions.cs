using System.Globalization;
using CuratorBot.Conversations.Turns;
using CuratorBot.People;

namespace CuratorBot.Members.Entering;

/// <summary>The buttons of a request: the coordinator's and the asker's.</summary>
public sealed class JoinActions(JoinRequests requests) : IAction
{
    public const string Accept = "join.accept";
    public const string Decline = "join.decline";
    public const string Withdraw = "join.withdraw";

    public IEnumerable<string> Names => [Accept, Decline, Withdraw];
    public bool ReadsOnly => false;
    public bool IsForStrangers => true;

    /// <param name="argument">Id of the request.</param>
    public Task<Reply> Take(TurnContext turn, string name, string argument)
    {
        if (!long.TryParse(argument, CultureInfo.InvariantCulture, out var id))
            return Task.FromResult(Reply.OnlyToast(turn.Texts.Plain("forms.stale")));
        return name switch
        {
            Accept => requests.Decide(turn, id, JoinRequestState.Accepted),
            Decline => requests.Decide(turn, id, JoinRequestState.Declined),
            _ => JoinRequests.Withdraw(turn, id),
        };
    }
}
