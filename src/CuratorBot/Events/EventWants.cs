namespace CuratorBot.Events;

/// <summary>
/// What a report of each kind of event is asked for in its turn. Whatever else there is to say can be added
/// beside the summary.
/// </summary>
internal static class EventWants
{
    private const string Consultation = "consultation";
    private const string Meeting = "meeting";
    private const string Learning = "professional_development";
    private const string Contest = "contest";

    private static readonly HashSet<string> WithTopic =
    [
        Consultation,
        "talk",
        Meeting,
        "methodical",
        Learning,
    ];

    private static readonly HashSet<string> OfSeveralSchools =
    [
        "mutual_visit",
        "methodist_day",
        "field_methodical_day",
        "network_seminar",
        "pd_diagnostics",
    ];

    private static readonly HashSet<string> HeldElsewhere =
    [
        "seminar",
        "network_seminar",
        "interregional_seminar",
    ];

    /// <summary>Whether an event says little without its topic.</summary>
    public static bool Topic(EventKind? kind) => kind is not null && WithTopic.Contains(kind.Category);

    /// <summary>Whether it is held for what it decides: a report without a result says nothing.</summary>
    public static bool Result(EventKind? kind) =>
        kind?.Category == Meeting || kind?.TypeId is "round_table" or "interview" or "contest" or "olympiad";

    /// <summary>With what she was asked for advice.</summary>
    public static bool Question(EventKind? kind) => kind?.Category == Consultation;

    /// <summary>Where it was held, which need not be the school that it was for.</summary>
    public static bool Host(EventKind? kind) => kind is not null && HeldElsewhere.Contains(kind.TypeId);

    /// <summary>How many took part, and of how many.</summary>
    public static bool Share(EventKind? kind) =>
        kind?.Category == Learning || kind?.TypeId is "pd_diagnostics" or "factor_diagnostics";

    /// <summary>The share of each audience that has answered.</summary>
    public static bool Shares(EventKind? kind) => kind?.Category == "survey";

    public static bool SeveralSchools(EventKind? kind) =>
        kind is not null && OfSeveralSchools.Contains(kind.TypeId);

    /// <summary>Of which level it was, from the school to the country.</summary>
    public static bool Level(EventKind? kind) => kind?.Category == Contest;

    /// <summary>Nothing of a single pupil may be kept: no names, no files.</summary>
    public static bool CountsOnly(EventKind? kind) => kind?.TypeId == "psych_diagnostics";

    /// <summary>Whether its topic is an agenda and its result what was decided.</summary>
    public static bool Agenda(EventKind? kind) => kind?.Category == Meeting;

    /// <summary>Whether its result is a place or a title.</summary>
    public static bool Award(EventKind? kind) => kind?.Category == Contest;
}
