using System.Security.Cryptography;

namespace CuratorBot.Data;

/// <summary>
/// The one source of ids and of random codes. An id is 41 bits of milliseconds since 2020, 10 bits of the
/// process and 12 bits of a counter, so that ids sort by time and two processes do not meet.
/// </summary>
public class IdGenerator(TimeProvider clock)
{
    private static readonly long Epoch = new DateTimeOffset(
        2020,
        1,
        1,
        0,
        0,
        0,
        TimeSpan.Zero
    ).ToUnixTimeMilliseconds();
    private readonly long _process = RandomNumberGenerator.GetInt32(1024);
    private readonly Lock _lock = new();
    private long _last;

    public virtual long Next()
    {
        lock (_lock)
        {
            var candidate = (clock.GetUtcNow().ToUnixTimeMilliseconds() - Epoch) << 12;
            _last = Math.Max(_last + 1, candidate);
            return ((_last >> 12) << 22) | (_process << 12) | (_last & 0xFFF);
        }
    }

    /// <summary>A code of <paramref name="length"/> Crockford characters (5 bits each), for links and typing.</summary>
    public virtual string Code(int length) =>
        RandomNumberGenerator.GetString("0123456789ABCDEFGHJKMNPQRSTVWXYZ", length);

    /// <summary>130 random bits that nobody ever types.</summary>
    public virtual string Salt() => Code(26);

    /// <summary>A number from 0 up to, not including, <paramref name="bound"/>.</summary>
    public virtual int Below(int bound) => RandomNumberGenerator.GetInt32(bound);
}
