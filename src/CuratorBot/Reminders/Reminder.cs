using CuratorBot.Data;
using CuratorBot.Schedule;

namespace CuratorBot.Reminders;

public enum ReminderState
{
    Planned = 0,
    Sent = 1,
    Obsolete = 2,
}

/// <summary>
/// One person is to hear of one obligation at one step of its ladder. Unique by person, subject, date and stage. Only the
/// next stage is planned ahead; the ones that came and went stay as history.
/// </summary>
public sealed class Reminder : Entity, INotAFact
{
    public required long PersonId { get; init; }
    public required long ObligationId { get; init; }

    /// <summary>The deadline for which it was planned: when that has moved, the stages begin anew.</summary>
    public required DateOnly DueOn { get; init; }

    /// <summary>That a task has opened, which is no step of a ladder.</summary>
    public const int Opening = int.MinValue;

    /// <summary>
    /// The step by its days to the deadline: 7, 3, 1, 0, then −1, −3, −7, −14, …; or <see cref="Opening"/>.
    /// </summary>
    public required int Stage { get; init; }

    /// <summary>What the obligation was to her when it was planned: when that has changed, so have her steps.</summary>
    public required Standing Standing { get; init; }

    /// <summary>«Напомнить завтра» and a coordinator plan the same stage again: the number of that repetition.</summary>
    public int Repeat { get; init; }

    /// <summary>The coordinator who asked for it beside the ladder, and when; null for all others.</summary>
    public long? AskedBy { get; init; }
    public DateTimeOffset? AskedAt { get; init; }
    public required DateTimeOffset DueAt { get; set; }

    /// <summary>The outage during which it should have gone out; null for one that was not missed.</summary>
    public long? MissedIn { get; set; }
    public ReminderState State { get; set; }
    public DateTimeOffset? SettledAt { get; set; }

    /// <summary>It was said to nobody after all.</summary>
    public void IsDueAgain(DateTimeOffset now) =>
        (State, SettledAt, DueAt) = (ReminderState.Planned, null, now);

    public void Settle(ReminderState state, DateTimeOffset now) => (State, SettledAt) = (state, now);
}

/// <summary>A line of a message that lies in a chat: edited when its obligation is closed by anyone.</summary>
public sealed class ReminderCard : INotAFact
{
    public required long OutboxId { get; init; }
    public required long ObligationId { get; init; }
    public required long PersonId { get; init; }
    public required int Order { get; init; }

    /// <summary>The local day that the message spoke of.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>What the obligation was to her when the message was sent.</summary>
    public required Standing Standing { get; init; }

    /// <summary>The deadline as the message said it; null for one sent before this was kept.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>How many more deadlines the message summed up below its lines.</summary>
    public required int More { get; init; }

    /// <summary>The coordinator who had her reminded of it; null for what the ladder said.</summary>
    public long? AskedBy { get; init; }
}
