using System.Collections.Concurrent;
using CuratorBot.Playground.BotApi;

namespace CuratorBot.Playground.Faults;

/// <summary>Token buckets for the whole bot and for each chat.</summary>
internal sealed class RateLimits(PlaygroundOptions options)
{
    private readonly ConcurrentDictionary<long, Bucket> _chats = new();
    private readonly Bucket? _all = options.Limits is { PerSecond: > 0 } limits
        ? new Bucket(limits.PerSecond, Math.Max(1, limits.PerSecond))
        : null;

    /// <summary>Throws 429 when the bot sends too much.</summary>
    public void Spend(long chatId)
    {
        if (options.Limits is not { } limits)
            return;
        var now = options.Timers.GetTimestamp() / (double)options.Timers.TimestampFrequency;
        var wait = _all?.Spend(now) ?? 0;
        if (wait <= 0 && limits.PerChatPerSecond > 0)
        {
            var chat = _chats.GetOrAdd(
                chatId,
                static (_, rate) => new Bucket(rate.PerChatPerSecond, Math.Max(1, rate.ChatBurst)),
                limits
            );
            wait = chat.Spend(now);
        }
        if (wait > 0)
            throw BotApiException.TooManyRequests((int)Math.Ceiling(wait));
    }

    private sealed class Bucket(double perSecond, double capacity)
    {
        private readonly Lock _gate = new();
        private double _spent;
        private double _at = double.NaN;

        /// <summary>Seconds to wait for the next token; 0 when one was taken.</summary>
        public double Spend(double now)
        {
            lock (_gate)
            {
                if (!double.IsNaN(_at))
                    _spent = Math.Max(0, _spent - (now - _at) * perSecond);
                _at = now;
                if (_spent > capacity - 1)
                    return (_spent - (capacity - 1)) / perSecond;
                _spent++;
                return 0;
            }
        }
    }
}
