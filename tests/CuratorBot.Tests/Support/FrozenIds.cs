using System.Globalization;
using CuratorBot.Data;

namespace CuratorBot.Tests.Support;

/// <summary>Counts instead of drawing lots.</summary>
public sealed class FrozenIds(TimeProvider clock) : IdGenerator(clock)
{
    private long _last = 1000;
    private long _lastCode;
    private long _lastSalt;

    /// <summary>From here on ids have ten digits and begin with a nine, as nothing else does.</summary>
    public void StandOut() => _last = 9_000_000_000;

    public override long Next() => Interlocked.Increment(ref _last);

    /// <summary>…01, …02, and so on, so that a transcript knows them beforehand.</summary>
    public override string Code(int length) =>
        Interlocked.Increment(ref _lastCode).ToString(CultureInfo.InvariantCulture).PadLeft(length, '0');

    /// <summary>Apart from the codes, whose numbers transcripts know.</summary>
    public override string Salt() => $"salt-{Interlocked.Increment(ref _lastSalt)}";

    public override int Below(int bound) => 0;
}
