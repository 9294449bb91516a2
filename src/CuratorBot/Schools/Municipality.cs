namespace CuratorBot.Schools;

/// <summary>A city, district or municipal okrug.</summary>
public sealed class Municipality
{
    /// <summary>A short Latin id, stable over years: «kuznetsk».</summary>
    public required string Id { get; init; }

    /// <summary>The full name: «г. Кузнецк», «Кузнецкий район».</summary>
    public required string Name { get; set; }
    public required string Kind { get; init; }
    public required string Region { get; init; }

    /// <summary>IANA id of the zone in which its deadlines fall.</summary>
    public required string TimeZone { get; set; }

    /// <summary>Names under which people ask for it, in any case form.</summary>
    public List<string> Aliases { get; set; } = [];
}
