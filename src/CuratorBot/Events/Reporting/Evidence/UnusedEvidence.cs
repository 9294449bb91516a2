using CuratorBot.Conversations.Arriving;
using CuratorBot.Files;
using CuratorBot.Messaging;
using Microsoft.Extensions.Logging;

namespace CuratorBot.Events.Reporting.Evidence;

/// <summary>Files of what came to nothing: no report, deadline or draft speaks of them any more.</summary>
public sealed partial class UnusedEvidence(
    IUnitOfWork unitOfWork,
    FileStore files,
    ILogger<UnusedEvidence> log
) : IUnusedFiles
{
    /// <summary>Longer than any draft and any offer to begin one.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(60);

    /// <param name="now">The real time, which files are stamped with.</param>
    /// <exception cref="AggregateException">Some could not be removed; all others are.</exception>
    public async Task Remove(DateTimeOffset now, CancellationToken cancellation = default)
    {
        var notRemoved = await RemoveUnused(files.KeptBefore(now - KeptFor), cancellation);
        if (notRemoved.Count > 0)
            throw new AggregateException(notRemoved);
    }

    public async Task Remove(IReadOnlyList<string> paths, CancellationToken cancellation)
    {
        foreach (var error in await RemoveUnused(paths.Distinct(), cancellation))
            LogNotRemoved(log, ErrorWords.Of(error));
    }

    private async Task<List<Exception>> RemoveUnused(
        IEnumerable<string> paths,
        CancellationToken cancellation
    )
    {
        await using var db = unitOfWork.OpenForReading();
        var notRemoved = new List<Exception>();
        foreach (var path in paths)
            if (!await EvidenceInUse.IsUsed(db, path, cancellation) && Remove(path) is { } error)
                notRemoved.Add(error);
        return notRemoved;
    }

    private Exception? Remove(string path)
    {
        try
        {
            files.Remove(path);
            return null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return error;
        }
    }

    [LoggerMessage(LogLevel.Warning, "A file that nobody needs stays until the daily look: {Error}")]
    private static partial void LogNotRemoved(ILogger log, string error);
}
