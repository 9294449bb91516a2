using CuratorBot.Data;
using CuratorBot.Fields;

namespace CuratorBot.Events;

/// <summary>Where a report stands between its author and those who decide about it.</summary>
public enum ReviewState
{
    Accepted = 0,
    Waiting = 1,

    /// <summary>Back with its author; it does not count.</summary>
    Returned = 2,
}

/// <summary>What somebody reported of one event. Counts of people and of events are two things.</summary>
public sealed class EventReport : Entity
{
    public required string TypeId { get; set; }

    /// <summary>The author; null for reports that came with the seed data.</summary>
    public long? AuthorId { get; init; }
    public string? ReporterRole { get; init; }

    /// <summary>The summary under which «Отправить» was pressed: one summary makes one report.</summary>
    public long? SummaryId { get; set; }
    public string? MunicipalityId { get; set; }
    public string? Region { get; set; }
    public required DateOnly From { get; set; }
    public required DateOnly To { get; set; }

    public const string ToTheDay = "day";
    public const string ToTheMonth = "month";
    public const string OfAPeriod = "period";

    /// <summary>«day», «month» or «period»: how exactly the dates are known.</summary>
    public required string Precision { get; set; }

    /// <summary>How many events the report stands for: 1 unless the source counts several, 0 where there were none.</summary>
    public int EventsCount { get; set; } = 1;

    /// <summary>People who took part; null when unknown, which is not 0.</summary>
    public int? Participants { get; set; }

    /// <summary>Of how many they were: «77 из 97»; null when that was not said.</summary>
    public int? ParticipantsOf { get; set; }

    /// <summary>The percent that she stated herself, where it is not the one that the two numbers make.</summary>
    public decimal? StatedPercent { get; set; }
    public string? Audience { get; set; }
    public string? Topic { get; set; }

    /// <summary>With what she was asked for advice.</summary>
    public string? Question { get; set; }
    public string? Result { get; set; }

    /// <summary>The school that housed it, where that is not the one that it was for.</summary>
    public string? HostSchoolId { get; set; }

    /// <summary>Of a contest: «school», «municipality», «region» or «country».</summary>
    public string? Level { get; set; }

    /// <summary>The risk that it serves, and the problem zones that it has shown.</summary>
    public string? RiskId { get; set; }
    public List<string> Zones { get; set; } = [];
    public string? Link { get; set; }

    /// <summary>What was agreed to be done next, and the day on which to look whether it is.</summary>
    public string? NextStep { get; set; }
    public DateOnly? CheckBackOn { get; set; }
    public string? Format { get; set; }
    public required DateTimeOffset ReportedAt { get; init; }
    public ReviewState State { get; set; }

    /// <summary>When it was last sent to be looked at, and when it is accepted if nobody does.</summary>
    public DateTimeOffset? SentAt { get; set; }
    public DateTimeOffset? AcceptAt { get; set; }

    /// <summary>Null where time decided, or nobody had to.</summary>
    public long? ReviewedBy { get; set; }
    public DateTimeOffset? ReviewedAt { get; set; }
    public string? ReturnReason { get; set; }

    /// <summary>Key of the answer that is to be mended; null for the whole.</summary>
    public string? ReturnedFor { get; set; }
    public List<EventReportSchool> Schools { get; init; } = [];
    public List<EventReportFile> Files { get; init; } = [];

    /// <summary>Of a survey: who has answered.</summary>
    public List<EventReportShare> Shares { get; init; } = [];
}

/// <summary>So many of so many of one audience: a percent always keeps its base.</summary>
public sealed class EventReportShare
{
    public long ReportId { get; init; }

    /// <summary>«teachers», «pupils» or «parents».</summary>
    public required string Audience { get; init; }
    public required int Part { get; set; }
    public required int Base { get; set; }

    /// <summary>The percent that was stated, where it is another one than these make.</summary>
    public decimal? StatedPercent { get; set; }
}

/// <summary>A school that an event was for. The event counts once for each.</summary>
public sealed class EventReportSchool
{
    public long ReportId { get; init; }
    public required string SchoolId { get; init; }
}

/// <summary>A photo or document of a report.</summary>
public sealed class EventReportFile : RowFile
{
    public long ReportId { get; init; }
}
