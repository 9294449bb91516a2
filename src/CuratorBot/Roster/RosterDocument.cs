using CuratorBot.Conversations.Turns;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Roster;

/// <summary>A table that a coordinator sent without being asked: a new roster. It was read before the turn.</summary>
public sealed class RosterDocument : IUnasked
{
    public async Task<Reply?> Take(TurnContext turn)
    {
        if (turn.Prepared is not PreparedRoster.Previewed previewed || RosterScope.Of(turn.Who).IsEmpty)
            return null;
        await Replace(turn);
        turn.Db.RosterUploads.Add(previewed.Upload);
        return RosterCards.Of(turn, previewed);
    }

    /// <summary>Only the newest file of hers can be applied.</summary>
    private static async Task Replace(TurnContext turn)
    {
        var waiting = await turn
            .Db.RosterUploads.Where(upload =>
                upload.PersonId == turn.Who.PersonId && upload.State == RosterUploadState.Waiting
            )
            .ToListAsync();
        foreach (var upload in waiting)
            upload.State = RosterUploadState.Replaced;
    }
}
