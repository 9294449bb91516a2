using CuratorBot.Schedule;
using CuratorBot.Tasks.Editing;

namespace CuratorBot.Tasks.Import;

/// <summary>A task as a row of a file wants it.</summary>
/// <param name="Performers">One of <see cref="Performing.Names"/>.</param>
internal sealed record TaskWish(
    string Title,
    string? Region,
    string? MunicipalityId,
    int? Group,
    DateOnly? StartsOn,
    TimeOnly? OpensAt,
    DateOnly? EndsOn,
    DateOnly? Schools,
    DateOnly? Municipalities,
    DateOnly? Regions,
    string Performers,
    Wants Wants,
    bool Optional
)
{
    public static TaskWish Of(ProjectTask task) =>
        new(
            task.Title,
            task.Region,
            task.MunicipalityId,
            task.Group,
            task.StartsOn,
            task.OpensAt,
            task.EndsOn,
            task.DueOnForSchools,
            task.DueOnForMunicipalities,
            task.DueOnForRegions,
            Performing.NameOf(task.Performers),
            task.Wants,
            task.Optional
        );

    public IEnumerable<DateOnly> Days =>
        new[] { StartsOn, EndsOn, Schools, Municipalities, Regions }.OfType<DateOnly>();

    /// <summary>The project year of its last day.</summary>
    public int Year => ProjectYear.Of(Days.Max());

    public DateOnly? DueOnFor(OwnerKind kind) =>
        kind switch
        {
            OwnerKind.School => Schools,
            OwnerKind.Municipality => Municipalities,
            _ => Regions,
        };

    public ProjectTask ToTask(string id, int order) =>
        new()
        {
            Id = id,
            Year = Year,
            Order = order,
            Title = Title,
            Region = Region,
            MunicipalityId = MunicipalityId,
            Group = Group,
            StartsOn = StartsOn,
            OpensAt = OpensAt,
            EndsOn = EndsOn,
            DueOnForSchools = Schools,
            DueOnForMunicipalities = Municipalities,
            DueOnForRegions = Regions,
            Performers = Performing.RolesOf(Performers),
            Wants = Wants,
            Optional = Optional,
        };

    /// <summary>What is neither a deadline nor what makes it this task.</summary>
    public void Revise(ProjectTask task)
    {
        (task.Title, task.StartsOn, task.OpensAt, task.EndsOn) = (Title, StartsOn, OpensAt, EndsOn);
        (task.Performers, task.Wants, task.Optional) = (Performing.RolesOf(Performers), Wants, Optional);
    }
}
