using System.IO.Compression;
using System.Xml;

namespace CuratorBot.Tables;

/// <summary>
/// Goes once through the archive that a workbook is, before anything is built from it: its size when
/// unpacked, its parts, its XML. Notes what the reader of values does not tell: what is hidden, merged or
/// calculated.
/// </summary>
internal sealed class WorkbookScan
{
    /// <summary>The worksheets by their order in the workbook.</summary>
    public required IReadOnlyList<SheetScan> Sheets { get; init; }

    /// <param name="content">Left at its beginning.</param>
    public static WorkbookScan Of(Stream content)
    {
        using var archive = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
        CheckParts(archive);
        var budget = new UnpackedBudget(content.Length);
        var sheets = new Dictionary<string, SheetScan>(StringComparer.OrdinalIgnoreCase);
        var parts = new WorkbookParts();
        foreach (var entry in archive.Entries)
        {
            using var part = budget.Open(entry);
            if (entry.FullName.StartsWith("xl/worksheets/sheet", StringComparison.OrdinalIgnoreCase))
                sheets[entry.FullName] = SheetScan.Of(part);
            else if (IsXml(entry.FullName))
                parts.Read(entry.FullName, part);
            part.CopyTo(Stream.Null);
        }
        content.Position = 0;
        return new WorkbookScan
        {
            Sheets = [.. parts.Worksheets.Select(name => sheets.GetValueOrDefault(name) ?? new SheetScan())],
        };
    }

    public static readonly XmlReaderSettings SafeXml = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CloseInput = false,
    };

    private static void CheckParts(ZipArchive archive)
    {
        if (archive.Entries.Count > TableLimits.MostParts)
            throw new TableRefusedException(TableRefusal.Inflated);
        if (archive.Entries.Any(entry => entry.IsEncrypted))
            throw new TableRefusedException(TableRefusal.Encrypted);
        var names = archive.Entries.Select(entry => entry.FullName).ToList();
        if (!names.Contains("xl/workbook.xml", StringComparer.OrdinalIgnoreCase))
            throw new TableRefusedException(TableRefusal.NotATable);
        if (
            names.Distinct(StringComparer.OrdinalIgnoreCase).Count() != names.Count
            || names.Exists(name => name.StartsWith('/') || name.Contains('\\') || name.Contains(".."))
        )
            throw new TableRefusedException(TableRefusal.Damaged);
    }

    private static bool IsXml(string name) =>
        name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)
        || name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase);
}
