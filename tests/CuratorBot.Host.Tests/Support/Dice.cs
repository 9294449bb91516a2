using System.Globalization;
using System.Security.Cryptography;

namespace CuratorBot.Host.Tests.Support;

/// <summary>Numbers that look random and come again with the same seed.</summary>
internal sealed class Dice(long seed)
{
    private ulong _state = (ulong)seed;

    public long Seed { get; } = seed;

    /// <summary>A seed of its own each time, or the one in CURATORBOT_TEST_SEED.</summary>
    public static Dice Throw() =>
        Environment.GetEnvironmentVariable("CURATORBOT_TEST_SEED") is { } seed
            ? new Dice(long.Parse(seed, CultureInfo.InvariantCulture))
            : new Dice(RandomNumberGenerator.GetInt32(int.MaxValue));

    /// <summary>From 0 up to, not including, <paramref name="bound"/> (SplitMix64).</summary>
    public int Below(int bound)
    {
        var mixed = _state += 0x9E3779B97F4A7C15;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return (int)((mixed ^ (mixed >> 31)) % (ulong)bound);
    }
}
