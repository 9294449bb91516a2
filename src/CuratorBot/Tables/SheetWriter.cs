using System.Globalization;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using SpreadsheetTable = DocumentFormat.OpenXml.Spreadsheet.Table;

namespace CuratorBot.Tables;

/// <summary>Writes workbooks. Every cell is a text, so that «=…» is never a formula.</summary>
public static class SheetWriter
{
    /// <summary>Letters that a cell holds.</summary>
    private const int LongestCell = 32_767;

    /// <summary>Down to here a list of choices is offered.</summary>
    private const int ChoicesDownTo = 1000;

    /// <returns>The file, XLSX.</returns>
    public static byte[] Write(params IReadOnlyList<Sheet> sheets)
    {
        using var file = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            workbook.AddNewPart<WorkbookStylesPart>().Stylesheet = SheetStyles.Make();
            var list = new Sheets();
            for (var place = 1; place <= sheets.Count; place++)
            {
                var part = workbook.AddNewPart<WorksheetPart>();
                Write(part, sheets[place - 1], (uint)place);
                list.Append(
                    new DocumentFormat.OpenXml.Spreadsheet.Sheet
                    {
                        Id = workbook.GetIdOfPart(part),
                        SheetId = (uint)place,
                        Name = sheets[place - 1].Name,
                    }
                );
            }
            workbook.Workbook = new Workbook(list);
        }
        return file.ToArray();
    }

    private static void Write(WorksheetPart part, Sheet sheet, uint id)
    {
        var table = AddTable(part, sheet, id);
        using var xml = OpenXmlWriter.Create(part);
        xml.WriteStartElement(new Worksheet());
        xml.WriteElement(FrozenHeader(isFirst: id == 1));
        xml.WriteElement(Widths(sheet));
        xml.WriteStartElement(new SheetData());
        WriteRow(xml, 1, [.. sheet.Columns.Select(column => column.Title)], SheetStyles.Header);
        for (var row = 0; row < sheet.Rows.Count; row++)
            WriteRow(xml, row + 2, sheet.Rows[row], SheetStyles.Text);
        xml.WriteEndElement();
        if (Choices(sheet) is { HasChildren: true } choices)
            xml.WriteElement(choices);
        xml.WriteElement(new TableParts(new TablePart { Id = table }) { Count = 1 });
        xml.WriteEndElement();
    }

    private static void WriteRow(OpenXmlWriter xml, int number, IReadOnlyList<string> cells, uint style)
    {
        xml.WriteStartElement(new Row { RowIndex = (uint)number });
        for (var column = 0; column < cells.Count; column++)
            xml.WriteElement(
                new Cell(
                    new InlineString(
                        new Text(Writable(cells[column])) { Space = SpaceProcessingModeValues.Preserve }
                    )
                )
                {
                    CellReference = CellAddress.Of(number, column + 1),
                    DataType = CellValues.InlineString,
                    StyleIndex = style,
                }
            );
        xml.WriteEndElement();
    }

    /// <summary>XML knows no control characters and no halves of letters.</summary>
    private static string Writable(string text)
    {
        var sound = text.All(XmlConvert.IsXmlChar)
            ? text
            : string.Concat(
                text.EnumerateRunes()
                    .Where(letter => !letter.IsBmp || XmlConvert.IsXmlChar((char)letter.Value))
            );
        return sound.Length > LongestCell ? sound[..LongestCell] : sound;
    }

    private static SheetViews FrozenHeader(bool isFirst) =>
        new(
            new SheetView(
                new Pane
                {
                    VerticalSplit = 1,
                    TopLeftCell = "A2",
                    ActivePane = PaneValues.BottomLeft,
                    State = PaneStateValues.Frozen,
                }
            )
            {
                WorkbookViewId = 0,
                TabSelected = isFirst,
            }
        );

    private static Columns Widths(Sheet sheet) =>
        new(
            sheet.Columns.Select(
                (column, place) =>
                    new Column
                    {
                        Min = (uint)place + 1,
                        Max = (uint)place + 1,
                        Width = column.Width,
                        CustomWidth = true,
                        Style = SheetStyles.Text,
                    }
            )
        );

    private static DataValidations Choices(Sheet sheet)
    {
        var lists = sheet
            .Columns.Select((column, place) => (column, letters: CellAddress.Letters(place + 1)))
            .Where(one => one.column.Choices is { Count: > 0 } choices && FitsAList(choices))
            .Select(one => new DataValidation(new Formula1($"\"{string.Join(',', one.column.Choices!)}\""))
            {
                Type = DataValidationValues.List,
                AllowBlank = true,
                ShowErrorMessage = false,
                SequenceOfReferences = new ListValue<StringValue>
                {
                    InnerText = $"{one.letters}2:{one.letters}{ChoicesDownTo}",
                },
            })
            .ToList();
        return new DataValidations(lists) { Count = (uint)lists.Count };
    }

    /// <summary>A list of choices lies in so many characters, between commas; a longer one spoils the file.</summary>
    private static bool FitsAList(IReadOnlyList<string> choices) =>
        string.Join(',', choices).Length <= LongestList
        && !choices.Any(choice => choice.AsSpan().ContainsAny(',', '"'));

    private const int LongestList = 255;

    /// <summary>A table needs a row below its header, an empty one if there is nothing else.</summary>
    private static string AddTable(WorksheetPart part, Sheet sheet, uint id)
    {
        var range = $"A1:{CellAddress.Of(Math.Max(2, sheet.Rows.Count + 1), sheet.Columns.Count)}";
        var definition = part.AddNewPart<TableDefinitionPart>();
        definition.Table = new SpreadsheetTable(
            new AutoFilter { Reference = range },
            new TableColumns(
                sheet.Columns.Select(
                    (column, place) => new TableColumn { Id = (uint)place + 1, Name = column.Title }
                )
            )
            {
                Count = (uint)sheet.Columns.Count,
            },
            new TableStyleInfo { Name = "TableStyleMedium2", ShowRowStripes = true }
        )
        {
            Id = id,
            Name = string.Create(CultureInfo.InvariantCulture, $"Table{id}"),
            DisplayName = string.Create(CultureInfo.InvariantCulture, $"Table{id}"),
            Reference = range,
            TotalsRowShown = false,
        };
        return part.GetIdOfPart(definition);
    }
}
