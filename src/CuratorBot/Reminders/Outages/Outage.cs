using CuratorBot.Data;

namespace CuratorBot.Reminders.Outages;

/// <summary>The one row that says when somebody last looked after the reminders.</summary>
public sealed class Heartbeat : INotAFact
{
    public const int TheOne = 1;
    public int Id { get; init; }
    public required DateTimeOffset At { get; set; }
}

/// <summary>A time during which nobody was reminded, and what became of what was missed.</summary>
public sealed class Outage : Entity, INotAFact
{
    public required DateTimeOffset From { get; init; }
    public required DateTimeOffset Until { get; init; }

    /// <summary>Reminders that should have gone out: one for each person and deadline.</summary>
    public required int Missed { get; set; }

    /// <summary>Messages that made up for them, one to each person.</summary>
    public int Digests { get; set; }

    /// <summary>Those of the missed that nobody needed any more.</summary>
    public int Obsolete { get; set; }

    /// <summary>When the operator was told; null until nothing of it is left to be made up for.</summary>
    public DateTimeOffset? ToldAt { get; set; }
}
