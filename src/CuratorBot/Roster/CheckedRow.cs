using CuratorBot.People;
using CuratorBot.Tables;

namespace CuratorBot.Roster;

/// <summary>One role of a row, with all that it is over filled in.</summary>
public sealed record WantedRole(Role Role, string? SchoolId, string? MunicipalityId, string Region);

/// <summary>A row of the file after it was looked at for itself.</summary>
/// <param name="Phone">Normalised; null when it is none.</param>
/// <param name="Email">Null when the row does not say; empty when it says that there is none.</param>
/// <param name="Problem">What to correct; null when the row is good so far.</param>
public sealed record CheckedRow(
    RosterRow Row,
    string? Phone,
    string? Email,
    IReadOnlyList<WantedRole> Roles,
    string? Problem
)
{
    public string NameWords { get; } = TitleWords.Of(Row.Name);
}
