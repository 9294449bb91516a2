using System.Globalization;
using System.Xml;

namespace CuratorBot.Tables;

/// <summary>What a worksheet holds besides its values.</summary>
internal sealed class SheetScan
{
    private const int MostNoted = 10;

    /// <summary>The last row with a value; 0 without any.</summary>
    public int LastRow { get; private set; }

    /// <summary>Cells that were merged into one, from the first to the last row and column, all from 1.</summary>
    public List<(int Top, int Left, int Bottom, int Right)> Merged { get; } = [];

    public List<TableNote> Notes { get; } = [];

    private readonly List<string> _hiddenRows = [];
    private readonly List<string> _hiddenColumns = [];
    private readonly List<string> _withoutResult = [];
    private readonly List<string> _errors = [];
    private int _row;
    private int _column;
    private int _rows;
    private int _lastFormattedRow;
    private int _lastFormattedColumn;
    private long _mergedRows;

    /// <exception cref="TableRefusedException">The sheet is too long or too wide.</exception>
    public static SheetScan Of(Stream part)
    {
        var scan = new SheetScan();
        using var xml = XmlReader.Create(part, WorkbookScan.SafeXml);
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element)
                scan.Take(xml);
        }
        scan.Conclude();
        return scan;
    }

    private void Take(XmlReader xml)
    {
        switch (xml.LocalName)
        {
            case "col" when IsSet(xml, "hidden"):
                Note(_hiddenColumns, Columns(Number(xml, "min") ?? 1, Number(xml, "max")));
                break;
            case "row":
                _row = Number(xml, "r") ?? _row + 1;
                _column = 0;
                _lastFormattedRow = Math.Max(_lastFormattedRow, _row);
                if (_row is < 1 or > TableLimits.LastRowThereIs)
                    throw new TableRefusedException(TableRefusal.Damaged);
                if (IsSet(xml, "hidden"))
                    Note(_hiddenRows, _row.ToString(CultureInfo.InvariantCulture));
                break;
            case "c":
                TakeCell(xml);
                break;
            case "mergeCell" when CellAddress.TryReadRange(xml.GetAttribute("ref"), out var range):
                _mergedRows += Math.Max(0, range.Bottom - range.Top);
                if (_mergedRows > TableLimits.MostCells)
                    throw new TableRefusedException(TableRefusal.Damaged);
                Merged.Add(range);
                break;
        }
    }

    private void TakeCell(XmlReader xml)
    {
        _column = CellAddress.TryRead(xml.GetAttribute("r"), out var at) ? at.Column : _column + 1;
        _lastFormattedColumn = Math.Max(_lastFormattedColumn, _column);
        if (_column > TableLimits.LastColumnThereIs)
            throw new TableRefusedException(TableRefusal.Damaged);
        if (xml.IsEmptyElement)
            return;
        var (isError, hasFormula, hasValue) = (xml.GetAttribute("t") == "e", false, false);
        var depth = xml.Depth;
        while (xml.Read() && xml.Depth > depth)
        {
            hasFormula |= xml is { NodeType: XmlNodeType.Element, LocalName: "f" };
            hasValue |=
                xml is { NodeType: XmlNodeType.Element, LocalName: "v" or "t", IsEmptyElement: false };
        }
        if (hasFormula && !hasValue)
            Note(_withoutResult, CellAddress.Of(_row, _column));
        if (isError)
            Note(_errors, CellAddress.Of(_row, _column));
        if (hasValue)
            CountValue();
    }

    private void CountValue()
    {
        if (_column > TableLimits.MostColumns)
            throw new TableRefusedException(TableRefusal.TooManyColumns);
        if (_row == LastRow)
            return;
        LastRow = Math.Max(LastRow, _row);
        if (++_rows > TableLimits.MostRows)
            throw new TableRefusedException(TableRefusal.TooManyRows);
    }

    private void Conclude()
    {
        if (LastRow > 0 && (long)LastRow * _lastFormattedColumn > TableLimits.MostCells)
            throw new TableRefusedException(TableRefusal.TooManyRows);
        Add(TableNoteKind.HiddenRows, _hiddenRows);
        Add(TableNoteKind.HiddenColumns, _hiddenColumns);
        Add(TableNoteKind.FormulasWithoutResult, _withoutResult);
        Add(TableNoteKind.Errors, _errors);
    }

    private void Add(TableNoteKind kind, List<string> where)
    {
        if (where.Count > 0)
            Notes.Add(new TableNote(kind, where));
    }

    private static string Columns(int first, int? last) =>
        last > first
            ? $"{CellAddress.Letters(first)}:{CellAddress.Letters(last.Value)}"
            : CellAddress.Letters(first);

    private static void Note(List<string> notes, string where)
    {
        if (notes.Count < MostNoted)
            notes.Add(where);
    }

    private static bool IsSet(XmlReader xml, string name) => xml.GetAttribute(name) is "1" or "true";

    private static int? Number(XmlReader xml, string name) =>
        int.TryParse(xml.GetAttribute(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
