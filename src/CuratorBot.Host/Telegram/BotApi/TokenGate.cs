using CuratorBot.Condition;

namespace CuratorBot.Host.Telegram.BotApi;

/// <summary>
/// A token that was refused is of no use to any call: once a minute one of them asks whether that is still so, all
/// others are answered here and never leave. It opens by itself once the token is taken again.
/// </summary>
public sealed class TokenGate(TimeProvider clock, Troubles? troubles = null)
{
    public static readonly TimeSpan BetweenTries = TimeSpan.FromMinutes(1);

    private static readonly BotApiFailure Refused = new BotApiFailure.Rejected(401, "Unauthorized");

    private readonly Lock _lock = new();
    private long? _triedAt;

    /// <summary>Null when the call may go.</summary>
    public BotApiFailure? Refusal()
    {
        lock (_lock)
        {
            if (_triedAt is not { } tried)
                return null;
            if (clock.GetElapsedTime(tried) < BetweenTries)
                return Refused;
            _triedAt = clock.GetTimestamp();
            return null;
        }
    }

    /// <param name="failure">What a call that went came to; null when it succeeded.</param>
    public void Note(BotApiFailure? failure)
    {
        lock (_lock)
        {
            if (failure is BotApiFailure.Rejected { IsTokenRefused: true })
                Shut();
            else if (_triedAt is not null && IsFromTelegram(failure))
                Open();
        }
    }

    private void Shut()
    {
        _triedAt ??= clock.GetTimestamp();
        troubles?.Raise(
            Parts.Token,
            Severity.NeedsPerson,
            "Telegram refuses the token (401): it was revoked or changed at @BotFather. "
                + "Put the new one into Telegram:Token and restart; until then nothing is fetched and nothing sent."
        );
    }

    private void Open()
    {
        _triedAt = null;
        troubles?.End(Parts.Token);
    }

    /// <summary>Not a gateway or the network, which know nothing of tokens.</summary>
    private static bool IsFromTelegram(BotApiFailure? failure) =>
        failure
            is null
                or BotApiFailure.RetryAfter
                or BotApiFailure.Unreachable
                or BotApiFailure.MovedTo
                or BotApiFailure.Rejected;
}
