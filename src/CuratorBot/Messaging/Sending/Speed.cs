namespace CuratorBot.Messaging.Sending;

/// <summary>
/// Messages per second over all chats. A refusal of the whole bot halves it; then it grows by a twenty-fifth of the
/// full speed each minute (by 1 at the default of 25). While it is only suspected, it goes at half speed.
/// </summary>
internal sealed class Speed(double full)
{
    private static readonly TimeSpan Step = TimeSpan.FromMinutes(1);

    private readonly double _least = Math.Min(1, full);
    private double? _halved;
    private TimeSpan _halvedAt = TimeSpan.MinValue;
    private TimeSpan _suspectedUntil;

    public double At(TimeSpan now) => Math.Max(_least, now < _suspectedUntil ? Grown(now) / 2 : Grown(now));

    public void Suspect(TimeSpan until) =>
        _suspectedUntil = until > _suspectedUntil ? until : _suspectedUntil;

    /// <param name="startedAt">When the refused request began: those of one moment halve it once.</param>
    public void Halve(TimeSpan startedAt, TimeSpan now)
    {
        if (startedAt <= _halvedAt)
            return;
        (_halved, _halvedAt, _suspectedUntil) = (Math.Max(_least, Grown(now) / 2), now, TimeSpan.Zero);
    }

    private double Grown(TimeSpan now) =>
        _halved is { } half
            ? Math.Min(full, half + (Math.Floor((now - _halvedAt) / Step) * Math.Max(1, full / 25)))
            : full;
}
