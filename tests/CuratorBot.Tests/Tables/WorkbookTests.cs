using System.Diagnostics.CodeAnalysis;
using CuratorBot.Tables;
using static CuratorBot.Tests.Tables.RawWorkbook;

namespace CuratorBot.Tests.Tables;

/// <summary>Workbooks as people make them.</summary>
public sealed class WorkbookTests
{
    [Fact]
    public void Texts_stand_where_they_stood_and_empty_rows_do_not_count_but_keep_their_numbers()
    {
        var table = First(
            new RawWorkbook
            {
                Rows =
                    Row(2, Text("A2", "Варвара Примерова"), Text("C2", "куратор"))
                    + Row(3, "<c r=\"A3\" s=\"1\"/>")
                    + Row(7, Text("B7", "Иван")),
            }
        );

        Assert.Equal("2: Варвара Примерова||куратор\n7: |Иван", ReadTable.Lines(table));
    }

    [Fact]
    public void A_cell_without_an_address_stands_behind_the_one_before() =>
        Assert.Equal(
            "1: а|б",
            ReadTable.Lines(
                First(
                    new RawWorkbook
                    {
                        Rows =
                            "<row><c t=\"inlineStr\"><is><t>а</t></is></c><c t=\"inlineStr\"><is><t>б</t></is></c></row>",
                    }
                )
            )
        );

    [Theory]
    [InlineData("<v>79270000001</v>", "79270000001")]
    [InlineData("<v>7.9270000001E10</v>", "79270000001")]
    [InlineData("<v>7.9270000001E+10</v>", "79270000001")]
    [InlineData("<v>12.5</v>", "12.5")]
    [InlineData("<v>0</v>", "0")]
    public void A_number_is_written_out(string value, string expected) =>
        Assert.Equal(expected, OneCell($"<c r=\"A1\">{value}</c>"));

    [Theory]
    [InlineData("1", "44578", "17.01.2022")]
    [InlineData("2", "44578", "17.01.2022")]
    [InlineData("1", "44578.5", "17.01.2022 12:00")]
    public void A_day_that_is_kept_as_a_number_is_a_day(string style, string serial, string expected) =>
        Assert.Equal(expected, OneCell($"<c r=\"A1\" s=\"{style}\"><v>{serial}</v></c>"));

    [Fact]
    public void A_workbook_that_counts_from_1904_gives_the_same_day() =>
        Assert.Equal(
            "17.01.2022",
            First(
                new RawWorkbook
                {
                    WorkbookProperties = "<workbookPr date1904=\"1\"/>",
                    Rows = Row(1, "<c r=\"A1\" s=\"1\"><v>43116</v></c>"),
                }
            ).Rows[0][0]
        );

    [Fact]
    public void A_phone_in_a_column_of_days_is_still_a_phone() =>
        Assert.Equal("79270000001", OneCell("<c r=\"A1\" s=\"1\"><v>79270000001</v></c>"));

    [Fact]
    public void A_text_of_several_styles_is_one_text() =>
        Assert.Equal(
            "Марья Искусницына",
            First(
                new RawWorkbook
                {
                    SharedStrings =
                        "<si><r><t xml:space=\"preserve\">Марья </t></r><r><rPr><b/></rPr><t>Искусницына</t></r></si>",
                    Rows = Row(1, "<c r=\"A1\" t=\"s\"><v>0</v></c>"),
                }
            ).Rows[0][0]
        );

    [Fact]
    public void Spaces_that_nobody_sees_are_no_part_of_a_name() =>
        Assert.Equal("Иван Образцов", OneCell(Text("A1", "\u00a0\u200bИван\u00a0Образцов \ufeff")));

    [Fact]
    public void Of_a_formula_the_result_is_read_and_one_without_a_result_is_told_of()
    {
        var table = First(
            new RawWorkbook
            {
                Rows = Row(
                    1,
                    "<c r=\"A1\" t=\"str\"><f>B1&amp;\" \"&amp;C1</f><v>Иван Образцов</v></c>",
                    "<c r=\"B1\"><f>C1</f></c>",
                    "<c r=\"C1\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c>",
                    Text("D1", "директор")
                ),
            }
        );

        Assert.Equal("1: Иван Образцов|||директор", ReadTable.Lines(table));
        Assert.Equal(
            [(TableNoteKind.FormulasWithoutResult, "B1"), (TableNoteKind.Errors, "C1")],
            table.Notes.Select(note => (note.Kind, Assert.Single(note.Where)))
        );
    }

    [Fact]
    public void Hidden_rows_and_columns_are_read_and_told_of()
    {
        var table = First(
            new RawWorkbook
            {
                Before = "<cols><col min=\"2\" max=\"3\" width=\"9\" hidden=\"1\"/></cols>",
                Rows =
                    Row(1, Text("A1", "Варвара"), Text("B1", "спрятано"))
                    + $"<row r=\"2\" hidden=\"1\">{Text("A2", "Иван")}</row>",
            }
        );

        Assert.Equal("1: Варвара|спрятано\n2: Иван", ReadTable.Lines(table));
        Assert.Equal(
            [(TableNoteKind.HiddenRows, "2"), (TableNoteKind.HiddenColumns, "B:C")],
            table.Notes.Select(note => (note.Kind, Assert.Single(note.Where)))
        );
    }

    [Fact]
    public void A_school_merged_beside_three_people_is_the_school_of_each()
    {
        var table = First(
            new RawWorkbook
            {
                Rows =
                    Row(1, Text("A1", "Варвара"), Text("B1", "СОШ №3"))
                    + Row(2, Text("A2", "Иван"))
                    + Row(3, Text("A3", "Василиса"))
                    + Row(4, Text("A4", "Марья")),
                Behind = "<mergeCells><mergeCell ref=\"B1:B3\"/><mergeCell ref=\"A9:C9\"/></mergeCells>",
            }
        );

        Assert.Equal(
            "1: Варвара|СОШ №3\n2: Иван|СОШ №3\n3: Василиса|СОШ №3\n4: Марья",
            ReadTable.Lines(table)
        );
    }

    [Theory]
    [InlineData("visible", 2)]
    [InlineData("hidden", 1)]
    [InlineData("veryHidden", 1)]
    public void Visible_sheets_are_read_and_hidden_ones_are_not(string state, int expected)
    {
        var read = ReadTable.From(
            new RawWorkbook
            {
                Rows = Row(1, Text("A1", "а")),
                SecondSheetState = state,
                SecondSheetRows = Row(1, Text("A1", "б")),
            }.ToBytes()
        );

        Assert.Equal(expected, Assert.IsType<TableReading.Read>(read).Tables.Count);
    }

    [Fact]
    public void Formatted_cells_without_a_value_down_to_the_last_row_are_no_rows()
    {
        var rows = string.Concat(
            Enumerable.Range(2, 100_000).Select(row => $"<row r=\"{row}\"><c r=\"A{row}\" s=\"1\"/></row>")
        );

        Assert.Equal(
            "1: а",
            ReadTable.Lines(First(new RawWorkbook { Rows = Row(1, Text("A1", "а")) + rows }))
        );
    }

    private static string OneCell([StringSyntax(StringSyntaxAttribute.Xml)] string cell) =>
        First(new RawWorkbook { Rows = Row(1, cell) }).Rows[0][0];

    private static Table First(RawWorkbook workbook) => ReadTable.First(workbook.ToBytes());
}
