using CuratorBot.Data;
using CuratorBot.Messaging;

namespace CuratorBot.Fields;

/// <summary>Files of a row as messages: photos together, documents together, a single one by itself.</summary>
internal static class Albums
{
    private const int MostFiles = 10;

    /// <summary>What a messenger takes in one request, in bytes, with room for the form around it.</summary>
    private const long MostBytes = 45 * 1024 * 1024;

    public static IEnumerable<OutgoingMessage> Of(IEnumerable<RowFile> files, IdGenerator ids) =>
        files
            .OrderBy(file => file.Kind != RowFile.Photo)
            .ThenBy(file => file.Id)
            .GroupBy(file => file.Kind)
            .SelectMany(Shared)
            .Select(album => Of(album, ids));

    private static OutgoingMessage Of(List<RowFile> files, IdGenerator ids)
    {
        var id = ids.Next();
        return files.Count == 1
            ? Of(files[0], id)
            : new OutgoingMessage
            {
                Id = id,
                Kind = OutgoingKind.Album,
                Album = [.. files.Select(file => Of(file, ids.Next()))],
            };
    }

    private static OutgoingMessage Of(RowFile file, long id) =>
        new()
        {
            Id = id,
            Kind = file.Kind == RowFile.Photo ? OutgoingKind.Photo : OutgoingKind.Document,
            FileId = file.StoredAs is null ? file.FileId : null,
            FilePath = file.StoredAs,
            FileName = file.Name ?? NameOf(file),
        };

    /// <summary>In order, into as few as hold them; what the messenger has already weighs nothing.</summary>
    private static IEnumerable<List<RowFile>> Shared(IEnumerable<RowFile> files)
    {
        var (album, bytes) = (new List<RowFile>(), 0L);
        foreach (var file in files)
        {
            var size = file.StoredAs is null ? 0 : file.Size ?? 0;
            if (album.Count == MostFiles || album.Count > 0 && bytes + size > MostBytes)
            {
                yield return album;
                (album, bytes) = ([], 0);
            }
            album.Add(file);
            bytes += size;
        }
        if (album.Count > 0)
            yield return album;
    }

    /// <summary>A photo has no name of its own; a messenger needs one for what is uploaded.</summary>
    private static string? NameOf(RowFile file) => file.StoredAs is null ? null : "photo.jpg";
}
