using CuratorBot.Conversations.Turns;
using CuratorBot.People;

namespace CuratorBot.Events.Listing;

/// <summary>«/events»: the newest reports that the person may see, everywhere or in one municipality.</summary>
public sealed class EventsCommand(EventTypes types) : ICommand
{
    public string Name => "events";
    public bool ReadsOnly => true;

    public bool IsFor(Asker who) => who.IsMember;

    /// <param name="argument">Id of a municipality, from a button under its status; otherwise all are shown.</param>
    public async Task<Reply> Take(TurnContext turn, string argument)
    {
        var municipality = await turn.Db.Municipalities.FindAsync(argument);
        var filter =
            municipality is not null && turn.Who.MaySee.Includes(municipality)
                ? new EventsFilter(MunicipalityId: municipality.Id)
                : EventsFilter.All;
        return Reply.With(await EventsList.Show(turn, types, filter, page: 0));
    }
}
