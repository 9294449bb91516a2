using CuratorBot.Conversations.Turns;
using CuratorBot.Data;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Audit;

/// <summary>
/// The one way to write into the audit: in the transaction of the change itself, so that neither is without
/// the other. Each kind of entry has its sentence in the texts, «audit.what.(what)».
/// </summary>
public static class AuditTrail
{
    /// <summary>Kind of the entry that says that what was held of a person has been erased.</summary>
    public const string Erased = "audit.erased";

    /// <param name="before">
    /// The old value and the new one, as the sentence shall show them: a role by its name in code, a date as
    /// yyyy-MM-dd, anything else in words. Null where there is none.
    /// </param>
    public static Task Note(
        TurnContext turn,
        string what,
        AuditSubject subject,
        string? before = null,
        string? after = null
    ) => Note(turn.Db, turn.Ids, AuditActor.Of(turn), what, subject, before, after);

    /// <summary>The same where there is no turn: from the command line and from the clock.</summary>
    public static async Task Note(
        CuratorBotDb db,
        IdGenerator ids,
        AuditActor actor,
        string what,
        AuditSubject subject,
        string? before = null,
        string? after = null
    )
    {
        var last = await Last(db);
        var placed = await Placed(db, subject);
        var entry = new AuditEntry
        {
            Sequence = (last?.Sequence ?? 0) + 1,
            At = DateTimeOffset.FromUnixTimeMilliseconds(actor.Now.ToUnixTimeMilliseconds()),
            ActorId = actor.PersonId,
            Channel = actor.Channel,
            What = what,
            SubjectKind = placed.Kind,
            SubjectId = placed.Id,
            PersonId = placed.PersonId,
            SchoolId = placed.SchoolId,
            MunicipalityId = placed.MunicipalityId,
            Region = placed.Region,
            Title = placed.Title,
            Before = before,
            After = after,
            Salt = ids.Salt(),
        };
        entry.PayloadHash = AuditHash.OfPayload(entry.Salt, entry);
        entry.Hash = AuditHash.OfEntry(last?.Hash ?? AuditHash.Nothing, entry);
        db.Audit.Add(entry);
    }

    /// <summary>
    /// Erases what the entries about a person hold of her, and notes that. The chain still verifies: what is
    /// left are numbers and hashes that tell nothing.
    /// </summary>
    public static async Task Erase(CuratorBotDb db, IdGenerator ids, AuditActor actor, long personId)
    {
        var hers = await db.Audit.Where(row => row.PersonId == personId && row.Salt != null).ToListAsync();
        foreach (var entry in hers.Concat(Unsaved(db).Where(row => row.PersonId == personId)))
            (entry.Title, entry.Before, entry.After, entry.Salt) = (null, null, null, null);
        await Note(db, ids, actor, Erased, AuditSubject.Person(personId));
    }

    /// <summary>What is noted of a person, as others or she herself did it.</summary>
    public static IQueryable<AuditEntry> About(CuratorBotDb db, long personId) =>
        db.Audit.Where(row => row.PersonId == personId);

    /// <summary>When something about each person was noted last.</summary>
    public static Task<Dictionary<long, DateTimeOffset>> LastChanges(CuratorBotDb db) =>
        db
            .Audit.Where(row => row.PersonId != null)
            .GroupBy(row => row.PersonId!.Value)
            .Select(rows => new { rows.Key, At = rows.Max(row => row.At) })
            .ToDictionaryAsync(last => last.Key, last => last.At);

    /// <summary>What she did to others and to things.</summary>
    public static IQueryable<AuditEntry> By(CuratorBotDb db, long personId) =>
        db.Audit.Where(row => row.ActorId == personId && row.PersonId != personId);

    private static async Task<AuditEntry?> Last(CuratorBotDb db) =>
        Unsaved(db).MaxBy(row => row.Sequence)
        ?? await db.Audit.AsNoTracking().OrderByDescending(row => row.Sequence).FirstOrDefaultAsync();

    /// <summary>
    /// An entry that was added is known without comparing everything else: a table of thousands of rows would be
    /// compared with itself at each row.
    /// </summary>
    private static List<AuditEntry> Unsaved(CuratorBotDb db)
    {
        var tracker = db.ChangeTracker;
        var compares = tracker.AutoDetectChangesEnabled;
        tracker.AutoDetectChangesEnabled = false;
        try
        {
            return
            [
                .. tracker
                    .Entries<AuditEntry>()
                    .Where(entry => entry.State == EntityState.Added)
                    .Select(entry => entry.Entity),
            ];
        }
        finally
        {
            tracker.AutoDetectChangesEnabled = compares;
        }
    }

    private static async Task<AuditSubject> Placed(CuratorBotDb db, AuditSubject subject)
    {
        if (subject is { SchoolId: null, MunicipalityId: null, Region: null, PersonId: { } person })
            subject = await WhereSheWorks(db, subject, person);
        if (subject.SchoolId is { } id && await db.Schools.FindAsync(id) is { } school)
            subject = subject with
            {
                MunicipalityId = subject.MunicipalityId ?? school.MunicipalityId,
                Region = subject.Region ?? school.Region,
            };
        if (subject is { Region: null, MunicipalityId: { } place })
            subject = subject with { Region = (await db.Municipalities.FindAsync(place))?.Region };
        return subject;
    }

    private static async Task<AuditSubject> WhereSheWorks(CuratorBotDb db, AuditSubject subject, long person)
    {
        var role = await db
            .RoleAssignments.AsNoTracking()
            .Where(row => row.PersonId == person && row.RevokedAt == null)
            .OrderBy(row => row.Id)
            .FirstOrDefaultAsync();
        return subject with
        {
            SchoolId = role?.SchoolId,
            MunicipalityId = role?.MunicipalityId,
            Region = role?.Region,
        };
    }
}
