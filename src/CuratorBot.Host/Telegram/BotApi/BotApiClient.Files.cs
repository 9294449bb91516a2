using Telegram.Bot;
using Telegram.Bot.Types;

namespace CuratorBot.Host.Telegram.BotApi;

public sealed partial class BotApiClient
{
    /// <summary>What the Bot API lets a bot download, in bytes.</summary>
    public const long LargestDownload = 20 * 1024 * 1024;

    public ValueTask<BotApiResult<TGFile>> GetFile(string fileId, CancellationToken cancel = default) =>
        Ask(Bot.GetFile(fileId, cancel));

    /// <summary>
    /// Streams a file to <paramref name="target"/>, which holds a beginning of it after any failure. More than
    /// <paramref name="limit"/> bytes are refused with 413; an address that expired (after an hour) with 404:
    /// ask getFile again.
    /// </summary>
    /// <param name="filePath">From getFile.</param>
    /// <returns>The number of bytes written.</returns>
    /// <exception cref="IOException">The target failed.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public ValueTask<BotApiResult<long>> DownloadFile(
        string filePath,
        Stream target,
        long limit = LargestDownload,
        CancellationToken cancel = default
    ) => Bot.Download(filePath, target, limit, cancel);
}
