namespace CuratorBot.Host.Telegram.BotApi.Wire;

/// <summary>Either an HTTP answer, whole or cut short, or the reason why there is none.</summary>
internal readonly struct BotApiAnswer : IDisposable
{
    public BotApiFailure? NoAnswer { get; private init; }

    /// <summary>HTTP status; 0 when there is no answer.</summary>
    public int Status { get; private init; }

    /// <summary>What arrived of the body.</summary>
    public PooledBytes? Body { get; private init; }

    /// <summary>The connection ended before the body did.</summary>
    public bool IsCut { get; private init; }

    /// <summary>The Retry-After header.</summary>
    public TimeSpan? RetryAfter { get; private init; }

    public static BotApiAnswer None(BotApiFailure why) => new() { NoAnswer = why };

    public static BotApiAnswer Of(HttpResponseMessage response, PooledBytes body, bool isCut) =>
        new()
        {
            Status = (int)response.StatusCode,
            Body = body,
            IsCut = isCut,
            RetryAfter = (int)response.StatusCode is 429 ? response.Headers.RetryAfter?.Delta : null,
        };

    public void Dispose() => Body?.Dispose();
}
