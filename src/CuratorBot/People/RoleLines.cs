using CuratorBot.Conversations;
using CuratorBot.Texts;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.People;

/// <summary>Roles in words: «куратор: СОШ №3 г. Кузнецка, СОШ №10 г. Кузнецка».</summary>
public static class RoleLines
{
    public static string NameOf(TurnContext turn, Role role) => turn.Texts.Plain($"people.roles.{role}");

    /// <summary>One line for each role with everything that it is over.</summary>
    public static async Task<RichText> Of(TurnContext turn, IEnumerable<HeldRole> roles)
    {
        var held = roles.ToList();
        var schools = await SchoolNames(turn, held.Select(role => role.SchoolId));
        var municipalities = await MunicipalityNames(turn, held.Select(role => role.MunicipalityId));
        string Over(HeldRole role) =>
            role.SchoolId is { } school ? schools.GetValueOrDefault(school, school)
            : role.MunicipalityId is { } place ? municipalities.GetValueOrDefault(place, place)
            : role.Region ?? turn.Texts.Plain("people.allRegions");
        return RichText.Lines(
            held.GroupBy(role => role.Role)
                .Select(group =>
                    turn.Text(
                        "people.roleOver",
                        ("role", NameOf(turn, group.Key)),
                        ("over", string.Join(", ", group.Select(Over).Distinct().Order(RussianOrder.Names)))
                    )
                )
        );
    }

    private static Task<Dictionary<string, string>> SchoolNames(TurnContext turn, IEnumerable<string?> ids)
    {
        var wanted = ids.OfType<string>().ToList();
        return turn
            .Db.Schools.AsNoTracking()
            .Where(row => wanted.Contains(row.Id))
            .ToDictionaryAsync(row => row.Id, row => row.ShortName);
    }

    private static Task<Dictionary<string, string>> MunicipalityNames(
        TurnContext turn,
        IEnumerable<string?> ids
    )
    {
        var wanted = ids.OfType<string>().ToList();
        return turn
            .Db.Municipalities.AsNoTracking()
            .Where(row => wanted.Contains(row.Id))
            .ToDictionaryAsync(row => row.Id, row => row.Name);
    }
}
