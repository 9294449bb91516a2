using CuratorBot.Conversations.Turns;
using CuratorBot.People;

namespace CuratorBot.Schedule;

/// <summary>«/schedule»: the dates of the year for my schools, my municipality or my region.</summary>
public sealed class ScheduleCommand : ICommand
{
    public string Name => "schedule";
    public bool ReadsOnly => true;

    public bool IsFor(Asker who) => who.IsMember;

    public async Task<Reply> Take(TurnContext turn, string argument)
    {
        var schedule = await YearSchedule.Read(turn);
        return Reply.With(turn.Say(schedule.Text(turn)) with { Choices = schedule.Choices(turn) });
    }
}
