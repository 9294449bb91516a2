using CuratorBot.Conversations.Turns;
using CuratorBot.People;
using CuratorBot.Schools;
using CuratorBot.Texts;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Members.Helping;

/// <summary>
/// What each command does, in words for her role and with a name of her own for an example. The text is
/// «help.(role).(command)» of the first role that has one, or «help.lines.(command)» where none makes a
/// difference.
/// </summary>
internal sealed class HelpLines(TurnContext turn, IReadOnlyList<string> roles, string? example)
{
    public static async Task<HelpLines> For(TurnContext turn, Asker who) =>
        new(turn, [.. RolesOf(who)], await ExampleFor(turn, who));

    public RichText Of(string name)
    {
        var own = roles.Select(role => $"help.{role}.{name}").FirstOrDefault(turn.Texts.Has);
        var key = example is not null && own is not null ? own : $"help.lines.{name}";
        return turn.Texts.Has(key)
            ? turn.Text(key, ("example", example))
            : turn.Text("help.line", ("name", name), ("does", turn.Texts.Plain($"commands.{name}")));
    }

    private static IEnumerable<string> RolesOf(Asker who)
    {
        if (who.MayWork.IsEmpty)
            yield return "observer";
        if (who.MaySee.IsRegional && who.MayLead.IsEmpty)
            yield return "operator";
        yield return who.MaySee.IsRegional ? "region"
        : who.MaySee.IsWide ? "municipality"
        : who.MaySee.Schools.Count > 1 || who.Is(Role.Curator) ? "curator"
        : "school";
    }

    /// <summary>A name that she may ask for; null when there is none yet.</summary>
    private static Task<string?> ExampleFor(TurnContext turn, Asker who)
    {
        var scope = who.MaySee;
        if (scope.IsRegional)
            return scope
                .Within(turn.Db.Municipalities)
                .OrderBy(row => row.Name)
                .Select(row => row.Name)
                .FirstOrDefaultAsync();
        var places = scope.Municipalities;
        var own = scope.Within(turn.Db.Schools);
        return own.Where(row => places.Count == 0 || places.Contains(row.MunicipalityId!))
            .OrderByDescending(row => row.Part == School.Participant)
            .ThenBy(row => row.ShortName)
            .Select(row => row.ShortName)
            .FirstOrDefaultAsync();
    }
}
