using System.Collections.Concurrent;
using System.Globalization;
using CuratorBot.Playground.Chats;

namespace CuratorBot.Playground.Files;

/// <summary>Files that people and the bot sent. Contents lie in a folder when there is one, else in memory.</summary>
internal sealed class FileShelf(PlaygroundOptions options)
{
    /// <summary>The Bot API lets a bot download this much.</summary>
    public const long LargestDownload = 20L * 1024 * 1024;

    private readonly ConcurrentDictionary<string, StoredFile> _files = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, byte[]> _memory = new(StringComparer.Ordinal);
    private readonly string _origin = options
        .Timers.GetUtcNow()
        .ToUnixTimeMilliseconds()
        .ToString("x", CultureInfo.InvariantCulture);
    private int _last;

    public ICollection<StoredFile> All => _files.Values;

    public StoredFile? Find(string id) => _files.GetValueOrDefault(id);

    public void Restore(StoredFile file) => _files[file.Id] = file;

    /// <param name="content">Null pretends a file of <paramref name="size"/> bytes without storing any.</param>
    public StoredFile Add(string name, string mimeType, byte[]? content, long size)
    {
        var key = NextKey();
        if (content is not null)
            Store(key, content);
        var (width, height) = content is null ? (0, 0) : ImageSize.Of(content);
        return Register(
            new StoredFile(
                $"BQ{key}",
                $"AQ{key}",
                name,
                mimeType,
                content?.LongLength ?? size,
                width,
                height,
                content is null ? null : key
            )
        );
    }

    /// <summary>The sizes of a photo, largest last. All of them open the same bytes.</summary>
    public IReadOnlyList<StoredFile> AddPhoto(byte[]? content, long size)
    {
        var original = Add("photo.jpg", "image/jpeg", content, size);
        var (width, height) = original.Width > 0 ? (original.Width, original.Height) : (1280, 960);
        var sizes = new List<StoredFile>();
        foreach (var side in (ReadOnlySpan<int>)[90, 320, 800])
        {
            if (side < Math.Max(width, height))
                sizes.Add(Scaled(original, side, width, height));
        }
        sizes.Add(Register(original with { Width = width, Height = height }));
        return sizes;
    }

    /// <summary>The stored bytes; zeros where only a size was given.</summary>
    public async Task<byte[]> Read(StoredFile file)
    {
        if (file.Content is not { } key)
            return new byte[file.Size];
        if (_memory.TryGetValue(key, out var bytes))
            return bytes;
        return await File.ReadAllBytesAsync(PathOf(key));
    }

    private StoredFile Scaled(StoredFile original, int side, int width, int height)
    {
        var longest = Math.Max(width, height);
        var share = (double)side / longest;
        return Register(
            original with
            {
                Id = $"{original.Id}-{side}",
                UniqueId = $"{original.UniqueId}-{side}",
                Size = Math.Max(1, (long)(original.Size * share * share)),
                Width = Math.Max(1, width * side / longest),
                Height = Math.Max(1, height * side / longest),
            }
        );
    }

    private StoredFile Register(StoredFile file) => _files[file.Id] = file;

    private string NextKey() =>
        string.Create(CultureInfo.InvariantCulture, $"{_origin}{Interlocked.Increment(ref _last):x5}");

    private void Store(string key, byte[] content)
    {
        if (options.DataDirectory is null)
        {
            _memory[key] = content;
            return;
        }
        Directory.CreateDirectory(options.DataDirectory);
        File.WriteAllBytes(PathOf(key), content);
    }

    private string PathOf(string key) => Path.Combine(options.DataDirectory ?? "", key);
}
