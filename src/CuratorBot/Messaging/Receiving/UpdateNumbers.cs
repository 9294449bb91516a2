namespace CuratorBot.Messaging.Receiving;

/// <summary>
/// The numbers of one messenger's updates. They grow by one, but Telegram begins anew at a number of chance when
/// nothing came for a week: numbers that lie far below the last one belong to a new epoch, in which none of them was
/// seen before. What is handed over again lies close to the last one and stays in its epoch, whatever a clock says.
/// </summary>
/// <param name="last">The last number that was stored; null when none was.</param>
internal sealed class UpdateNumbers(int epoch, long? last)
{
    /// <summary>
    /// More than come in the day after which Telegram drops an update. That numbers begin anew so close below the last
    /// one happens once in two thousand times, and matters only when they then grow into those that are still stored.
    /// </summary>
    private const long HandedOverAgain = 1_000_000;

    private readonly Lock _lock = new();
    private int _epoch = epoch;
    private long? _last = last;

    public int EpochOf(IReadOnlyList<ReceivedUpdate> updates)
    {
        lock (_lock)
        {
            if (updates.Count == 0)
                return _epoch;
            var newest = updates.Max(update => update.UpdateId);
            if (newest < _last - HandedOverAgain)
                (_epoch, _last) = (_epoch + 1, newest);
            else if (_last is not { } last || newest > last)
                _last = newest;
            return _epoch;
        }
    }
}
