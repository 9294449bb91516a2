using CuratorBot.Messaging;
using Microsoft.Data.Sqlite;

namespace CuratorBot.Tests.Support;

/// <content>
/// Runs that die in the middle of a message. What a power cut leaves behind are the files as they are at that
/// moment: they are copied, and the next run opens the copies. What the dead run still does reaches nobody.
/// </content>
public sealed partial class World
{
    private readonly List<string> _leftBehind = [];
    private Line _line = null!;
    private volatile string? _doomedAt;
    private volatile string? _copy;

    /// <summary>
    /// The place among <see cref="FailPoints"/> at which a run dies of each message that it is handed; the
    /// messenger then hands it to the next run. Null: it lives.
    /// </summary>
    public string? DiesAt { get; set; }

    public int Deaths { get; private set; }

    /// <summary>How many messages the bot was handed so far, one by one.</summary>
    public int Handed { get; private set; }

    /// <summary>Where the place is not on the way of the message, the run lives on.</summary>
    private async Task DieOf(IncomingMessage message, long updateId)
    {
        (_copy, _doomedAt) = (null, DiesAt);
        await Accept(message, updateId);
        await Settle(isOver: () => _copy is not null);
        _doomedAt = null;
        if (_copy is not { } copy)
            return;
        await _services.DisposeAsync();
        _leftBehind.Add(_file);
        _file = copy;
        Deaths++;
        _services = Build();
        Begin();
    }

    /// <summary>The database as it is now.</summary>
    public string CopyOfDatabase() => Copy(_file);

    /// <summary>Ends this run and begins one over a copy, as after a restored backup; what lies beside it stays.</summary>
    public async Task RestartFrom(string copy)
    {
        await _services.DisposeAsync();
        Remove(_file);
        foreach (var end in new[] { "", "-wal" })
            File.Move(copy + end, _file + end);
        _services = Build();
        Begin();
    }

    private FailPoints Doom(Line line, string file) =>
        new(place =>
        {
            if (place == _doomedAt && line.Cut())
                _copy = Copy(file);
        });

    private static string Copy(string file)
    {
        var copy = Path.Combine(Path.GetTempPath(), $"curatorbot-{Path.GetRandomFileName()}.db");
        // While somebody reads, the write-ahead log is not emptied into the file.
        using var reader = new SqliteConnection($"Data Source={file};Pooling=False");
        reader.Open();
        using var reading = reader.BeginTransaction(deferred: true);
        using var look = reader.CreateCommand();
        look.CommandText = "SELECT COUNT(*) FROM revision";
        look.ExecuteScalar();
        File.Copy(file, copy);
        File.Copy($"{file}-wal", $"{copy}-wal");
        return copy;
    }

    private static void Remove(string file)
    {
        foreach (var one in new[] { file, $"{file}-wal", $"{file}-shm" })
            File.Delete(one);
    }
}
