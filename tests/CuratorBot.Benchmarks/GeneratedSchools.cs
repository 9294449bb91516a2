using CuratorBot.Data;
using CuratorBot.People;
using CuratorBot.Schedule;
using CuratorBot.Schools;

namespace CuratorBot.Benchmarks;

/// <summary>
/// The people of 6,250 schools, who all hear of one deadline on the same morning at nine: as many as the
/// whole country has. Nothing of it is real.
/// </summary>
internal static class GeneratedSchools
{
    public const int Schools = 6_250;
    public const long FirstAccount = 1_000_000;

    /// <summary>A Tuesday; the deadline is the day after, so that everybody is reminded on that morning.</summary>
    public static readonly DateTimeOffset Morning = new(2022, 1, 18, 9, 0, 0, TimeSpan.FromHours(3));

    private const string Task = "burst";
    private static readonly DateOnly DueOn = new(2022, 1, 19);
    private static readonly Role[] Roles = [Role.Director, Role.Teacher, Role.Curator];

    public static void Fill(CuratorBotDb db, IdGenerator ids, int people)
    {
        if (people == 0)
            return;
        db.Add(
            new ProjectTask
            {
                Id = Task,
                Year = 2022,
                Order = 100,
                Title = "Task of the morning",
                DueOnForSchools = DueOn,
                Performers = [.. Roles],
            }
        );
        for (var number = 0; number < Schools; number++)
            AddSchool(db, ids, number);
        for (var person = 0; person < people; person++)
            GeneratedRegion.AddPerson(
                db,
                ids,
                FirstAccount + person,
                Roles[person / Schools % Roles.Length],
                SchoolOf(person % Schools),
                null
            );
    }

    private static string SchoolOf(int number) => $"s{number}";

    private static void AddSchool(CuratorBotDb db, IdGenerator ids, int number)
    {
        var municipality = $"m{number % GeneratedRegion.Municipalities}";
        db.Add(
            new School
            {
                Id = SchoolOf(number),
                Name = $"School {number:0000}",
                ShortName = $"School {number:0000}",
                Region = GeneratedRegion.Region,
                MunicipalityId = municipality,
                MunicipalityDerivation = "certain",
                Part = School.Participant,
            }
        );
        db.Add(
            new Obligation
            {
                Id = ids.Next(),
                TaskId = Task,
                OwnerKind = OwnerKind.School,
                OwnerId = SchoolOf(number),
                MunicipalityId = municipality,
                Region = GeneratedRegion.Region,
                DueOn = DueOn,
                TimeZone = "Europe/Moscow",
                Optional = false,
            }
        );
    }
}
