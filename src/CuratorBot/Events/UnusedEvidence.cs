using CuratorBot.Data;
using CuratorBot.Files;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Events;

/// <summary>Files of drafts that came to nothing: no report and no draft speaks of them any more.</summary>
public sealed class UnusedEvidence(IUnitOfWork unitOfWork, FileStore files)
{
    /// <summary>Longer than any draft and any offer to begin one.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(60);

    /// <param name="now">The real time, which files are stamped with.</param>
    public async Task Remove(DateTimeOffset now, CancellationToken cancellation = default)
    {
        await using var db = unitOfWork.OpenForReading();
        foreach (var path in files.KeptBefore(now - KeptFor))
        {
            var isUsed =
                await db.EventReports.AnyAsync(
                    report => report.Files.Any(file => file.StoredAs == path),
                    cancellation
                ) || await db.Sessions.AnyAsync(row => row.Sheet.Contains(path), cancellation);
            if (!isUsed)
                files.Remove(path);
        }
    }
}
