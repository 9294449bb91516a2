using CuratorBot.Data;
using CuratorBot.Host.Database.Sqlite;
using CuratorBot.Schedule;
using CuratorBot.Schools;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Benchmarks;

/// <summary>
/// 85 regions with 30 municipalities each and 6,250 schools in them, which have been in the project for some years: 20
/// obligations and 4 reports a year each. All but this year's second half is done. Nothing of it is real.
/// </summary>
internal static class GeneratedCountry
{
    public const int Regions = 85;
    public const int Municipalities = 2_550;
    public const int Schools = 6_250;
    private const int TasksPerYear = 20;
    private const int ReportsPerYear = 4;

    public static string RegionOf(int municipality) => $"Region {municipality % Regions:00}";

    public static async Task<string> Create(TextWriter output, int years)
    {
        output.WriteLine(
            $"Generating {Municipalities} municipalities and {Schools} schools, {years} year(s) …"
        );
        var folder = Directory.CreateTempSubdirectory("curatorbot-benchmark-").FullName;
        var file = Path.Combine(folder, "curatorbot.db");
        await using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        await connection.OpenAsync();
        await using var db = new SqliteDb(SqliteConnections.OptionsFor(connection));
        await db.Database.MigrateAsync();
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        Fill(db, years);
        await db.SaveChangesAsync();
        await db.Database.ExecuteSqlRawAsync(History(years));
        await db.Database.ExecuteSqlRawAsync("ANALYZE");
        return folder;
    }

    private static void Fill(CuratorBotDb db, int years)
    {
        for (var task = 0; task < years * TasksPerYear; task++)
            db.Add(
                new ProjectTask
                {
                    Id = $"task{task}",
                    Year = 2022 - (task / TasksPerYear),
                    Order = task % TasksPerYear,
                    Title = $"Task {task}",
                }
            );
        for (var number = 0; number < Municipalities; number++)
            db.Add(
                new Municipality
                {
                    Id = $"m{number}",
                    Name = GeneratedRegion.NameOf(number),
                    Kind = "district",
                    Region = RegionOf(number),
                    TimeZone = "Europe/Moscow",
                }
            );
        for (var number = 0; number < Schools; number++)
            db.Add(
                new School
                {
                    Id = $"s{number}",
                    Name = $"School {number:0000}",
                    ShortName = $"School {number:0000}",
                    Region = RegionOf(number % Municipalities),
                    MunicipalityId = $"m{number % Municipalities}",
                    MunicipalityDerivation = "certain",
                    Part = School.Participant,
                }
            );
        db.Add(
            new Events.EventType
            {
                Id = "visit",
                Name = "Visit",
                Category = "work",
                Order = 1,
            }
        );
    }

    /// <summary>A row for each owner and task is too much for the change tracker: the database makes them.</summary>
    private static string History(int years) =>
        $"""
            INSERT INTO obligations (Id, TaskId, OwnerKind, OwnerId, MunicipalityId, Region, DueOn, TimeZone, Optional,
                Active, DoneAt, DoneOn, Outcome, EvidenceKind)
            SELECT row_number() OVER (), tasks.Id, owners.Kind, owners.Id, owners.Place, owners.Region,
                date('2022-01-01', '-' || (2022 - tasks.Year) || ' years', '+' || (tasks."Order" * 15) || ' days'),
                'Europe/Moscow', 0, 1,
                CASE WHEN tasks.Year < 2022 OR tasks."Order" < 10 THEN 0 END,
                CASE WHEN tasks.Year < 2022 OR tasks."Order" < 10 THEN '2021-12-31' END, 0, 0
            FROM tasks CROSS JOIN (
                SELECT 2 AS Kind, Id, Id AS Place, Region FROM municipalities
                UNION ALL SELECT 1, Id, MunicipalityId, Region FROM schools) owners;
            WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < {years
                * ReportsPerYear})
            INSERT INTO event_reports (Id, TypeId, "From", "To", Precision, EventsCount, Participants, Zones, ReportedAt, State)
            SELECT n * 100000 + CAST(substr(schools.Id, 2) AS INTEGER), 'visit', date('2022-01-01', '-' || (n * 90) || ' days'),
                date('2022-01-01', '-' || (n * 90) || ' days'), 'day', 1, 5, '[]', 0, 0
            FROM schools CROSS JOIN numbers;
            INSERT INTO event_report_schools (ReportId, SchoolId)
            SELECT Id, 's' || (Id % 100000) FROM event_reports;
            """;
}
