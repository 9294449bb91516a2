using System.Globalization;

namespace CuratorBot.Host.Demo;

/// <summary>
/// A clock that goes like any other but begins on the eve of the first deadlines and can be moved on.
/// It remembers where it stood, so that a restart does not send it back.
/// </summary>
public sealed class DemoClock : TimeProvider
{
    /// <summary>Monday, 17 January 2022, 10:00 in Moscow.</summary>
    public static readonly DateTimeOffset Start = new(2022, 1, 17, 10, 0, 0, TimeSpan.FromHours(3));

    private readonly Lock _lock = new();
    private readonly string _file;
    private TimeSpan _ahead;

    /// <param name="file">Where the clock keeps its time over a restart.</param>
    public DemoClock(string file)
    {
        _file = file;
        var stood = File.Exists(file)
            ? DateTimeOffset.Parse(File.ReadAllText(file), CultureInfo.InvariantCulture)
            : Start;
        _ahead = stood - System.GetUtcNow();
    }

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + _ahead;

    /// <summary>False, and nothing changes, when that would be back in time.</summary>
    public bool TryMove(DateTimeOffset to)
    {
        lock (_lock)
        {
            if (to < GetUtcNow())
                return false;
            _ahead = to - System.GetUtcNow();
        }
        Save();
        return true;
    }

    /// <summary>Writes down the time, whole or not at all.</summary>
    public void Save()
    {
        lock (_lock)
        {
            var draft = $"{_file}.new";
            File.WriteAllText(draft, GetUtcNow().ToString("O", CultureInfo.InvariantCulture));
            File.Move(draft, _file, overwrite: true);
        }
    }
}
