using System.Text.RegularExpressions;
using CuratorBot.Data;
using CuratorBot.Registers;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Events.Reporting.Evidence;

/// <summary>All that may speak of a kept file: whoever adds a place for files adds it here.</summary>
public static partial class EvidenceInUse
{
    private static IQueryable<string?>[] Paths(CuratorBotDb db) =>
        [
            db.Set<EventReportFile>().Select(file => file.StoredAs),
            db.Set<RegisterFile>().Select(file => file.StoredAs),
            db.Obligations.Select(row => row.EvidenceStoredAs),
        ];

    /// <summary>Answers that may hold files among others: drafts, reports that can be mended, corrections.</summary>
    private static IQueryable<string>[] Sheets(CuratorBotDb db) =>
        [
            db.Sessions.Select(row => row.Sheet),
            db.ReportSheets.Select(row => row.Sheet),
            db.ReportCorrections.Select(row => row.Sheet),
        ];

    public static async Task<bool> IsUsed(CuratorBotDb db, string path, CancellationToken cancellation)
    {
        foreach (var paths in Paths(db))
            if (await paths.AnyAsync(one => one == path, cancellation))
                return true;
        foreach (var sheets in Sheets(db))
            if (await sheets.AnyAsync(sheet => sheet.Contains(path), cancellation))
                return true;
        return false;
    }

    /// <summary>Every kept file that the database speaks of.</summary>
    public static async Task<IReadOnlySet<string>> All(
        CuratorBotDb db,
        CancellationToken cancellation = default
    )
    {
        var all = new HashSet<string>(StringComparer.Ordinal);
        foreach (var paths in Paths(db))
            all.UnionWith(
                await paths.Where(one => one != null).Select(one => one!).ToListAsync(cancellation)
            );
        foreach (var sheets in Sheets(db))
        {
            var holding = sheets.Where(sheet => sheet.Contains(Files.FileStore.Kept));
            await foreach (var sheet in holding.AsAsyncEnumerable().WithCancellation(cancellation))
                all.UnionWith(KeptPath.Matches(sheet).Select(match => match.Value));
        }
        return all;
    }

    [GeneratedRegex("files/kept/[0-9a-f]{2}/[0-9a-f]{64}")]
    private static partial Regex KeptPath { get; }
}
