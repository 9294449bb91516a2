using CuratorBot.Conversations;
using CuratorBot.Schools;
using CuratorBot.Texts;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.People;

/// <summary>
/// What each command does, in words for her role and with a name of her own for an example. The text is
/// «help.(role).(command)», or «help.lines.(command)» where the role makes no difference.
/// </summary>
internal sealed class HelpLines(TurnContext turn, string role, string? example)
{
    public static async Task<HelpLines> For(TurnContext turn, Asker who)
    {
        var role =
            who.Is(Role.RegionalCoordinator) ? "region"
            : who.Is(Role.MunicipalCoordinator) ? "municipality"
            : who.Is(Role.Curator) ? "curator"
            : "school";
        return new HelpLines(turn, role, await ExampleFor(turn, who));
    }

    public RichText Of(string name)
    {
        var own = $"help.{role}.{name}";
        var key = example is not null && turn.Texts.Has(own) ? own : $"help.lines.{name}";
        return turn.Texts.Has(key)
            ? turn.Text(key, ("example", example))
            : turn.Text("help.line", ("name", name), ("does", turn.Texts.Plain($"commands.{name}")));
    }

    /// <summary>A name that she may ask for; null when there is none yet.</summary>
    private static Task<string?> ExampleFor(TurnContext turn, Asker who)
    {
        var (regions, places, schools) = (
            who.Roles.Where(held => held.Role == Role.RegionalCoordinator)
                .Select(held => held.Region)
                .ToList(),
            who.OwnMunicipalities.ToList(),
            who.OwnSchools.ToList()
        );
        if (regions.Count > 0)
            return turn
                .Db.Municipalities.Where(row => regions.Contains(null) || regions.Contains(row.Region))
                .OrderBy(row => row.Name)
                .Select(row => row.Name)
                .FirstOrDefaultAsync();
        var own =
            places.Count > 0
                ? turn.Db.Schools.Where(row => places.Contains(row.MunicipalityId!))
                : turn.Db.Schools.Where(row => schools.Contains(row.Id));
        return own.OrderByDescending(row => row.Part == School.Participant)
            .ThenBy(row => row.ShortName)
            .Select(row => row.ShortName)
            .FirstOrDefaultAsync();
    }
}
