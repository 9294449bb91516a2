using System.Text.Json;
using System.Text.Json.Serialization;

namespace CuratorBot.Playground.Chats;

/// <summary>Brings chats through a restart: reads the file at the start, writes it a second after a change.</summary>
internal sealed class StateKeeper : IAsyncDisposable
{
    private static readonly TimeSpan Debounce = TimeSpan.FromSeconds(1);
    private readonly PlaygroundWorld _world;
    private readonly string _path;
    private readonly ITimer _timer;
    private readonly Lock _writing = new();
    private int _pending;

    public StateKeeper(PlaygroundWorld world, string path)
    {
        (_world, _path) = (world, path);
        if (File.Exists(path) && Read() is { } state)
            Restore(state);
        _timer = world.Options.Timers.CreateTimer(
            static keeper => ((StateKeeper)keeper!).SaveOrLater(),
            this,
            Timeout.InfiniteTimeSpan,
            Timeout.InfiniteTimeSpan
        );
    }

    public void Touch()
    {
        if (Interlocked.Exchange(ref _pending, 1) == 0)
            _timer.Change(Debounce, Timeout.InfiniteTimeSpan);
    }

    public async ValueTask DisposeAsync()
    {
        await _timer.DisposeAsync();
        try
        {
            Save();
        }
        catch (IOException)
        {
            // The disk is full: what was said in the last moments of the demo is not there after the next start.
        }
    }

    /// <summary>A full disk ends no demo: it is tried again until there is room.</summary>
    private void SaveOrLater()
    {
        try
        {
            Save();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            Interlocked.Exchange(ref _pending, 1);
            _timer.Change(Debounce, Timeout.InfiniteTimeSpan);
        }
    }

    private void Save()
    {
        Interlocked.Exchange(ref _pending, 0);
        lock (_writing)
        {
            byte[] bytes;
            lock (_world.Chats.Gate)
                bytes = JsonSerializer.SerializeToUtf8Bytes(Capture(), StateJson.Default.SavedState);
            if (Path.GetDirectoryName(Path.GetFullPath(_path)) is { } folder)
                Directory.CreateDirectory(folder);
            File.WriteAllBytes(_path + ".new", bytes);
            File.Move(_path + ".new", _path, overwrite: true);
        }
    }

    private SavedState Capture() =>
        new(
            _world.Updates.NextId,
            _world.Chats.NextMessageId,
            [
                .. _world.Chats.All.Select(chat => new SavedChat(
                    chat.Id,
                    chat.Title,
                    chat.Started,
                    chat.Blocked,
                    chat.Messages,
                    chat.Deactivated,
                    chat.MigratedTo
                )),
            ],
            [.. _world.Files.All],
            new Dictionary<string, string>(_world.Commands.All, StringComparer.Ordinal)
        );

    /// <summary>Null when the file cannot be read: it is set aside, and the chats begin anew.</summary>
    private SavedState? Read()
    {
        try
        {
            if (
                JsonSerializer.Deserialize(File.ReadAllBytes(_path), StateJson.Default.SavedState) is
                { Chats: not null, Files: not null, Commands: not null } state
            )
                return state;
        }
        catch (JsonException)
        {
            // Cut off by a full disk, or of a version that wrote it otherwise.
        }
        File.Move(_path, _path + ".unreadable", overwrite: true);
        return null;
    }

    private void Restore(SavedState state)
    {
        _world.Updates.NextId = Math.Max(_world.Updates.NextId, state.NextUpdateId);
        _world.Chats.ContinueFrom(state.NextMessageId);
        foreach (var file in state.Files)
            _world.Files.Restore(file);
        foreach (var (key, commands) in state.Commands)
            _world.Commands.Restore(key, commands);
        foreach (var chat in state.Chats)
            Restore(chat);
    }

    private void Restore(SavedChat saved)
    {
        var chat = new Chat
        {
            Id = saved.Id,
            Title = saved.Title,
            Person = saved.Id > 0 ? _world.Chats.PrivateChat(saved.Id).Person : null,
            Messages = saved.Messages,
            Started = saved.Started,
            Blocked = saved.Blocked,
            Deactivated = saved.Deactivated,
            MigratedTo = saved.MigratedTo,
        };
        _world.Chats.Add(chat);
    }
}

internal sealed record SavedState(
    long NextUpdateId,
    int NextMessageId,
    List<SavedChat> Chats,
    List<StoredFile> Files,
    Dictionary<string, string> Commands
);

internal sealed record SavedChat(
    long Id,
    string? Title,
    bool Started,
    bool Blocked,
    List<ChatMessage> Messages,
    bool Deactivated = false,
    long? MigratedTo = null
);

[JsonSerializable(typeof(SavedState))]
// Only what is null is left out: a zero, or the first word of an enumeration, may be required.
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
internal sealed partial class StateJson : JsonSerializerContext;
