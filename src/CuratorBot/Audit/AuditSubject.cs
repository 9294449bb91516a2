using CuratorBot.Conversations.Turns;

namespace CuratorBot.Audit;

/// <summary>
/// What was changed, whom it concerns and where. A region is found from the municipality, a municipality
/// from the school, and a place that is not given at all from the first role of the person.
/// </summary>
/// <param name="Kind">The noun, in lower case: «person», «invitation», «obligation».</param>
public sealed record AuditSubject(string Kind, string Id)
{
    public AuditSubject(string kind, long id)
        : this(kind, FormattableString.Invariant($"{id}")) { }

    /// <summary>What people call it, if it has a name of its own and is no person, school or municipality.</summary>
    public string? Title { get; init; }
    public long? PersonId { get; init; }
    public string? SchoolId { get; init; }
    public string? MunicipalityId { get; init; }
    public string? Region { get; init; }

    public static AuditSubject Person(long id) => new("person", id) { PersonId = id };
}

/// <param name="PersonId">Null for the operator and for the bot itself.</param>
/// <param name="Channel">Name of a messenger, or one of the constants.</param>
public sealed record AuditActor(long? PersonId, string Channel, DateTimeOffset Now)
{
    public const string CommandLine = "command-line";
    public const string System = "system";

    public static AuditActor Of(TurnContext turn) =>
        new(turn.Known?.PersonId, turn.Message.Channel, turn.Now);
}
