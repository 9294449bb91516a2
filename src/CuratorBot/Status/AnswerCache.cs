using System.Collections.Concurrent;
using CuratorBot.Conversations.Turns;
using CuratorBot.Data;
using CuratorBot.Messaging;
using CuratorBot.People;
using CuratorBot.Texts;

namespace CuratorBot.Status;

/// <summary>A day in one zone, and the instants between which it lasts.</summary>
internal sealed record LocalDay(DateOnly Date, DateTimeOffset From, DateTimeOffset Until)
{
    public static LocalDay Of(DateTimeOffset now, string zone)
    {
        var date = LocalDays.Today(now, zone);
        return new(
            date,
            LocalDays.InstantOf(date, TimeOnly.MinValue, zone),
            LocalDays.InstantOf(date.AddDays(1), TimeOnly.MinValue, zone)
        );
    }

    /// <summary>The part of the day in which <paramref name="other"/> lasts as well.</summary>
    public LocalDay Within(LocalDay other) =>
        new(Date, From > other.From ? From : other.From, Until < other.Until ? Until : other.Until);
}

/// <summary>
/// A finished answer. It holds no message id, so that it can be said many times, and it knows who may hear
/// it, because the rights of the asker are looked at anew each time.
/// </summary>
internal sealed record KeptAnswer(
    RichText Text,
    IReadOnlyList<IReadOnlyList<Choice>> Choices,
    Func<Asker, bool> IsFor,
    LocalDay Day
)
{
    public OutgoingMessage Say(TurnContext turn) => turn.Say(Text) with { Choices = Choices };
}

/// <summary>
/// Finished answers, kept exactly while the revision of the facts stands and the day lasts that they speak of.
/// </summary>
internal sealed class AnswerCache
{
    private sealed record Generation(long Revision, ConcurrentDictionary<string, KeptAnswer> Answers);

    private volatile Generation _newest = new(-1, new());

    /// <summary>Null when there is nothing that this person may hear now.</summary>
    public KeptAnswer? Find(TurnContext turn, string key)
    {
        var newest = _newest;
        return
            newest.Revision == turn.Revision
            && newest.Answers.TryGetValue(key, out var answer)
            && answer.Day.From <= turn.Now
            && turn.Now < answer.Day.Until
            && answer.IsFor(turn.Who)
            ? answer
            : null;
    }

    /// <summary>A turn that began before the newest facts keeps nothing.</summary>
    public KeptAnswer Keep(TurnContext turn, string key, KeptAnswer answer)
    {
        var newest = _newest;
        if (newest.Revision < turn.Revision)
            _newest = newest = new Generation(turn.Revision, new());
        if (newest.Revision == turn.Revision)
            newest.Answers[key] = answer;
        return answer;
    }
}
