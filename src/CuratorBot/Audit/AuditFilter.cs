using System.Globalization;
using CuratorBot.Data;
using CuratorBot.People;

namespace CuratorBot.Audit;

/// <summary>Which entries a list shows: all of them, or those about one person, school or municipality.</summary>
internal sealed record AuditFilter(
    long? PersonId = null,
    string? SchoolId = null,
    string? MunicipalityId = null
)
{
    private const char PersonSign = '~';
    private const char MunicipalitySign = '@';

    public override string ToString() =>
        PersonId is { } person ? string.Create(CultureInfo.InvariantCulture, $"{PersonSign}{person}")
        : MunicipalityId is { } municipality ? $"{MunicipalitySign}{municipality}"
        : SchoolId ?? "";

    public static AuditFilter Parse(string text) =>
        text switch
        {
            "" => new AuditFilter(),
            [PersonSign, .. var person] => new AuditFilter(
                PersonId: long.TryParse(person, CultureInfo.InvariantCulture, out var id) ? id : 0
            ),
            [MunicipalitySign, .. var municipality] => new AuditFilter(MunicipalityId: municipality),
            _ => new AuditFilter(SchoolId: text),
        };

    /// <summary>The newest first, and never beyond the regions that she leads.</summary>
    public IQueryable<AuditEntry> Apply(CuratorBotDb db, Asker who)
    {
        var entries = Visible(db, who);
        return (
            PersonId is { } person ? entries.Where(row => row.PersonId == person || row.ActorId == person)
            : SchoolId is { } school ? entries.Where(row => row.SchoolId == school)
            : MunicipalityId is { } place ? entries.Where(row => row.MunicipalityId == place)
            : entries
        ).OrderByDescending(row => row.Sequence);
    }

    public static IQueryable<AuditEntry> Visible(CuratorBotDb db, Asker who)
    {
        var (scope, regions) = (who.MayLead, who.MayLead.Regions);
        return scope.Everything ? db.Audit : db.Audit.Where(row => regions.Contains(row.Region!));
    }
}
