using System.Globalization;
using CuratorBot.Conversations.Turns;

namespace CuratorBot.Members.Team;

/// <summary>The card of a person or of a school's team, whichever was chosen.</summary>
internal static class TeamCards
{
    /// <param name="value">An answer to a <see cref="PersonQuestion"/>.</param>
    /// <returns>Null when it is none of what the asker oversees.</returns>
    public static async Task<Reply?> Show(TurnContext turn, string? value)
    {
        if (PersonQuestion.SchoolIn(value) is { } school)
            return await SchoolTeamCard.Read(turn, school) is { } team ? Reply.With(team.Say(turn)) : null;
        return
            long.TryParse(value, CultureInfo.InvariantCulture, out var id)
            && await PersonCard.Read(turn, id) is { } card
            ? Reply.With(card.Say(turn))
            : null;
    }
}
