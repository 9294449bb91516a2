using CuratorBot.Data;
using CuratorBot.Files;

namespace CuratorBot.Events;

/// <summary>Files of what came to nothing: no report, deadline or draft speaks of them any more.</summary>
public sealed class UnusedEvidence(IUnitOfWork unitOfWork, FileStore files)
{
    /// <summary>Longer than any draft and any offer to begin one.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(60);

    /// <param name="now">The real time, which files are stamped with.</param>
    /// <exception cref="AggregateException">Some could not be removed; all others are.</exception>
    public async Task Remove(DateTimeOffset now, CancellationToken cancellation = default)
    {
        await using var db = unitOfWork.OpenForReading();
        var notRemoved = new List<Exception>();
        foreach (var path in files.KeptBefore(now - KeptFor))
            if (!await EvidenceInUse.IsUsed(db, path, cancellation) && Remove(path) is { } error)
                notRemoved.Add(error);
        if (notRemoved.Count > 0)
            throw new AggregateException(notRemoved);
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
}
