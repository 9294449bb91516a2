using System.Collections.Concurrent;
using CuratorBot.Data;

namespace CuratorBot.Condition;

/// <summary>
/// What ails the bot right now, as the parts say that notice it. <c>/health</c> and the operator read it; a part
/// raises its trouble again as often as it meets it and ends it once it works. Nothing of it outlives the process.
/// </summary>
public sealed class Troubles(RealTime realTime)
{
    private readonly ConcurrentDictionary<string, Trouble> _now = new(StringComparer.Ordinal);

    /// <summary>Which begin first, come first.</summary>
    public IReadOnlyList<Trouble> Now => [.. _now.Values.OrderBy(trouble => trouble.Since)];

    /// <param name="part">Whose trouble it is; one of <see cref="Parts"/>, or that and what in it: «sweep:reviews».</param>
    /// <param name="reason">One English sentence for the operator: what, and what to do. No names, texts or tokens.</param>
    public void Raise(string part, Severity severity, string reason) =>
        _now.AddOrUpdate(
            part,
            static (part, told) => new Trouble(part, told.Severity, told.Reason, told.Now),
            static (_, known, told) => known with { Severity = told.Severity, Reason = told.Reason },
            (Severity: severity, Reason: reason, realTime.Now)
        );

    public void End(string part) => _now.TryRemove(part, out _);
}

/// <param name="Since">When it was first met; it keeps its place while it is raised again.</param>
public sealed record Trouble(string Part, Severity Severity, string Reason, DateTimeOffset Since);

public enum Severity
{
    /// <summary>The bot copes by itself, only slower or later.</summary>
    Passing,

    /// <summary>A person must act, or part of the work stays undone: <c>/health/ready</c> answers 503.</summary>
    NeedsPerson,

    /// <summary>Only a restart helps: <c>/health/live</c> answers 503 too.</summary>
    NeedsRestart,
}

/// <summary>The parts that can be in trouble.</summary>
public static class Parts
{
    public const string Writer = "writer";
    public const string Disk = "disk";
    public const string Database = "database";
    public const string Fetching = "fetching";
    public const string Sending = "sending";
    public const string Token = "token";
    public const string Webhook = "webhook";
    public const string Sweep = "sweep";
    public const string Backup = "backup";
}
