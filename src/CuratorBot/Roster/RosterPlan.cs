using System.Security.Cryptography;
using System.Text;
using CuratorBot.People;

namespace CuratorBot.Roster;

public enum RosterVerdict
{
    New = 0,
    Changed = 1,
    Unchanged = 2,
    Bad = 3,

    /// <summary>Its name is in the roster with another number: who is meant must be said first.</summary>
    Namesake = 4,
}

/// <param name="Says">What is to be corrected or asked, or what will change; empty when nothing does.</param>
public sealed record RosterLine(RosterRow Row, RosterVerdict Verdict, string Says);

/// <summary>One entry of the roster as the file wants it.</summary>
/// <param name="Existing">Null for a new one.</param>
/// <param name="Email">Null when there is none.</param>
internal sealed record RosterStep(
    RosterRecord? Existing,
    string Name,
    string Phone,
    string? Email,
    IReadOnlyList<WantedRole> Added,
    IReadOnlyList<RosterRole> Removed
)
{
    public bool ChangesAnything =>
        Existing is null
        || Existing.Entry.Name != Name
        || Existing.Entry.Phone != Phone
        || Existing.Entry.Email != Email
        || Added.Count + Removed.Count > 0;
}

/// <summary>What a file would do to the roster: row by row, and entry by entry.</summary>
/// <param name="Missing">In the roster and not in the file; they stay unless she says otherwise.</param>
internal sealed record RosterPlan(
    IReadOnlyList<RosterLine> Lines,
    IReadOnlyList<RosterStep> Steps,
    IReadOnlyList<RosterRecord> Missing
)
{
    public int Count(RosterVerdict verdict) => Lines.Count(line => line.Verdict == verdict);

    /// <summary>Whether every row can be applied.</summary>
    public bool IsClean =>
        Lines.All(line => line.Verdict is not (RosterVerdict.Bad or RosterVerdict.Namesake));

    public bool ChangesAnything => Steps.Any(step => step.ChangesAnything);

    /// <summary>Equal for two plans that would say and do the same.</summary>
    public string Hash()
    {
        var all = new StringBuilder();
        foreach (var line in Lines)
            all.Append($"{line.Row}|{line.Verdict}|{line.Says}\n");
        foreach (var step in Steps)
        {
            all.Append(
                $"{step.Existing?.Entry.Id}|{step.Existing?.Entry.PersonId}|{step.Name}|{step.Phone}|{step.Email}\n"
            );
            all.AppendJoin('\n', step.Added)
                .AppendJoin('\n', step.Removed.Select(role => role.Id))
                .Append('\n');
        }
        foreach (var record in Missing)
            all.Append($"-{record.Entry.Id}:")
                .AppendJoin(',', record.Roles.Select(role => role.Id))
                .Append('\n');
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(all.ToString())));
    }
}
