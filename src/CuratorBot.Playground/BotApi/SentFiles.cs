using CuratorBot.Playground.Chats;

namespace CuratorBot.Playground.BotApi;

/// <summary>The file that a bot sends.</summary>
internal static class SentFiles
{
    /// <summary>An upload in the field itself, one that is named with attach://, or a known file_id.</summary>
    public static IReadOnlyList<StoredFile> Of(
        PlaygroundWorld world,
        Call call,
        string field,
        string? named,
        AttachmentKind kind
    )
    {
        var upload =
            named is not null && named.StartsWith("attach://", StringComparison.Ordinal)
                ? call.FindUpload(named["attach://".Length..])
                : call.FindUpload(field);
        if (upload is not null)
        {
            return kind == AttachmentKind.Photo
                ? world.Files.AddPhoto(upload.Bytes, upload.Bytes.Length)
                : [world.Files.Add(upload.FileName, upload.MimeType, upload.Bytes, upload.Bytes.Length)];
        }
        if (string.IsNullOrEmpty(named))
            throw BotApiException.BadRequest($"there is no {field} in the request");
        return
        [
            world.Files.Find(named)
                ?? throw BotApiException.BadRequest("wrong file identifier/HTTP URL specified"),
        ];
    }
}
