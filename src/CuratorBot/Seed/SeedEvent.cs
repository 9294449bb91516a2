using CuratorBot.Data;
using CuratorBot.Events;

namespace CuratorBot.Seed;

/// <summary>A report of the sources. They do not say when it was handed in, so it counts from its last day.</summary>
internal sealed record SeedEvent(
    string TypeId,
    string? ReporterRole,
    string[] SchoolIds,
    string? MunicipalityId,
    string Region,
    DateOnly From,
    DateOnly To,
    string Precision,
    int? EventsCount,
    int? Participants,
    string? Audience,
    string? Topic,
    string? Format,
    string? Result
)
{
    public EventReport Report(IdGenerator ids)
    {
        var id = ids.Next();
        return new()
        {
            Id = id,
            TypeId = TypeId,
            ReporterRole = ReporterRole,
            MunicipalityId = MunicipalityId,
            Region = Region,
            From = From,
            To = To,
            Precision = Precision,
            EventsCount = EventsCount ?? 1,
            Participants = Participants,
            Audience = Audience,
            Topic = Topic,
            Format = Format,
            Result = Result,
            ReportedAt = new DateTimeOffset(To, TimeOnly.MinValue, TimeSpan.Zero),
            Schools =
            [
                .. SchoolIds.Select(school => new EventReportSchool { ReportId = id, SchoolId = school }),
            ],
        };
    }
}
