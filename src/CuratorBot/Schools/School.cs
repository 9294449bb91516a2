using System.Globalization;

namespace CuratorBot.Schools;

public sealed class School
{
    public required string Id { get; init; }

    /// <summary>The official name.</summary>
    public required string Name { get; set; }

    /// <summary>The name for buttons and lists: «СОШ №3 г. Кузнецка».</summary>
    public required string ShortName { get; set; }
    public required string Region { get; init; }

    /// <summary>Null when the sources do not tell.</summary>
    public string? MunicipalityId { get; set; }

    /// <summary>«certain», «inferred» or «unknown»: how the municipality is known.</summary>
    public required string MunicipalityDerivation { get; set; }

    /// <summary>«project_participant», «curator_school», «seminar_host», …: what the school is in the project.</summary>
    public required string Part { get; set; }

    /// <summary>Group of the project, 1–3; null when the school is in none.</summary>
    public int? Group { get; set; }
    public string? Programme { get; set; }

    /// <summary>Level of failure, 1–3 (basic, moderate, strong); null when unknown.</summary>
    public int? FailureLevel { get; set; }

    /// <summary>Number of difficulties named for the school; null when unknown.</summary>
    public int? Difficulties { get; set; }
    public List<string> Aliases { get; set; } = [];

    /// <summary>«СОШ №3» stands before «СОШ №10».</summary>
    public static readonly StringComparer ByShortName = StringComparer.Create(
        CultureInfo.GetCultureInfo("ru-RU"),
        CompareOptions.NumericOrdering
    );

    public const string Participant = "project_participant";
    public const string Helper = "curator_school";
    public const string InWorkingGroup = "working_group_member";

    /// <summary>All that a school can be in the project.</summary>
    public static readonly IReadOnlyList<string> Parts =
    [
        Participant,
        Helper,
        "leader_school",
        "consulting_centre",
        "at_risk",
        "low_results_school",
        "seminar_host",
        InWorkingGroup,
        "stray_mention",
        "not_in_project",
    ];
}
