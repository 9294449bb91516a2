using CuratorBot.Conversations.Turns;
using CuratorBot.People;

namespace CuratorBot.Members.Helping;

/// <summary>«/help»: what she can do; within a form, what the question is about.</summary>
public sealed class HelpCommand : ICommand
{
    public string Name => CommandMenu.Help;
    public bool ReadsOnly => false;
    public bool NeedsConsent => false;

    public bool IsFor(Asker who) => true;

    public async Task<Reply> Take(TurnContext turn, string argument) =>
        Reply.Explains(
            turn.Who.IsMember
                ? turn.Say(
                    turn.Who.MayWork.IsEmpty ? "help.member" : "help.reporting",
                    ("commands", await CommandMenu.LinesFor(turn, turn.Who))
                )
                : turn.Say("help.stranger")
        );
}
