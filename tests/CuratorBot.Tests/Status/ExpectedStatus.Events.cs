using System.Globalization;
using System.Text.Json;

namespace CuratorBot.Tests.Status;

/// <content>What was held, and by whom it was attended.</content>
internal sealed partial class ExpectedStatus
{
    private IEnumerable<string> EventLines()
    {
        var events = SourceRows.Events.Where(row => IsHere(row) && row.Day("to") <= today).ToList();
        if (events.Count == 0)
            return ["Отчётов пока нет."];
        return
        [
            $"Всего: {events.Sum(EventsIn)} мероприяти",
            $"; {People(events)}",
            .. events.GroupBy(row => row.Text("typeId")).Select(type => TypeLine(events, type)),
            .. events.OrderByDescending(row => row.Day("from")).Take(1).Select(NewestLine),
        ];
    }

    /// <summary>Of this municipality, or of schools of several of which one lies here.</summary>
    private bool IsHere(JsonElement report) =>
        report.Text("municipalityId") is { } id
            ? id == _id
            : report
                .GetProperty("schoolIds")
                .EnumerateArray()
                .Any(id => Schools.Any(school => school.Text("id") == id.GetString()));

    /// <summary>What it was and in which schools, as it stands behind the date.</summary>
    private string NewestLine(JsonElement report)
    {
        var ids = report.GetProperty("schoolIds").EnumerateArray().Select(id => id.GetString()).ToList();
        var names = Schools
            .Where(school => ids.Contains(school.Text("id")))
            .Select(school => school.Text("shortName")!)
            .Order(
                StringComparer.Create(CultureInfo.GetCultureInfo("ru-RU"), CompareOptions.NumericOrdering)
            );
        return $" — {string.Join(", ", [TypeOf(report.Text("typeId")), .. names])}";
    }

    private static string TypeOf(string? id) =>
        SourceRows.EventTypes.First(row => row.Text("id") == id).Text("name")!;

    private static string TypeLine(List<JsonElement> events, IGrouping<string?, JsonElement> type)
    {
        var name = SourceRows.EventTypes.First(row => row.Text("id") == type.Key).Text("name");
        var people = events.TrueForAll(row => row.Number("participants") is null)
            ? ""
            : $"; {People([.. type])}";
        return $"• {name}: {type.Sum(EventsIn)}{people}\n";
    }

    private static int EventsIn(JsonElement row) => row.Number("eventsCount") ?? 1;

    private static string People(List<JsonElement> reports)
    {
        var known = reports.FindAll(row => row.Number("participants") is not null);
        var people = string.Join(
            ", ",
            known
                .GroupBy(Whose)
                .OrderByDescending(whose => whose.Key, StringComparer.Ordinal)
                .Select(whose => $"{whose.Key} {whose.Sum(row => row.Number("participants")!.Value)}")
        );
        return known.Count == 0 ? "участники не указаны"
            : known.Count == reports.Count ? people
            : $"{people}, в {reports.Count - known.Count} ";
    }

    private static string Whose(JsonElement report) =>
        report.Text("audience")?.StartsWith("школьники", StringComparison.Ordinal) == true
            ? "обучающихся"
            : "участников";
}
