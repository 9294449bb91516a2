using ExcelDataReader;

namespace CuratorBot.Tables;

/// <summary>Reads the values of a workbook that was found to be sound.</summary>
internal static class WorkbookReader
{
    public static IReadOnlyList<Table> Read(Stream content, WorkbookScan scan)
    {
        using var reader = ExcelReaderFactory.CreateOpenXmlReader(
            content,
            new ExcelReaderConfiguration { LeaveOpen = true }
        );
        var tables = new List<Table>();
        for (var place = 0; place < scan.Sheets.Count; place++)
        {
            if (reader.VisibleState == "visible" && Rows(reader, scan.Sheets[place]) is { Count: > 0 } rows)
                tables.Add(new Table(reader.Name, rows, scan.Sheets[place].Notes));
            if (!reader.NextResult())
                break;
        }
        return tables;
    }

    private static List<TableRow> Rows(IExcelDataReader reader, SheetScan scan)
    {
        var rows = new Dictionary<int, List<string>>();
        for (var number = 1; number <= scan.LastRow && reader.Read(); number++)
        {
            var cells = Cells(reader);
            if (cells.Count > 0)
                rows.Add(number, cells);
        }
        foreach (var merged in scan.Merged)
            FillDown(rows, merged, scan.LastRow);
        return [.. rows.Select(row => new TableRow(row.Key, row.Value))];
    }

    /// <summary>Up to the last that holds anything.</summary>
    private static List<string> Cells(IExcelDataReader reader)
    {
        var cells = new List<string>();
        for (var column = 0; column < Math.Min(reader.FieldCount, TableLimits.MostColumns); column++)
        {
            var cell = CellText.Of(reader.GetValue(column));
            if (cell.Length == 0)
                continue;
            while (cells.Count < column)
                cells.Add("");
            cells.Add(cell);
        }
        return cells;
    }

    /// <summary>
    /// A cell merged over several rows is said of each of them: one school beside three people. Only where
    /// the rows hold something of their own.
    /// </summary>
    private static void FillDown(
        Dictionary<int, List<string>> rows,
        (int Top, int Left, int Bottom, int Right) merged,
        int lastRow
    )
    {
        var column = merged.Left - 1;
        if (
            column >= TableLimits.MostColumns
            || !rows.TryGetValue(merged.Top, out var top)
            || column >= top.Count
        )
            return;
        for (var number = merged.Top + 1; number <= Math.Min(merged.Bottom, lastRow); number++)
        {
            if (!rows.TryGetValue(number, out var cells))
                continue;
            while (cells.Count <= column)
                cells.Add("");
            cells[column] = top[column];
        }
    }
}
