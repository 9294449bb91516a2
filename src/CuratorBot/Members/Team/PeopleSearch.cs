using CuratorBot.Conversations.Forms;
using CuratorBot.Conversations.Turns;
using CuratorBot.People;
using CuratorBot.Schools;
using CuratorBot.Texts;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Members.Team;

/// <summary>Finds the people whom a coordinator oversees: by name, by phone or by their school.</summary>
internal sealed class PeopleSearch(TurnContext turn, NameIndexCache names)
{
    /// <summary>More are not listed: she has to type more of the name.</summary>
    private const int MostListed = 80;
    private const int FewestDigits = 4;
    private const int DigitsOfPhone = 11;

    private sealed record Somebody(long Id, string Name, string? Phone);

    /// <param name="typed">Null for everybody, if they can be listed at all.</param>
    public async Task<IReadOnlyList<Option>> Find(string? typed)
    {
        var people = await Overseen();
        var found =
            typed is null ? people
            : Digits(typed) is { } digits ? people.Where(one => HasPhone(one, digits)).ToList()
            : people.Where(one => HasName(one, typed)).ToList();
        if (typed is not null && found.Count == 0 && await SchoolCalled(typed) is { } school)
            found = await PeopleOf(school.Id, people);
        return found.Count > MostListed ? [] : await Options(found);
    }

    /// <summary>The one school that is called so, among those that she oversees.</summary>
    public async Task<Named?> SchoolCalled(string typed)
    {
        var index = await names.For(turn.Db, turn.Revision);
        return index.Find(typed, Sought.School, turn.Who.MayAdmit.Includes) is NameAnswer.Found found
            ? found.One
            : null;
    }

    /// <summary>Her name; null when the person is none of those whom the asker oversees.</summary>
    public async Task<string?> NameOf(long personId) =>
        await Oversight.Roles(turn.Db, turn.Who).AnyAsync(role => role.PersonId == personId)
            ? (await turn.Db.People.AsNoTracking().SingleAsync(row => row.Id == personId)).Name
            : null;

    private async Task<List<Somebody>> Overseen()
    {
        var ids = Oversight.Roles(turn.Db, turn.Who).Select(role => role.PersonId);
        var people = await turn
            .Db.People.AsNoTracking()
            .Where(row => row.Name != null && ids.Contains(row.Id))
            .Select(row => new Somebody(row.Id, row.Name!, row.Phone))
            .ToListAsync();
        return [.. people.OrderBy(one => one.Name, RussianOrder.Names).ThenBy(one => one.Id)];
    }

    private async Task<List<Somebody>> PeopleOf(string schoolId, List<Somebody> people)
    {
        var ids = await turn
            .Db.RoleAssignments.Where(role => role.SchoolId == schoolId && role.RevokedAt == null)
            .Select(role => role.PersonId)
            .ToListAsync();
        return [.. people.Where(one => ids.Contains(one.Id))];
    }

    /// <summary>Two people of one name are told apart by what they do.</summary>
    private async Task<IReadOnlyList<Option>> Options(List<Somebody> people)
    {
        var ids = people.Select(one => one.Id).ToList();
        var rows = await (
            from role in Oversight.Roles(turn.Db, turn.Who)
            where role.RevokedAt == null && EF.Parameter(ids).Contains(role.PersonId)
            join school in turn.Db.Schools on role.SchoolId equals school.Id into schools
            from school in schools.DefaultIfEmpty()
            join municipality in turn.Db.Municipalities
                on role.MunicipalityId equals municipality.Id
                into places
            from municipality in places.DefaultIfEmpty()
            orderby role.Id
            select new
            {
                role.PersonId,
                role.Role,
                Over = school!.ShortName ?? municipality!.Name ?? role.Region,
            }
        ).ToListAsync();
        var first = rows.DistinctBy(row => row.PersonId).ToDictionary(row => row.PersonId);
        return
        [
            .. people.Select(one => new Option(
                first.TryGetValue(one.Id, out var role)
                    ? turn.Texts.Plain(
                        "team.option",
                        ("name", one.Name),
                        ("role", RoleLines.NameOf(turn.Texts, role.Role)),
                        ("over", role.Over ?? turn.Texts.Plain("people.allRegions"))
                    )
                    : turn.Texts.Plain("team.optionWithoutRole", ("name", one.Name)),
                $"{one.Id}"
            )),
        ];
    }

    /// <summary>Digits of a phone, if that is what was typed; «8…» and «+7…» are the same.</summary>
    private static string? Digits(string typed)
    {
        var digits = string.Concat(typed.Where(char.IsAsciiDigit));
        if (digits.Length < FewestDigits || typed.Any(char.IsLetter))
            return null;
        return digits.Length == DigitsOfPhone && digits[0] == '8' ? $"7{digits[1..]}" : digits;
    }

    private static bool HasPhone(Somebody one, string digits) =>
        one.Phone?.Contains(digits, StringComparison.Ordinal) == true;

    /// <summary>Each typed word begins a word of the name, in any order.</summary>
    private static bool HasName(Somebody one, string typed)
    {
        var words = Words(one.Name);
        return Words(typed).All(word => words.Exists(own => own.StartsWith(word, StringComparison.Ordinal)));
    }

    private static List<string> Words(string name) =>
        [
            .. RussianLetters
                .WithoutYo(name.ToUpperInvariant())
                .Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
        ];
}
