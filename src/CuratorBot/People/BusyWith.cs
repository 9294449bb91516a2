namespace CuratorBot.People;

/// <summary>What somebody with several is busy with now: a municipality or a school of hers.</summary>
public sealed record BusyWith(string? MunicipalityId, string? SchoolId)
{
    /// <summary>Whether it is still hers by a role of her own.</summary>
    public bool IsOf(Asker who) =>
        MunicipalityId is { } place
            ? who.MaySee.Municipalities.Contains(place)
            : SchoolId is { } school && who.MaySee.IncludesSchool(school);
}
