using System.Globalization;
using System.Text.Json;

namespace CuratorBot.Tests.Events;

/// <summary>What things are called, by their ids.</summary>
internal sealed record ExampleNames(
    IReadOnlyDictionary<string, string> Types,
    IReadOnlyDictionary<string, (string Full, string Short)> Schools,
    IReadOnlyDictionary<string, string> Municipalities
);

/// <summary>One of the twenty-five reports of the project year, or the third course of Kalmykia.</summary>
public sealed record ExampleReport(
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
)
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);
    private static readonly TimeSpan Moscow = TimeSpan.FromHours(3);

    /// <summary>In the order in which they are told.</summary>
    public static List<ExampleReport> All()
    {
        var file = Path.Combine(AppContext.BaseDirectory, "Events", "example-reports.json");
        var told = JsonSerializer.Deserialize<List<ExampleReport>>(File.ReadAllText(file), Web)!;
        var third = told.Single(one => one.People == "2") with
        {
            SchoolIds = ["solenovskaya_sosh"],
            MunicipalityId = "yashaltinskiy",
            People = "3",
        };
        return [.. told.Append(third).OrderBy(one => one.From)];
    }

    /// <summary>The last day of the project year from which its first day is not too long ago.</summary>
    public DateTimeOffset ToldAt =>
        From.Year == 2021 && From.Month == 1
            ? new(2022, 1, 1, 12, 0, 0, Moscow)
            : new(2022, 6, 30, 12, 0, 0, Moscow);

    /// <summary>By the key of the question: words to be typed, or «[label]» for a button.</summary>
    internal Dictionary<string, string[]> Answers(ExampleNames names)
    {
        var type = names.Types[TypeId];
        var answers = new Dictionary<string, string[]>(StringComparer.Ordinal)
        {
            ["type"] = [type, $"[{type}]"],
            ["date"] = [Written(From)],
        };
        foreach (var (place, id) in SchoolIds.Index())
            answers[place == 0 ? "school" : $"school{place + 1}"] =
            [
                names.Schools[id].Full,
                $"[{names.Schools[id].Short}]",
            ];
        if (SchoolIds.Length == 0)
        {
            var name = MunicipalityId is { } id ? names.Municipalities[id] : Region;
            answers["school"] = [name, $"[{name} (целиком)]"];
        }
        if (To != From)
            answers["until"] = [Written(To)];
        if (Precision != "day")
            answers["precision"] =
            [
                Precision == "month" ? "[Известен только месяц]" : "[Где-то в этот срок]",
            ];
        void Say(string key, string? words)
        {
            if (words is not null)
                answers[key] = [words];
        }
        Say("events", Events?.ToString(CultureInfo.InvariantCulture));
        Say("people", People);
        Say("audience", Audience);
        Say("topic", Topic);
        Say("format", Format is { } format ? $"[{format}]" : null);
        Say("result", Result ?? (TypeId == "round_table" ? "нет" : null));
        return answers;
    }

    private static string Written(DateOnly day) => day.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture);
}
