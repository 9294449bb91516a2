namespace CuratorBot.People;

/// <summary>A row that belongs to a school, to its municipality and to its region.</summary>
public interface IPlaced
{
    string? SchoolId { get; }
    string? MunicipalityId { get; }
    string? Region { get; }
}
