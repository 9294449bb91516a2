using System.Net.Mail;
using CuratorBot.Members.Entering;
using CuratorBot.People;
using CuratorBot.Schools;
using CuratorBot.Tables;
using CuratorBot.Texts;

namespace CuratorBot.Roster;

/// <summary>Looks at each row for itself: is everything there, and does it name something that exists?</summary>
internal sealed class RosterCheck(RosterPlaces places, RosterScope scope, TextCatalogue texts)
{
    private readonly Dictionary<string, Role> _roles = Enum.GetValues<Role>()
        .SelectMany(role =>
            TitleWords
                .Listed(texts, $"roster.roleWords.{role}")
                .Append(TitleWords.Of(texts.Plain($"people.roles.{role}")))
                .Distinct()
                .Select(words => (words, role))
        )
        .ToDictionary(pair => pair.words, pair => pair.role);

    public CheckedRow Check(RosterRow row)
    {
        var problems = new List<string>();
        if (NameProblem(row.Name) is { } noName)
            problems.Add(Problem(noName));
        var read = PhoneNumber.Read(row.Phone, out var phone);
        if (read != PhoneProblem.None)
            problems.Add(texts.Plain($"roster.problems.phone.{read}", ("phone", row.Phone)));
        if (row.Email.Length > 0 && !IsNothing(row.Email) && !IsEmail(row.Email))
            problems.Add(texts.Plain("roster.problems.email", ("email", row.Email)));
        var roles = Roles(row, problems);
        return new CheckedRow(
            row,
            read == PhoneProblem.None ? phone : null,
            row.Email.Length == 0 ? null
                : IsNothing(row.Email) ? ""
                : row.Email,
            roles,
            problems.Count == 0 ? null : string.Join(' ', problems)
        );
    }

    private static string? NameProblem(string name) =>
        name.Length == 0 ? "name.missing"
        : name.Length is < NameQuestion.Shortest or > NameQuestion.Longest || !name.Any(char.IsLetter)
            ? "name.none"
        : null;

    /// <summary>The place is looked at even where the role is wrong: she shall hear of everything at once.</summary>
    private List<WantedRole> Roles(RosterRow row, List<string> problems)
    {
        var role = RoleOf(row, problems);
        if (!Municipality(row, problems, out var municipality))
            return [];
        if (
            role is { } wide
            && (wide == Role.MunicipalCoordinator || (wide == Role.Observer && NoSchools(row)))
        )
            return OverMunicipality(row, wide, municipality, problems);
        var schools = Schools(row, municipality?.Id, problems);
        return role is { } known
            ?
            [
                .. schools.Select(school => new WantedRole(
                    known,
                    school.Id,
                    school.MunicipalityId,
                    school.Region
                )),
            ]
            : [];
    }

    private Role? RoleOf(RosterRow row, List<string> problems)
    {
        if (row.Role.Length == 0)
            problems.Add(Problem("role.missing"));
        else if (!_roles.TryGetValue(TitleWords.Of(row.Role), out var role))
            problems.Add(texts.Plain("roster.problems.role.unknown", ("role", row.Role)));
        else if (!scope.MayGive(role))
            problems.Add(Problem("role.notYours"));
        else
            return role;
        return null;
    }

    /// <summary>False when what stands there is none. An empty cell means the only one that she keeps.</summary>
    private bool Municipality(RosterRow row, List<string> problems, out Municipality? municipality)
    {
        municipality = null;
        if (row.Municipality.Length == 0)
        {
            if (scope.OnlyMunicipality is { } only)
                municipality = places.MunicipalityWithId(only);
            return true;
        }
        var place = places.Municipality(row.Municipality);
        if (place.Problem is { } problem)
            problems.Add(problem);
        municipality = place.Found;
        return place.Found is not null;
    }

    private List<WantedRole> OverMunicipality(
        RosterRow row,
        Role role,
        Municipality? municipality,
        List<string> problems
    )
    {
        if (municipality is null)
            problems.Add(Problem("municipality.missing"));
        else if (!NoSchools(row))
            problems.Add(Problem("school.notForCoordinators"));
        else
            return [new WantedRole(role, null, municipality.Id, municipality.Region)];
        return [];
    }

    private List<School> Schools(RosterRow row, string? municipality, List<string> problems)
    {
        var schools = new List<School>();
        var named = PlacesIn(row.Schools, municipality).ToList();
        if (named.Count == 0)
            problems.Add(Problem("school.missing"));
        foreach (var place in named)
        {
            if (place.Problem is { } problem)
                problems.Add(problem);
            else if (schools.Exists(one => one.Id == place.Found!.Id))
                problems.Add(texts.Plain("roster.problems.school.twice", ("name", place.Found!.ShortName)));
            else
                schools.Add(place.Found!);
        }
        return schools;
    }

    /// <summary>Schools stand apart by «;» or lines; by commas only where the whole is no school.</summary>
    private IEnumerable<FoundPlace<School>> PlacesIn(string cell, string? municipality)
    {
        foreach (var name in Split(cell, ';', '\n', '\r'))
        {
            var whole = places.School(name, municipality);
            if (whole.Found is not null || !name.Contains(','))
                yield return whole;
            else
                foreach (var part in Split(name, ','))
                    yield return places.School(part, municipality);
        }
    }

    private static string[] Split(string text, params char[] separators) =>
        text.Split(separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static bool NoSchools(RosterRow row) => row.Schools.Length == 0 || IsNothing(row.Schools);

    private static bool IsNothing(string text) => text is "—" or "–" or "-";

    private static bool IsEmail(string text) =>
        text.Length <= 254
        && MailAddress.TryCreate(text, out var address)
        && address.Address == text
        && address.Host.Contains('.');

    private string Problem(string key) => texts.Plain($"roster.problems.{key}");
}
