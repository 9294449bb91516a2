using CuratorBot.People;
using CuratorBot.Texts;

namespace CuratorBot.Roster;

/// <summary>What a row will do, in words: «имя: Иван → Иван Образцов; добавится: директор школы — СОШ №3».</summary>
internal sealed class RosterWords(RosterPlaces places, TextCatalogue texts)
{
    public string OfStep(RosterStep step) => string.Join("; ", Changes(step));

    public string OfRole(Role role, string? schoolId, string? municipalityId) =>
        texts.Plain(
            "roster.changes.role",
            ("role", texts.Plain($"people.roles.{role}")),
            (
                "over",
                schoolId is not null ? places.SchoolName(schoolId) : places.MunicipalityName(municipalityId!)
            )
        );

    private IEnumerable<string> Changes(RosterStep step)
    {
        if (step.Existing?.Entry is { } before)
        {
            if (before.Name != step.Name)
                yield return Change("name", before.Name, step.Name);
            if (before.Phone != step.Phone)
                yield return Change("phone", before.Phone, step.Phone);
            if (before.Email != step.Email)
                yield return Change("email", before.Email, step.Email);
        }
        foreach (var role in step.Added)
            yield return RoleChange(
                step.Existing is null ? "given" : "added",
                OfRole(role.Role, role.SchoolId, role.MunicipalityId)
            );
        foreach (var role in step.Removed)
            yield return RoleChange("removed", OfRole(role.Role, role.SchoolId, role.MunicipalityId));
    }

    private string Change(string what, string? before, string? after) =>
        texts.Plain($"roster.changes.{what}", ("before", before ?? "—"), ("after", after ?? "—"));

    private string RoleChange(string how, string role) =>
        texts.Plain($"roster.changes.{how}", ("role", role));
}
