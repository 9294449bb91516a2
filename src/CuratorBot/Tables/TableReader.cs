using System.Text;

namespace CuratorBot.Tables;

/// <summary>
/// Reads what people call a table: a workbook (XLSX) or text with separators (CSV). By what the file holds,
/// whatever its name says. Never throws for what is in it.
/// </summary>
public static class TableReader
{
    /// <summary>Workbooks name their encodings by numbers that .NET knows only with this provider.</summary>
    static TableReader() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <param name="content">Seekable; stands at its beginning.</param>
    public static TableReading Read(Stream content)
    {
        try
        {
            var tables = ReadByContent(content);
            return tables.Count > 0 ? new TableReading.Read(tables) : Refused(TableRefusal.Empty);
        }
        catch (TableRefusedException refused)
        {
            return Refused(refused.Why);
        }
        catch (Exception error) when (error is not (OutOfMemoryException or OperationCanceledException))
        {
            // Readers of archives and of XML throw whatever comes to them over a damaged file.
            return Refused(TableRefusal.Damaged);
        }
    }

    private static IReadOnlyList<Table> ReadByContent(Stream content)
    {
        Span<byte> start = stackalloc byte[8];
        start = start[..content.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)];
        content.Position = 0;
        if (start.StartsWith("PK"u8))
            return WorkbookReader.Read(content, WorkbookScan.Of(content));
        if (start.StartsWith(OldContainer))
            throw new TableRefusedException(
                HoldsEncrypted(content) ? TableRefusal.Encrypted : TableRefusal.OldWorkbook
            );
        return [.. SeparatedText.Read(content)];
    }

    /// <summary>The first bytes of the container of old workbooks, and of new ones that are locked.</summary>
    private static ReadOnlySpan<byte> OldContainer => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    private static bool HoldsEncrypted(Stream content)
    {
        using var copy = new MemoryStream();
        content.CopyTo(copy);
        return copy.GetBuffer().AsSpan(0, (int)copy.Length).IndexOf(EncryptedPart) >= 0;
    }

    private static readonly byte[] EncryptedPart = Encoding.Unicode.GetBytes("EncryptedPackage");

    private static TableReading.Refused Refused(TableRefusal why) => new(why);
}
