using CuratorBot.Status.Documents;

namespace CuratorBot.Host.Database.Sqlite;

/// <summary>
/// Notes, with every change of a fact that a status document tells, whose document it is. By triggers, because they
/// miss no way of writing; on the writer's connection alone, which is the only one that writes, so that they are always
/// those of this version.
/// </summary>
internal static class StatusTriggers
{
    private const string SchoolsOfReport = """
        SELECT 'school:' || SchoolId FROM event_report_schools WHERE ReportId = ROW.Id
        UNION SELECT 'place:' || MunicipalityId FROM schools
            JOIN event_report_schools ON SchoolId = schools.Id
            WHERE ReportId = ROW.Id AND MunicipalityId IS NOT NULL
        """;

    /// <summary>A table; its columns that a document tells; the scopes that a row of it is in.</summary>
    private static readonly (string Table, string Columns, string Scopes)[] Watched =
    [
        (
            "obligations",
            "TaskId, OwnerKind, OwnerId, MunicipalityId, Region, DueOn, TimeZone, Optional, Active, DoneAt, DoneOn, Outcome",
            """
            SELECT 'school:' || ROW.OwnerId WHERE ROW.OwnerKind = 1
            UNION ALL SELECT 'place:' || ROW.MunicipalityId WHERE ROW.MunicipalityId IS NOT NULL
            UNION ALL SELECT 'region:' || ROW.Region
            UNION ALL SELECT 'country'
            """
        ),
        (
            "schools",
            "Name, ShortName, Region, MunicipalityId, Part, \"Group\", Programme, FailureLevel, Difficulties",
            """
            SELECT 'school:' || ROW.Id
            UNION ALL SELECT 'place:' || ROW.MunicipalityId WHERE ROW.MunicipalityId IS NOT NULL
            """
        ),
        (
            "municipalities",
            "Name, Kind, Region, TimeZone",
            """
            SELECT 'place:' || ROW.Id
            UNION ALL SELECT 'school:' || Id FROM schools WHERE MunicipalityId = ROW.Id
            UNION ALL SELECT 'region:' || ROW.Region
            UNION ALL SELECT 'country'
            """
        ),
        (
            "event_reports",
            "TypeId, Topic, \"From\", \"To\", Precision, State, EventsCount, Participants, Audience, MunicipalityId",
            $"SELECT 'place:' || ROW.MunicipalityId WHERE ROW.MunicipalityId IS NOT NULL UNION {SchoolsOfReport}"
        ),
        (
            "event_report_schools",
            "SchoolId",
            """
            SELECT 'school:' || ROW.SchoolId
            UNION ALL SELECT 'place:' || MunicipalityId FROM schools
                WHERE Id = ROW.SchoolId AND MunicipalityId IS NOT NULL
            """
        ),
        (
            "score_cards",
            "MunicipalityId, Rubric, RoadmapPresent, EventsMatchRoadmap, MethodicalSupport, ResultsMonitoring, Recommendations, InformationSupport, StatedTotal",
            """
            SELECT 'place:' || ROW.MunicipalityId
            UNION ALL SELECT 'region:' || Region FROM municipalities WHERE Id = ROW.MunicipalityId
            UNION ALL SELECT 'country'
            """
        ),
        (
            "status_marks",
            "MunicipalityId, \"Table\", \"Column\", \"Order\", Mark, AsOf",
            "SELECT 'place:' || ROW.MunicipalityId"
        ),
    ];

    /// <summary>Words that stand in many documents: new ones stand in none yet.</summary>
    private static readonly (string Table, string Columns)[] Words =
    [
        ("tasks", "Title, \"Order\""),
        ("event_types", "Name, \"Order\""),
    ];

    public static string Sql { get; } =
        string.Join('\n', [.. Watched.SelectMany(OfRows), .. Words.SelectMany(OfWords)]);

    private static IEnumerable<string> OfRows((string Table, string Columns, string Scopes) watched) =>
        [
            Trigger(watched.Table, "INSERT", Note(watched.Scopes, "NEW")),
            Trigger(watched.Table, "DELETE", Note(watched.Scopes, "OLD")),
            Trigger(
                watched.Table,
                $"UPDATE OF {watched.Columns}",
                Note(watched.Scopes, "OLD") + Note(watched.Scopes, "NEW")
            ),
        ];

    private static IEnumerable<string> OfWords((string Table, string Columns) words)
    {
        var all = $"INSERT OR REPLACE INTO status_changes (Scope) VALUES ('{StatusScope.Everything}');";
        return [Trigger(words.Table, "DELETE", all), Trigger(words.Table, $"UPDATE OF {words.Columns}", all)];
    }

    /// <summary>A note that is there already moves to the end: who works off the earlier one leaves this one.</summary>
    private static string Note(string scopes, string row) =>
        $"INSERT OR REPLACE INTO status_changes (Scope) {scopes.Replace("ROW.", $"{row}.", StringComparison.Ordinal)};";

    private static string Trigger(string table, string change, string body) =>
        $"CREATE TEMP TRIGGER status_{table}_{change[..6].ToLowerInvariant()} AFTER {change} ON main.{table} BEGIN {body} END;";
}
