using CuratorBot.Data;
using CuratorBot.Events;
using CuratorBot.Risks;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Seed;

/// <summary>What is the same in every region and comes with the version: kinds of events and risks.</summary>
public static class ProjectFacts
{
    /// <summary>Adds what is missing and brings the rest up to this version.</summary>
    public static async Task Publish(CuratorBotDb db)
    {
        await Publish(db, "event-types", (EventType type) => type.Id);
        await Publish(db, "risk-factors", (RiskFactor risk) => risk.Id);
        await db.SaveChangesAsync();
    }

    private static async Task Publish<T>(CuratorBotDb db, string file, Func<T, string> idOf)
        where T : class
    {
        var known = await db.Set<T>().ToDictionaryAsync(idOf);
        foreach (var fact in EmbeddedJson.Read<List<T>>(file))
            if (known.TryGetValue(idOf(fact), out var stored))
                db.Entry(stored).CurrentValues.SetValues(fact);
            else
                db.Add(fact);
    }
}
