namespace CuratorBot.Tables;

/// <summary>A sheet, as text. Nothing of what was hidden in it is left out; the notes tell of it.</summary>
/// <param name="Name">Of the sheet; empty for a file that has none.</param>
/// <param name="Rows">From top to bottom, without those that are empty.</param>
public sealed record Table(string Name, IReadOnlyList<TableRow> Rows, IReadOnlyList<TableNote> Notes);

/// <param name="Number">As the program that shows the table counts it, from 1.</param>
/// <param name="Cells">Trimmed; an empty one is an empty text. Numbers are plain digits, dates dd.MM.yyyy.</param>
public sealed record TableRow(int Number, IReadOnlyList<string> Cells)
{
    /// <summary>Beyond the last cell everything is empty.</summary>
    public string this[int column] => column < Cells.Count ? Cells[column] : "";
}

public enum TableNoteKind
{
    /// <summary>Rows that the sender may not see; they were read.</summary>
    HiddenRows = 0,

    /// <summary>Columns that the sender may not see; they were read.</summary>
    HiddenColumns = 1,

    /// <summary>Cells that hold a formula and no result; they were read as empty.</summary>
    FormulasWithoutResult = 2,

    /// <summary>Cells that hold an error such as #N/A; they were read as empty.</summary>
    Errors = 3,

    /// <summary>Columns with titles that nobody here knows; what stands in them was not read.</summary>
    UnknownColumns = 4,

    /// <summary>Other sheets of the file with something in them; one is read at a time.</summary>
    UnreadSheets = 5,
}

/// <param name="Where">Row numbers, letters or titles of columns or addresses of cells, the first few.</param>
public sealed record TableNote(TableNoteKind Kind, IReadOnlyList<string> Where);
