using System.Text;
using CsvHelper;

namespace CuratorBot.Tables;

/// <summary>Reads CSV as programs for tables write it here: «;» or «,», UTF-8 or windows-1251.</summary>
internal static class SeparatedText
{
    /// <summary>In bytes; an unclosed quote would make one record of the whole file.</summary>
    private const int LargestRecord = 1024 * 1024;

    public static IEnumerable<Table> Read(Stream content)
    {
        using var bytes = new MemoryStream();
        content.CopyTo(bytes);
        var text = Decode(bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
        if (text.Any(letter => char.IsControl(letter) && letter is not ('\t' or '\r' or '\n' or '\f')))
            throw new TableRefusedException(TableRefusal.NotATable);
        var rows = Rows(text);
        if (rows.Count > 0)
            yield return new Table("", rows, []);
    }

    private static List<TableRow> Rows(string text)
    {
        using var reader = CsvReader.FromText(text, Options);
        var rows = new List<TableRow>();
        for (var number = 1; reader.Read(); number++)
        {
            List<string> cells = [.. reader.Current.ToArray().Select(CellText.Tidy)];
            if (cells.TrueForAll(cell => cell.Length == 0))
                continue;
            if (cells.FindLastIndex(cell => cell.Length > 0) >= TableLimits.MostColumns)
                throw new TableRefusedException(TableRefusal.TooManyColumns);
            if (rows.Count == TableLimits.MostRows)
                throw new TableRefusedException(TableRefusal.TooManyRows);
            rows.Add(new TableRow(number, cells));
        }
        return rows;
    }

    /// <summary>The separator is found in the first lines; a line «sep=;» says it.</summary>
    private static readonly CsvReaderOptions Options = new()
    {
        HasHeader = false,
        SkipEmptyLines = false,
        MaxRecordSize = LargestRecord,
    };

    private static string Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith(Encoding.UTF8.Preamble))
            return Encoding.UTF8.GetString(bytes[3..]);
        if (bytes.StartsWith(Encoding.Unicode.Preamble))
            return Encoding.Unicode.GetString(bytes[2..]);
        try
        {
            return StrictUtf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return Encoding.GetEncoding(1251).GetString(bytes);
        }
    }

    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);
}
