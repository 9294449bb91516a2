namespace CuratorBot.Events.Listing;

/// <summary>How the kinds of events are offered: the usual ones at once, all of them under a few headings.</summary>
internal static class EventHeadings
{
    /// <summary>Ids of the types on the first screen.</summary>
    public static readonly IReadOnlyList<string> Usual =
    [
        "school_visit",
        "consultation",
        "seminar",
        "meeting",
    ];

    /// <summary>Headings and the categories under each.</summary>
    public static readonly IReadOnlyList<(string Heading, string[] Categories)> All =
    [
        ("visits", ["visit", "talk"]),
        ("meetings", ["consultation", "meeting"]),
        ("methodical", ["methodical"]),
        ("learning", ["professional_development"]),
        ("checks", ["diagnostics", "survey", "control"]),
        ("other", ["document", "contest", "other"]),
    ];

    public static IEnumerable<EventType> Under(string heading, IEnumerable<EventType> types)
    {
        var categories = All.FirstOrDefault(one => one.Heading == heading).Categories ?? [];
        return types.Where(type => categories.Contains(type.Category));
    }
}
