using CuratorBot.Data;
using CuratorBot.Members.Entering;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.People;

public enum JoinRequestState
{
    Waiting = 0,
    Accepted = 1,
    Declined = 2,

    /// <summary>She took it back herself.</summary>
    Withdrawn = 3,
}

/// <summary>A person asks for a role; the coordinator responsible decides.</summary>
public sealed class JoinRequest : Entity
{
    public required long PersonId { get; init; }
    public required Role Role { get; init; }
    public string? SchoolId { get; init; }

    /// <summary>Further schools of a curator, in the same municipality.</summary>
    public List<string> MoreSchoolIds { get; init; } = [];
    public string? MunicipalityId { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public JoinRequestState State { get; set; }
    public DateTimeOffset? DecidedAt { get; set; }
    public long? DecidedBy { get; set; }

    public IReadOnlyList<string> AllSchoolIds => SchoolId is null ? [] : [SchoolId, .. MoreSchoolIds];

    /// <summary>Hers that nobody has decided yet; null without.</summary>
    public static Task<JoinRequest?> WaitingOf(CuratorBotDb db, long personId) =>
        db
            .JoinRequests.Where(row => row.PersonId == personId && row.State == JoinRequestState.Waiting)
            .OrderBy(row => row.Id)
            .FirstOrDefaultAsync();
}

/// <summary>A message that lies in a coordinator's chat and shows a request: edited when anyone decides.</summary>
public sealed class JoinRequestCard : INotAFact
{
    public required long OutboxId { get; init; }
    public required long RequestId { get; init; }
    public required long PersonId { get; init; }
}
