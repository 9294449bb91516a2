using System.Globalization;
using CuratorBot.Conversations.Turns;
using CuratorBot.Schedule;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Tasks.Editing;

/// <summary>An obligation that a button names, if it is of a municipality or region that she sees.</summary>
internal static class SeenObligations
{
    public static async Task<Obligation?> Find(TurnContext turn, string? id) =>
        long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? await turn
                .Db.Obligations.OfPlacesIn(turn.Who.MaySee)
                .SingleOrDefaultAsync(row => row.Id == number)
            : null;
}
