namespace CuratorBot.Messaging.Sending;

/// <summary>
/// What is on its way or not yet marked, and so would go out again after a kill. Few at a time, but a request
/// that hangs makes room for another: one slow chat keeps nobody else waiting. Of the room for hanging ones half
/// is kept for replies, and once one hangs, also a place among the young. The caller locks and tells the time.
/// </summary>
/// <param name="inFlight">Most that are young or answered.</param>
/// <param name="hanging">Most that hang besides them.</param>
internal sealed class SendWindow(int inFlight, int hanging)
{
    /// <summary>An answer that takes longer is late.</summary>
    public static readonly TimeSpan HangsAfter = TimeSpan.FromSeconds(1);

    private readonly LinkedList<Flight> _young = [];
    private int _hanging;
    private int _answered;

    public int Count => _young.Count + _hanging + _answered;

    /// <summary>When the next one will be late; null when none is young.</summary>
    public TimeSpan? NextHangsAt => _young.First?.Value.StartedAt + HangsAfter;

    public bool HasRoom(Lane lane) =>
        Count < inFlight + hanging
        && _young.Count + _answered < PlacesFor(lane)
        && (lane == Lane.Reply || _hanging <= hanging / 2);

    public void Begin(Flight flight) => _young.AddLast(flight);

    /// <summary>Those that have become late.</summary>
    public IReadOnlyList<Flight> Age(TimeSpan now)
    {
        if (NextHangsAt is not { } next || next > now)
            return [];
        var late = new List<Flight>();
        while (_young.First is { Value: var flight } && flight.StartedAt + HangsAfter <= now)
        {
            _young.RemoveFirst();
            _hanging++;
            (flight.Stage, flight.Hung) = (FlightStage.Hanging, true);
            late.Add(flight);
        }
        return late;
    }

    /// <summary>It waits for nothing but its mark.</summary>
    public void NoteAnswered(Flight flight)
    {
        Leave(flight);
        _answered++;
        flight.Stage = FlightStage.Answered;
    }

    public void Leave(Flight flight)
    {
        if (flight.Stage == FlightStage.Young)
            _young.Remove(flight);
        else if (flight.Stage == FlightStage.Hanging)
            _hanging--;
        else
            _answered--;
    }

    private int PlacesFor(Lane lane) =>
        lane == Lane.Broadcast && _hanging > 0 ? Math.Max(1, inFlight - 1) : inFlight;
}
