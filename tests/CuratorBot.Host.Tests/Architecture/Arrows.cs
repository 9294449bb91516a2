using System.Text.RegularExpressions;

namespace CuratorBot.Host.Tests.Architecture;

/// <summary>Which part may know which. A part knows another when a file of it names the other's namespace.</summary>
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
        "Conversations",
        "Fields",
    ];

    /// <summary>
    /// Shared parts know no slice, but for two nouns of People: a turn has somebody who writes. The slices
    /// read one another's nouns. The catalogue of tables and the table of contents know everything.
    /// </summary>
    private static readonly Dictionary<string, string[]> MayKnow = new()
    {
        ["Texts"] = [],
        ["Data"] = ["Messaging"],
        ["Condition"] = ["Data"],
        ["Files"] = [],
        ["Tables"] = ["Texts"],
        ["Messaging"] = ["Data", "Condition", "Texts", "Files"],
        ["Sweeping"] = ["Data", "Condition", "Messaging"],
        ["Conversations"] =
        [
            "Data",
            "Condition",
            "Texts",
            "Files",
            "Tables",
            "Messaging",
            "Sweeping",
            "People",
        ],
        ["Fields"] = ["Data", "Texts", "Conversations"],
        ["Reminders"] = [.. Shared, "Audit", "People", "Schools", "Schedule"],
        ["Advice"] = [.. Shared, "Audit", "People", "Schools", "Schedule", "Events"],
        ["Agenda"] = [.. Shared, "People", "Schools", "Schedule", "Events"],
        ["Announcements"] = [.. Shared, "Audit", "People", "Schools", "Schedule", "Reminders"],
        ["People"] = [.. Shared, "Audit", "Schools", "Reminders"],
        ["Schools"] = [.. Shared, "Audit", "People"],
        ["Schedule"] = [.. Shared, "Audit", "People", "Schools", "Reminders"],
        ["Events"] = [.. Shared, "Audit", "People", "Schools", "Schedule", "Reminders", "Risks"],
        ["Risks"] = [.. Shared],
        ["Registers"] = [.. Shared, "Audit", "People", "Schools"],
        ["Papers"] = [.. Shared, "People", "Schools", "Events", "Registers"],
        ["Profiles"] = [.. Shared, "People", "Schools", "Schedule", "Registers"],
        ["Audit"] = [.. Shared, "People", "Schools"],
        ["Status"] = [.. Shared, "People", "Schools", "Schedule", "Events", "Registers"],
        ["Privacy"] =
        [
            .. Shared,
            "Audit",
            "People",
            "Schools",
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
        ["Seed"] = ["Data", "People", "Schools", "Schedule", "Risks", "Events", "Status", "Profiles"],
    };

    private static readonly string[] KnowEverything = ["Data/CuratorBotDb.cs", "CuratorBotSetup.cs"];

    /// <param name="path">Below src/CuratorBot, with forward slashes.</param>
    /// <returns>A sentence for each arrow that points the wrong way.</returns>
    public static IEnumerable<string> WrongIn(string path, string source)
    {
        if (KnowEverything.Contains(path))
            return [];
        var part = path.Split('/')[0];
        if (!MayKnow.TryGetValue(part, out var known))
            return [$"{path}: no rule says what {part} may know."];
        return Known(source)
            .Where(other => other != part && !known.Contains(other))
            .Select(other => $"{path}: {part} must not know {other}.");
    }

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
        || path.StartsWith("Seed/", StringComparison.Ordinal)
        || path == "Events/ReportWriter.cs"
            ? []
            : Roles()
                .Matches(source)
                .Select(match => $"{path}: «{match.Value}» asks the roles, not a scope.");

    private static IEnumerable<string> Known(string source) =>
        Namespace().Matches(source).Select(match => match.Groups["part"].Value).Distinct();

    [GeneratedRegex(@"\bCuratorBot\.(?<part>[A-Z]\w*)")]
    private static partial Regex Namespace();

    [GeneratedRegex(@"\bwho\s*\.\s*(?:Roles|Is\()", RegexOptions.IgnoreCase)]
    private static partial Regex Roles();

    [GeneratedRegex(@"\bAuditEntry\b|\b[Dd]b\s*\.Audit\b")]
    private static partial Regex Entries();

    [GeneratedRegex(@"SaveChanges|ExecuteUpdate|ExecuteDelete|\b[Dd]b\.\w*\.?(Add|AddRange|Remove|Update)\(")]
    private static partial Regex Writing();
}
