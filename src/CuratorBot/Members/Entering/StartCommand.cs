using CuratorBot.Conversations.Turns;
using CuratorBot.Members.Helping;
using CuratorBot.People;

namespace CuratorBot.Members.Entering;

/// <summary>«/start»: comes in, goes on, or says hello to a member. «/start token» redeems an invitation.</summary>
public sealed class StartCommand(Entrance entrance) : ICommand
{
    public string Name => CommandMenu.Start;
    public bool ReadsOnly => false;
    public bool NeedsConsent => false;

    public bool IsFor(Asker who) => true;

    public async Task<Reply> Take(TurnContext turn, string argument)
    {
        if (argument.Length > 0)
            return await entrance.ComeIn(turn, argument);
        if (!turn.Who.IsMember)
            return Reply.With(CommandMenu.MessageFor(turn, turn.Who)).Then(await entrance.ComeIn(turn));
        var roles = await RoleLines.Of(turn.Db, turn.Texts, turn.Who.Roles);
        var hello = turn.Say("people.hello", ("name", turn.Who.Name), ("roles", roles));
        return Reply
            .With(hello with { Choices = CommandMenu.ButtonsFor(turn, turn.Who) })
            .Then(CommandMenu.MessageFor(turn, turn.Who));
    }
}
