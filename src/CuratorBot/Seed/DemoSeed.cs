using CuratorBot.Data;
using CuratorBot.Profiles;
using CuratorBot.Risks;
using CuratorBot.Schedule;
using CuratorBot.Schools;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Seed;

/// <summary>
/// Fills an empty database with the facts of the project year 2021–2022: municipalities, schools, the
/// schedule and who owes what by it, monitoring tables, scores, kinds of events and the reports known.
/// All of the reports are loaded, also those of days that a demonstration's clock has not reached yet;
/// whoever shows them leaves out what begins after today.
/// </summary>
public sealed class DemoSeed(IdGenerator ids)
{
    /// <summary>Since when the lists of schools say what they say.</summary>
    private static readonly DateOnly ListedOn = new(2022, 1, 10);
    private static readonly DateTimeOffset ListedAt = new(ListedOn, TimeOnly.MinValue, TimeSpan.Zero);

    /// <summary>True when it wrote; false, and nothing changed, when there were municipalities already.</summary>
    public async Task<bool> Write(CuratorBotDb db, CancellationToken token = default)
    {
        if (await db.Municipalities.AnyAsync(token))
            return false;

        await ProjectFacts.Publish(db);
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            Add(db);
            await db.SaveChangesAsync(token);
        }
        finally
        {
            db.ChangeTracker.AutoDetectChangesEnabled = true;
        }
        return true;
    }

    private void Add(CuratorBotDb db)
    {
        var municipalities = EmbeddedJson.Read<List<Municipality>>("municipalities");
        var schools = EmbeddedJson.Read<List<School>>("schools");
        var tasks = EmbeddedJson.Read<List<ProjectTask>>("schedule-2022");
        var obligations = new Obligations(municipalities, schools, ids);

        db.AddRange(municipalities);
        db.AddRange(schools);
        db.AddRange(tasks);
        db.AddRange(tasks.SelectMany(obligations.Of));
        db.AddRange(EmbeddedJson.Read<List<MarksRow>>("marks").SelectMany(row => row.Marks(ids)));
        db.AddRange(EmbeddedJson.Read<List<ScoresRow>>("scores").Select(row => row.Card(ids)));
        db.AddRange(EmbeddedJson.Read<List<SchoolRisk>>("school-risks"));
        db.AddRange(EmbeddedJson.Read<List<SeedEvent>>("events").Select(row => row.Report(ids)));
        db.AddRange(schools.Select(school => SchoolProfile.Of(school, ids.Next(), ListedOn, ListedAt)));
    }
}
