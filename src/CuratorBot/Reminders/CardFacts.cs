using CuratorBot.Data;
using CuratorBot.Schedule;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Reminders;

/// <summary>What a card says of its obligations: their tasks, their owners and who closed them.</summary>
public sealed class CardFacts
{
    private readonly Dictionary<string, ProjectTask> _tasks;
    private readonly OwnerNames _owners;
    private readonly Dictionary<long, string?> _people;

    private CardFacts(
        Dictionary<string, ProjectTask> tasks,
        OwnerNames owners,
        Dictionary<long, string?> people
    ) => (_tasks, _owners, _people) = (tasks, owners, people);

    /// <param name="askedBy">The coordinators who asked for some of its lines.</param>
    public static async Task<CardFacts> Of(
        CuratorBotDb db,
        IReadOnlyCollection<Obligation> obligations,
        IEnumerable<long?>? askedBy = null
    )
    {
        var tasks = obligations.Select(row => row.TaskId).Distinct().ToList();
        var people = obligations
            .Select(row => row.DoneBy)
            .Concat(askedBy ?? [])
            .OfType<long>()
            .Distinct()
            .ToList();
        return new CardFacts(
            await db
                .Tasks.AsNoTracking()
                .Where(task => EF.Parameter(tasks).Contains(task.Id))
                .ToDictionaryAsync(task => task.Id),
            await OwnerNames.Of(db, obligations),
            await db
                .People.Where(person => EF.Parameter(people).Contains(person.Id))
                .ToDictionaryAsync(person => person.Id, person => person.Name)
        );
    }

    public ProjectTask TaskOf(Obligation obligation) => _tasks[obligation.TaskId];

    public string OwnerOf(Obligation obligation) => _owners[obligation];

    /// <summary>Null while it is open, and when the one who closed it has no name.</summary>
    public string? CloserOf(Obligation obligation) => obligation.DoneBy is { } closer ? NameOf(closer) : null;

    /// <summary>Of one who closed or asked for a line of it; null when she has none.</summary>
    public string? NameOf(long personId) => _people.GetValueOrDefault(personId);
}
