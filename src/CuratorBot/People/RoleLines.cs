using CuratorBot.Data;
using CuratorBot.Texts;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.People;

/// <summary>Roles in words: «куратор: СОШ №3 г. Кузнецка, СОШ №10 г. Кузнецка».</summary>
public static class RoleLines
{
    public static string NameOf(TextCatalogue texts, Role role) => texts.Plain($"people.roles.{role}");

    /// <summary>One line for each role with everything that it is over.</summary>
    public static async Task<RichText> Of(CuratorBotDb db, TextCatalogue texts, IEnumerable<HeldRole> roles)
    {
        var held = roles.ToList();
        var schools = await SchoolNames(db, held.Select(role => role.SchoolId));
        var municipalities = await MunicipalityNames(db, held.Select(role => role.MunicipalityId));
        string Over(HeldRole role) =>
            role.SchoolId is { } school ? schools.GetValueOrDefault(school, school)
            : role.MunicipalityId is { } place ? municipalities.GetValueOrDefault(place, place)
            : role.Region ?? texts.Plain("people.allRegions");
        return RichText.Lines(
            held.GroupBy(role => role.Role)
                .Select(group =>
                    texts.Get(
                        "people.roleOver",
                        ("role", texts.Plain($"people.roles.{group.Key}")),
                        ("over", string.Join(", ", group.Select(Over).Distinct().Order(RussianOrder.Names)))
                    )
                )
        );
    }

    /// <summary>What she coordinates, without her roles over single schools.</summary>
    public static Task<RichText> AsCoordinator(CuratorBotDb db, TextCatalogue texts, Asker who) =>
        Of(db, texts, who.Roles.Where(held => held.SchoolId is null && held.Role != Role.Observer));

    private static Task<Dictionary<string, string>> SchoolNames(CuratorBotDb db, IEnumerable<string?> ids)
    {
        var wanted = ids.OfType<string>().ToList();
        return db
            .Schools.AsNoTracking()
            .Where(row => wanted.Contains(row.Id))
            .ToDictionaryAsync(row => row.Id, row => row.ShortName);
    }

    private static Task<Dictionary<string, string>> MunicipalityNames(
        CuratorBotDb db,
        IEnumerable<string?> ids
    )
    {
        var wanted = ids.OfType<string>().ToList();
        return db
            .Municipalities.AsNoTracking()
            .Where(row => wanted.Contains(row.Id))
            .ToDictionaryAsync(row => row.Id, row => row.Name);
    }
}
