using CuratorBot.Tests.Conversations;

namespace CuratorBot.Tests.Events;

/// <summary>A report of each kind of event that is asked something of its own.</summary>
internal static class ReportPlays
{
    private static readonly Dictionary<string, string[]> Answers = new()
    {
        ["school"] = ["[СОШ №3]"],
        ["schoolMore"] = ["[Нет, это все]"],
        ["host"] = ["гимназия №1"],
        ["date"] = ["10.01"],
        ["people"] = ["44 из 97"],
        ["teachers"] = ["40 из 40"],
        ["pupils"] = ["180 из 200"],
        ["level"] = ["[Региональный]"],
        ["topic"] = ["Чтение"],
        ["question"] = ["Как быть с чтением?"],
        ["result"] = ["Решили читать"],
    };

    /// <summary>In this one photos come in the middle.</summary>
    private const string WithPhotos = "school_visit";

    /// <summary>By the id of the kind of event, with the name that is typed.</summary>
    private static readonly Dictionary<string, string> Kinds = new()
    {
        ["school_visit"] = "Посещение школы",
        ["mutual_visit"] = "Взаимопосещение школ",
        ["talk"] = "Беседа",
        ["interview"] = "Собеседование с руководителями",
        ["consultation"] = "Консультация",
        ["meeting"] = "Совещание",
        ["seminar"] = "Семинар",
        ["network_seminar"] = "Сетевой региональный семинар",
        ["methodist_day"] = "День методиста",
        ["courses"] = "Курсы повышения квалификации",
        ["pd_diagnostics"] = "Диагностика профессиональных компетенций педагогов",
        ["psych_diagnostics"] = "Психологическая диагностика обучающихся",
        ["factor_diagnostics"] = "Диагностика факторов качества",
        ["survey"] = "Анкетирование",
        ["contest"] = "Профессиональный конкурс",
        ["forum"] = "Форум",
    };

    public static readonly IReadOnlyDictionary<string, FormPlay> All = Kinds.ToDictionary(
        kind => kind.Key,
        kind => new FormPlay(
            1001,
            ["@ curator", "> /report"],
            new Dictionary<string, string[]>(Answers)
            {
                ["type"] = [kind.Value],
                ["people"] =
                    kind.Key == WithPhotos ? ["(альбом 3)", .. Answers["people"]] : Answers["people"],
            }
        )
    );

    public static TheoryData<string> Names => [.. All.Keys];
}
