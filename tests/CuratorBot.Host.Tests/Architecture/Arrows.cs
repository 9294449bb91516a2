using System.Text.RegularExpressions;

namespace CuratorBot.Host.Tests.Architecture;

/// <summary>Which part may know which, and what only one of them may do.</summary>
internal static partial class Arrows
{
    private static readonly string[] Shared =
    [
        "Data",
        "Condition",
        "Texts",
        "Files",
        "Tables",
        "Messaging",
        "Sweeping",
        "Schools",
        "People",
        "Conversations",
        "Fields",
        "LongTasks",
    ];

    /// <summary>
    /// Shared parts know no slice; those below know none above. A turn has somebody who writes, and questions are about
    /// places: so people and schools, as nouns, lie below the conversations. The slices read one another's nouns.
    /// </summary>
    public static readonly Dictionary<string, string[]> MayKnow = new()
    {
        ["Texts"] = [],
        ["Files"] = [],
        ["Tables"] = ["Texts"],
        ["Data"] = [],
        ["Condition"] = ["Data"],
        ["Messaging"] = ["Data", "Condition", "Texts", "Files"],
        ["Sweeping"] = ["Data", "Condition", "Messaging"],
        ["Schools"] = ["Data", "Texts"],
        ["People"] = ["Data", "Messaging", "Texts", "Schools"],
        ["Conversations"] =
        [
            "Data",
            "Condition",
            "Texts",
            "Files",
            "Tables",
            "Messaging",
            "Sweeping",
            "Schools",
            "People",
        ],
        ["Fields"] = ["Data", "Texts", "Files", "Tables", "Messaging", "Schools", "People", "Conversations"],
        ["LongTasks"] = ["Data", "Texts", "Messaging", "Sweeping", "People", "Conversations"],
        ["Audit"] = [.. Shared],
        ["Importing"] = [.. Shared, "Audit"],
        ["Risks"] = [.. Shared],
        ["Schedule"] = [.. Shared],
        ["Reminders"] = [.. Shared, "Audit", "Schedule"],
        ["Members"] = [.. Shared, "Audit", "Reminders", "Papers"],
        ["Tasks"] = [.. Shared, "Audit", "Importing", "Schedule", "Reminders"],
        ["Roster"] = [.. Shared, "Audit", "Importing", "Members"],
        ["Registers"] = [.. Shared, "Audit", "Importing"],
        ["Events"] = [.. Shared, "Audit", "Schedule", "Reminders", "Risks", "Registers"],
        ["Advice"] = [.. Shared, "Audit", "Schedule", "Events"],
        ["Agenda"] = [.. Shared, "Schedule", "Events"],
        ["Announcements"] = [.. Shared, "Audit", "Schedule", "Reminders"],
        ["Papers"] = [.. Shared, "Events", "Registers"],
        ["Profiles"] = [.. Shared, "Audit", "Importing", "Schedule", "Tasks", "Registers", "Papers"],
        ["Status"] = [.. Shared, "Schedule", "Events", "Registers"],
        ["Privacy"] =
        [
            .. Shared,
            "Audit",
            "Importing",
            "Members",
            "Roster",
            "Schedule",
            "Reminders",
            "Events",
            "Advice",
            "Announcements",
            "Registers",
            "Papers",
            "Risks",
            "Status",
        ],
        ["Seed"] =
        [
            "Data",
            "Messaging",
            "People",
            "Schools",
            "Schedule",
            "Risks",
            "Events",
            "Status",
            "Profiles",
        ],
    };

    private static readonly string[] KnowEverything = ["Data/CuratorBotDb.cs"];

    /// <summary>Writing into the tables, which the slices that only read must not do.</summary>
    public static IEnumerable<string> WritesIn(string path, string source) =>
        Writing().Matches(source).Select(match => $"{path}: «{match.Value}» writes.");

    /// <summary>Entries of the audit outside of its slice, which may be written through its trail only.</summary>
    public static IEnumerable<string> AuditEntriesIn(string path, string source) =>
        path.StartsWith("Audit/", StringComparison.Ordinal) || KnowEverything.Contains(path)
            ? []
            : Entries().Matches(source).Select(match => $"{path}: «{match.Value}» is for the audit alone.");

    /// <summary>
    /// Questions to somebody's roles outside of People, where only a scope may be asked. A report alone says in
    /// which role it was made.
    /// </summary>
    public static IEnumerable<string> QuestionsToRolesIn(string path, string source) =>
        path.StartsWith("People/", StringComparison.Ordinal)
        || path.StartsWith("Members/", StringComparison.Ordinal)
        || path.StartsWith("Roster/", StringComparison.Ordinal)
        || path.StartsWith("Seed/", StringComparison.Ordinal)
        || path == "Events/Reporting/ReportWriter.cs"
            ? []
            : Roles()
                .Matches(source)
                .Select(match => $"{path}: «{match.Value}» asks the roles, not a scope.");

    [GeneratedRegex(@"\bwho\s*\.\s*(?:Roles|Is\()", RegexOptions.IgnoreCase)]
    private static partial Regex Roles();

    [GeneratedRegex(@"\bAuditEntry\b|\b[Dd]b\s*\.Audit\b")]
    private static partial Regex Entries();

    [GeneratedRegex(@"SaveChanges|ExecuteUpdate|ExecuteDelete|\b[Dd]b\.\w*\.?(Add|AddRange|Remove|Update)\(")]
    private static partial Regex Writing();
}
