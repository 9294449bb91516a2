using CuratorBot.Data;
using CuratorBot.People;

namespace CuratorBot.Schedule;

/// <summary>What a task wants before it can be closed.</summary>
public enum Wants
{
    Nothing = 0,
    Link = 1,
    Document = 2,
    Number = 3,
}

/// <summary>A line of the schedule of a project year: what is to be done, by whom, until when.</summary>
public sealed class ProjectTask
{
    public required string Id { get; init; }

    /// <summary>The project year by its second half: 2022 is 2021–2022.</summary>
    public required int Year { get; init; }
    public required int Order { get; init; }
    public required string Title { get; set; }

    /// <summary>Where it is owed: null for the whole country.</summary>
    public string? Region { get; init; }

    /// <summary>The one municipality whose task it is; then <see cref="Region"/> is the region of that.</summary>
    public string? MunicipalityId { get; init; }

    /// <summary>Group of schools that it concerns, 1–3; null for every participant.</summary>
    public int? Group { get; init; }
    public DateOnly? StartsOn { get; set; }

    /// <summary>The hour at which it opens on <see cref="StartsOn"/>, local; null when the day is all there is.</summary>
    public TimeOnly? OpensAt { get; set; }

    /// <summary>Last day of something that runs for a while and is owed by nobody here; shown, not reminded of.</summary>
    public DateOnly? EndsOn { get; set; }
    public DateOnly? DueOnForSchools { get; set; }
    public DateOnly? DueOnForMunicipalities { get; set; }
    public DateOnly? DueOnForRegions { get; set; }

    /// <summary>Who of a school does it: directors, curators or both.</summary>
    public List<Role> Performers { get; set; } = [Role.Director];

    /// <summary>«If need be»: reminded of before the date, never overdue.</summary>
    public bool Optional { get; set; }
    public Wants Wants { get; set; }

    /// <summary>The source's date is in doubt; nobody is reminded before a coordinator confirms it.</summary>
    public bool Doubtful { get; init; }

    /// <summary>The date as the source has it, where it differs from ours.</summary>
    public string? DateInSource { get; init; }
    public DateTimeOffset? ConfirmedAt { get; set; }
    public long? ConfirmedBy { get; set; }

    /// <summary>When it was called off, by whom and why; what was done by then stays done.</summary>
    public DateTimeOffset? CancelledAt { get; set; }
    public long? CancelledBy { get; set; }
    public string? CancelledBecause { get; set; }

    /// <summary>When it reminds whom; null for <see cref="Ladder.Default"/>.</summary>
    public Ladder? Ladder { get; set; }

    public Ladder LadderOrDefault => Ladder ?? Ladder.Default;

    public bool CountsOn => !Doubtful || ConfirmedAt is not null;

    /// <summary>When it opens where this is the zone; null for what can be done from the first.</summary>
    public DateTimeOffset? OpensIn(string zone) =>
        StartsOn is { } day ? LocalDays.InstantOf(day, OpensAt ?? TimeOnly.MinValue, zone) : null;

    /// <summary>Its deadline for one kind of owner; null where such owners do not owe it.</summary>
    public DateOnly? DueOnFor(OwnerKind kind) =>
        kind switch
        {
            OwnerKind.School => DueOnForSchools,
            OwnerKind.Municipality => DueOnForMunicipalities,
            _ => DueOnForRegions,
        };

    public void Move(OwnerKind kind, DateOnly? due)
    {
        switch (kind)
        {
            case OwnerKind.School:
                DueOnForSchools = due;
                break;
            case OwnerKind.Municipality:
                DueOnForMunicipalities = due;
                break;
            default:
                DueOnForRegions = due;
                break;
        }
    }
}
