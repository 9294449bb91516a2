using CuratorBot.Data;
using CuratorBot.Host.Database.Sqlite;
using CuratorBot.Host.Demo;
using CuratorBot.Messaging;
using CuratorBot.People;
using CuratorBot.Reminders;
using CuratorBot.Schedule;
using CuratorBot.Schedule.Calendar;
using CuratorBot.Schools;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Benchmarks;

/// <summary>
/// 2,500 municipalities with 20 obligations each, and 2,000 municipal coordinators. Nothing of it is real.
/// </summary>
internal static class GeneratedRegion
{
    public const int Municipalities = 2_500;
    public const int People = 2_000;
    public const int TasksEach = 20;
    public const long FirstAccount = 10_000;
    public const string Region = "Region";

    /// <summary>Half are behind us and done, half are weeks away: nobody is reminded while we measure.</summary>
    private static DateOnly DueOn(int task) =>
        IsDone(task) ? new(2022, 1, 10) : new DateOnly(2022, 3, 1).AddDays(task);

    private static bool IsDone(int task) => task % 2 == 0;

    public static string NameOf(int number) => $"Municipality {number:0000}";

    /// <param name="schoolPeople">People of schools beside the coordinators, see <see cref="GeneratedSchools"/>.</param>
    public static async Task<string> Create(TextWriter output, int schoolPeople = 0)
    {
        output.WriteLine($"Generating {Municipalities} municipalities with {TasksEach} obligations each …");
        var folder = Directory.CreateTempSubdirectory("curatorbot-benchmark-").FullName;
        var file = Path.Combine(folder, "curatorbot.db");
        await using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        await connection.OpenAsync();
        await using var db = new SqliteDb(SqliteConnections.OptionsFor(connection));
        await db.Database.MigrateAsync();
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        var ids = new IdGenerator(TimeProvider.System);
        Fill(db, ids);
        GeneratedSchools.Fill(db, ids, schoolPeople);
        await db.SaveChangesAsync();
        db.ChangeTracker.Clear();
        db.ChangeTracker.AutoDetectChangesEnabled = true;
        await new ReminderPlan(ids, WorkCalendar.BuiltIn()).PlanAll(db, DemoClock.Start);
        await db.SaveChangesAsync();
        return folder;
    }

    private static void Fill(CuratorBotDb db, IdGenerator ids)
    {
        for (var task = 0; task < TasksEach; task++)
            db.Add(
                new ProjectTask
                {
                    Id = $"task{task}",
                    Year = 2022,
                    Order = task,
                    Title = $"Task {task}",
                    DueOnForMunicipalities = DueOn(task),
                }
            );
        for (var number = 0; number < Municipalities; number++)
            Fill(db, ids, number);
    }

    private static void Fill(CuratorBotDb db, IdGenerator ids, int number)
    {
        var municipality = $"m{number}";
        db.Add(
            new Municipality
            {
                Id = municipality,
                Name = NameOf(number),
                Kind = "district",
                Region = Region,
                TimeZone = "Europe/Moscow",
            }
        );
        for (var task = 0; task < TasksEach; task++)
            db.Add(
                new Obligation
                {
                    Id = ids.Next(),
                    TaskId = $"task{task}",
                    OwnerKind = OwnerKind.Municipality,
                    OwnerId = municipality,
                    MunicipalityId = municipality,
                    Region = Region,
                    DueOn = DueOn(task),
                    TimeZone = "Europe/Moscow",
                    Optional = false,
                    DoneAt = IsDone(task) ? DateTimeOffset.UnixEpoch : null,
                    DoneOn = IsDone(task) ? new DateOnly(2022, 1, 9) : null,
                }
            );
        if (number < People)
            AddPerson(db, ids, FirstAccount + number, Role.MunicipalCoordinator, null, municipality);
    }

    public static void AddPerson(
        CuratorBotDb db,
        IdGenerator ids,
        long account,
        Role role,
        string? school,
        string? municipality
    )
    {
        var now = DateTimeOffset.UnixEpoch;
        var person = new Person
        {
            Id = ids.Next(),
            Name = $"Person {account}",
            FirstSeenAt = now,
        };
        db.Add(person);
        db.Add(
            new ChannelAccount
            {
                Id = ids.Next(),
                Channel = "telegram",
                AccountId = account,
                ChatId = account,
                PersonId = person.Id,
            }
        );
        db.Add(
            new RoleAssignment
            {
                Id = ids.Next(),
                PersonId = person.Id,
                Role = role,
                SchoolId = school,
                MunicipalityId = municipality,
                GrantedAt = now,
            }
        );
    }
}
