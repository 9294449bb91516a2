using System.Globalization;
using System.Text.Json;

namespace CuratorBot.Tests.Status;

/// <summary>
/// Every line with a fact that an answer about a municipality must have on a day, worked out from the source
/// rows alone. It shares no code with the product.
/// </summary>
internal sealed partial class ExpectedStatus(
    JsonElement municipality,
    DateOnly today,
    ISet<(string Owner, string Task)> done
)
{
    private static readonly string[] Parts =
    [
        "roadmapPresent",
        "eventsMatchRoadmap",
        "methodicalSupport",
        "resultsMonitoring",
        "recommendations",
        "informationSupport",
    ];

    private static readonly string[] PartWords =
    [
        "наличие карты",
        "мероприятия по карте",
        "методическая помощь",
        "мониторинг результатов",
        "рекомендации",
        "информирование",
    ];

    private readonly string _id = municipality.Text("id")!;

    public string Name => municipality.Text("name")!;

    private sealed record Owed(
        string Owner,
        bool School,
        DateOnly Due,
        bool Optional,
        bool Doubtful,
        bool Done
    )
    {
        public bool Overdue(DateOnly today) => !Done && !Optional && !Doubtful && Due < today;
    }

    private sealed record Counted(int All, int Done, int Overdue, int Open, int Unconfirmed, DateOnly? Next);

    public IEnumerable<string> Lines() =>
        [.. DeadlineLines(), .. TableLines(), .. SchoolLines(), .. EventLines()];

    private IEnumerable<JsonElement> Schools =>
        SourceRows.Schools.Where(row => row.Text("municipalityId") == _id);

    private List<Owed> All()
    {
        var owed = new List<Owed>();
        foreach (var task in SourceRows.Tasks)
        {
            var group = task.Number("group");
            var concerned = Schools
                .Where(school => school.Text("part") == "project_participant")
                .Where(school => group is null || school.Number("group") == group)
                .ToList();
            if (task.Day("dueOnForSchools") is { } forSchools)
                owed.AddRange(concerned.Select(school => Of(task, school.Text("id")!, true, forSchools)));
            if (task.Day("dueOnForMunicipalities") is { } forAuthority && concerned.Count > 0)
                owed.Add(Of(task, _id, false, forAuthority));
        }
        return owed;
    }

    private Owed Of(JsonElement task, string owner, bool school, DateOnly due) =>
        new(
            owner,
            school,
            due,
            task.Flag("optional"),
            task.Flag("doubtful"),
            done.Contains((owner, task.Text("id")!))
        );

    private Counted Count(IReadOnlyCollection<Owed> owed)
    {
        var open = owed.Where(row => !row.Done && !row.Doubtful).ToList();
        var ahead = open.Where(row => row.Due >= today).Select(row => row.Due).Order().ToList();
        return new(
            owed.Count,
            owed.Count(row => row.Done),
            owed.Count(row => row.Overdue(today)),
            open.Count(row => !row.Overdue(today)),
            owed.Count(row => row is { Done: false, Doubtful: true }),
            ahead.Count == 0 ? null : ahead[0]
        );
    }

    private IEnumerable<string> DeadlineLines()
    {
        var all = All();
        if (all.Count == 0)
            return ["Задач со сроками здесь нет."];
        var total = Count(all);
        List<string> lines =
        [
            total.Overdue == 0 ? "✅ Просрочек нет" : $"⚠️ Просрочено: {total.Overdue} ",
            $"Сделано задач: {total.Done} из {total.All}\n",
            Line("Школы", Count(all.FindAll(row => row.School))),
            Line("МОУО", Count(all.FindAll(row => !row.School))),
        ];
        if (total.Next is { } next)
            lines.Add(
                next == today
                    ? $"Ближайший срок: сегодня, {Day(next)}\n"
                    : $"Ближайший срок: {Day(next)}, через {next.DayNumber - today.DayNumber} "
            );
        return lines;
    }

    private static string Line(string owner, Counted count)
    {
        if (count.All == 0)
            return $"• {owner}: задач нет\n";
        var unconfirmed = count.Unconfirmed > 0 ? $", срок уточняется у {count.Unconfirmed}" : "";
        var next = count.Next is { } day ? $", ближайший срок {Day(day)}" : "";
        return $"• {owner}: сделано {count.Done} из {count.All}, просрочено {count.Overdue}, "
            + $"открыто {count.Open}{unconfirmed}{next}\n";
    }

    private IEnumerable<string> TableLines()
    {
        var marks = SourceRows.Marks.Where(row => row.Text("municipalityId") == _id).ToList();
        var scores = SourceRows.Scores.Where(row => row.Text("municipalityId") == _id).ToList();
        if (marks.Count == 0 && scores.Count == 0)
            return ["этого муниципалитета нет"];
        return
        [
            .. MarkLines(
                marks,
                "monitoring",
                "Анкетирование и ссылки",
                "По таблице мониторинга, день в ней не указан. Что сдано по задачам, видно в сроках."
            ),
            .. MarkLines(
                marks,
                "submission",
                "Дорожные карты",
                "По таблице сдачи дорожных карт, день в ней не указан."
            ),
            ScoreLine(scores, "rubric_500plus", "Проект «500+»"),
            ScoreLine(scores, "rubric_shnro", "Работа со ШНРО"),
        ];
    }

    private static IEnumerable<string> MarkLines(
        List<JsonElement> marks,
        string table,
        string title,
        string source
    )
    {
        var row = marks.Find(mark => mark.Text("table") == table);
        if (row.ValueKind == JsonValueKind.Undefined)
            return [$"{title}\nМуниципалитета нет в этой таблице.\n"];
        return
        [
            $"{title}\n{source}\n"
                + string.Concat(
                    row.GetProperty("signs")
                        .EnumerateObject()
                        .Select(sign => $"• {Columns[sign.Name]}: {Shown(table, sign.Value.GetString()!)}\n")
                ),
        ];
    }

    private static readonly Dictionary<string, string> Columns = new()
    {
        ["survey_500plus_2022"] = "Анкетирование 500+ 2022",
        ["links_500plus_2021"] = "Ссылки на документы 500+ 2021",
        ["links_ravenstvo"] = "Ссылки на документы «Равенство…»",
        ["municipal_roadmap"] = "Муниципальная дорожная карта",
        ["shnro"] = "Работа со ШНРО",
        ["project_500plus"] = "Проект «500+»",
    };

    private static string Shown(string table, string sign) =>
        (table, sign) switch
        {
            (_, "") => "нет отметки",
            ("monitoring", "+") => "+",
            ("monitoring", "—") => "— (нет)",
            ("submission", "+") => "+ (сдана)",
            ("submission", "-") => "— (не сдана)",
            _ => throw new InvalidDataException(sign),
        };

    private static string ScoreLine(List<JsonElement> scores, string rubric, string title)
    {
        var row = scores.Find(score => score.Text("rubric") == rubric);
        if (row.ValueKind == JsonValueKind.Undefined)
            return $"• {title}: нет в таблице\n";
        var parts = Parts.Select(part => row.Number(part)).ToList();
        var (stated, sum) = (row.Number("statedTotal"), parts.Sum(part => part ?? 0));
        if (stated is null && parts.TrueForAll(part => part is null))
            return $"• {title}: не оценено\n";
        var total = stated == sum ? $"{stated} балл" : $"указано {stated}, по частям {sum}\n";
        var shown = parts.Select(
            (part, index) => part is null ? $"{PartWords[index]} — не оценено" : $"{PartWords[index]} {part}"
        );
        return $"• {title}: {total}|{string.Join(", ", shown)}\n";
    }

    private IEnumerable<string> SchoolLines() =>
        Schools.Any()
            ? Schools.Select(school => $"• {school.Text("shortName")}: {SchoolFacts(school)}\n")
            : ["Школ проекта здесь нет."];

    private static string SchoolFacts(JsonElement school)
    {
        if (school.Text("part") is var part && part != "project_participant")
            return part switch
            {
                "curator_school" => "школа-куратор",
                "seminar_host" => "площадка семинаров",
                "low_results_school" => "школа с низкими результатами, не в проекте",
                "working_group_member" => "участник рабочей группы",
                _ => throw new InvalidDataException(part),
            };
        string[] levels = ["базово", "умеренно", "сильно"];
        var group = school.Number("group") is { } number ? $"группа {number}" : "группа не указана";
        var level = school.Number("failureLevel") is { } failure
            ? $"уровень {failure} ({levels[failure - 1]} неуспевающие)"
            : "уровень неизвестен";
        var difficulties = school.Number("difficulties") is { } count
            ? $"трудностей: {count}"
            : "число трудностей неизвестно";
        return level == "уровень неизвестен" && difficulties == "число трудностей неизвестно"
            ? $"{group}, уровень и число трудностей неизвестны"
            : $"{group}, {level}, {difficulties}";
    }

    private static string Day(DateOnly day) => day.ToString("d MMMM", CultureInfo.GetCultureInfo("ru-RU"));
}
