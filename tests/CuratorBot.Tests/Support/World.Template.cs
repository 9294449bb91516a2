using CuratorBot.Data;
using CuratorBot.Host.Database.Sqlite;
using CuratorBot.Members.Consenting;
using CuratorBot.Reminders;
using CuratorBot.Schedule.Calendar;
using CuratorBot.Seed;
using CuratorBot.Tests.Registers;
using CuratorBot.Texts;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Tests.Support;

/// <content>The databases that worlds begin with, made once and copied for each.</content>
public sealed partial class World
{
    private static readonly Lazy<Task<string>> SeededTemplate = new(() => MakeTemplate(seeded: true));
    private static readonly Lazy<Task<string>> EmptyTemplate = new(() => MakeTemplate(seeded: false));

    private static async Task<string> MakeTemplate(bool seeded)
    {
        var file = Path.Combine(Path.GetTempPath(), $"curatorbot-template-{Path.GetRandomFileName()}.db");
        await using (var connection = new SqliteConnection($"Data Source={file};Pooling=False"))
        {
            await connection.OpenAsync();
            await using var db = new SqliteDb(SqliteConnections.OptionsFor(connection));
            await db.Database.MigrateAsync();
            await SampleTables.Create(db);
            var clock = new FrozenClock(Start);
            await ConsentTexts.Publish(db, TextCatalogue.LoadRussian(), Start);
            if (seeded)
            {
                var ids = new IdGenerator(clock);
                await new DemoSeed(ids).Write(db);
                await new DemoCast(ids, clock).Write(db);
                await new ReminderPlan(ids, WorkCalendar.BuiltIn()).PlanAll(db, Start);
            }
        }
        return file;
    }
}
