using CuratorBot.Conversations.Turns;
using CuratorBot.People;

namespace CuratorBot.Agenda;

/// <summary>«/calendar»: my deadlines and events, a month at a glance.</summary>
public sealed class CalendarCommand : ICommand
{
    public string Name => "calendar";
    public bool ReadsOnly => true;

    public bool IsFor(Asker who) => !who.MayWork.IsEmpty;

    public async Task<Reply> Take(TurnContext turn, string argument)
    {
        var card = await MonthCard.Read(turn, MonthCard.MonthOf(turn.Today));
        return Reply.With(turn.Say(card.Text()) with { Choices = card.Choices() });
    }
}
