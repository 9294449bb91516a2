using System.Globalization;
using System.Text.Json;
using CuratorBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Tests.Events;

/// <summary>
/// The twenty-five reports of the project year and the third course of Kalmykia, told to the bot one after the
/// other. The facts of the demo are taken away first, so all that is counted was entered.
/// </summary>
public sealed class ExampleReports : IAsyncLifetime
{
    public sealed record Example(
        string TypeId,
        string[] SchoolIds,
        string? MunicipalityId,
        string Region,
        DateOnly From,
        DateOnly To,
        string Precision,
        int? Events,
        string? People,
        string? Audience,
        string? Topic,
        string? Format,
        string? Result
    );

    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    public World World { get; private set; } = null!;
    public Phone Region { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        World = await World.Open();
        Region = new Phone(World, 1005);
        await World.UnitOfWork.Write(async scope =>
        {
            scope.Db.EventReports.RemoveRange(
                await scope.Db.EventReports.Include(row => row.Schools).ToListAsync()
            );
            return await scope.Db.SaveChangesAsync();
        });
        foreach (var example in Examples().OrderBy(one => one.From))
            await Tell(example);
        World.Clock.Now = Transcript.MoscowTime("2022-07-01 10:00");
    }

    public async Task DisposeAsync() => await World.DisposeAsync();

    /// <summary>Told on the last day of the project year from which its first day is not too long ago.</summary>
    private async Task Tell(Example example)
    {
        World.Clock.Now =
            example.From.Year == 2021 && example.From.Month == 1
                ? Transcript.MoscowTime("2022-01-01 12:00")
                : Transcript.MoscowTime("2022-06-30 12:00");
        var answers = await AnswersOf(example);
        await new ReportFilling(World, Region, answers).Send();
    }

    private async Task<Dictionary<string, string[]>> AnswersOf(Example example)
    {
        var type = await World.Read(db =>
            db.EventTypes.Where(row => row.Id == example.TypeId).Select(row => row.Name).SingleAsync()
        );
        var answers = new Dictionary<string, string[]>(StringComparer.Ordinal)
        {
            ["type"] = [type, $"[{type}]"],
            ["date"] = [example.From.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture)],
        };
        foreach (var (place, id) in example.SchoolIds.Index())
        {
            var school = await World.Read(db => db.Schools.SingleAsync(row => row.Id == id));
            answers[place == 0 ? "school" : $"school{place + 1}"] = [school.Name, $"[{school.ShortName}]"];
        }
        if (example.SchoolIds.Length == 0)
        {
            var municipality = await World.Read(db =>
                db.Municipalities.FirstOrDefaultAsync(row => row.Id == example.MunicipalityId)
            );
            var name = municipality?.Name ?? example.Region;
            answers["school"] = [name, $"[{name} (целиком)]"];
        }
        if (example.To != example.From)
            answers["until"] = [example.To.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture)];
        if (example.Precision != "day")
            answers["precision"] =
            [
                example.Precision == "month" ? "[Известен только месяц]" : "[Где-то в этот срок]",
            ];
        void Say(string key, string? words)
        {
            if (words is not null)
                answers[key] = [words];
        }
        Say("events", example.Events?.ToString(CultureInfo.InvariantCulture));
        Say("people", example.People);
        Say("audience", example.Audience);
        Say("topic", example.Topic);
        Say("format", example.Format is { } format ? $"[{format}]" : null);
        Say("result", example.Result ?? (example.TypeId == "round_table" ? "нет" : null));
        return answers;
    }

    public static List<Example> Examples() => [.. TwentyFive(), ThirdCourse()];

    private static Example ThirdCourse() =>
        TwentyFive().Single(one => one.People == "2") with
        {
            SchoolIds = ["solenovskaya_sosh"],
            MunicipalityId = "yashaltinskiy",
            People = "3",
        };

    private static List<Example> TwentyFive() =>
        JsonSerializer.Deserialize<List<Example>>(
            File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Events", "example-reports.json")),
            Web
        )!;
}
