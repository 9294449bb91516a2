using CuratorBot.Papers;
using CuratorBot.Registers;
using CuratorBot.Schools;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CuratorBot.Profiles;

/// <summary>What a school is in the project and how it stands, as of a day: one row for each school.</summary>
public sealed class SchoolProfile : RegisterRow
{
    public string? Part { get; set; }
    public int? Group { get; set; }
    public string? Programme { get; set; }
    public int? FailureLevel { get; set; }
    public int? Difficulties { get; set; }
    public string? Context { get; set; }

    /// <summary>By which order it is what it is; as <see cref="OrderReference.Stored"/>.</summary>
    public string? Order { get; set; }

    /// <summary>What is known of a school when it comes into the database.</summary>
    /// <param name="id">New.</param>
    public static SchoolProfile Of(School school, long id, DateOnly asOf, DateTimeOffset now) =>
        new()
        {
            Id = id,
            SchoolId = school.Id,
            MunicipalityId = school.MunicipalityId,
            Region = school.Region,
            Part = school.Part,
            Group = school.Group,
            Programme = school.Programme,
            FailureLevel = school.FailureLevel,
            Difficulties = school.Difficulties,
            AsOf = asOf,
            ChangedAt = now,
        };

    /// <summary>The newest of it stands at the school too, where everybody looks.</summary>
    public void PutInto(School school)
    {
        school.Part = Part ?? school.Part;
        (school.Group, school.Programme) = (Group, Programme);
        (school.FailureLevel, school.Difficulties) = (FailureLevel, Difficulties);
    }
}

internal sealed class SchoolProfileMapping() : RegisterMapping<SchoolProfile>("school_profiles")
{
    public override void Configure(EntityTypeBuilder<SchoolProfile> row)
    {
        base.Configure(row);
        row.HasIndex(one => one.Region);
    }
}
