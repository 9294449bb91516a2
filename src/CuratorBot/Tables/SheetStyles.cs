using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace CuratorBot.Tables;

/// <summary>The few formats of a written workbook, and their places in its list of formats.</summary>
internal static class SheetStyles
{
    public const uint Text = 1;
    public const uint Header = 2;

    /// <summary>«Text», by its number in every workbook: what is typed there later stays as typed.</summary>
    private const uint TextFormat = 49;

    public static Stylesheet Make() =>
        new(
            new Fonts(new Font(new FontSize { Val = 11 }), new Font(new Bold(), new FontSize { Val = 11 })),
            new Fills(
                new Fill(new PatternFill { PatternType = PatternValues.None }),
                new Fill(new PatternFill { PatternType = PatternValues.Gray125 })
            ),
            new Borders(new Border()),
            new CellStyleFormats(new CellFormat()),
            new CellFormats(new CellFormat(), Wrapped(font: 0), Wrapped(font: 1))
        );

    private static CellFormat Wrapped(uint font) =>
        new(new Alignment { WrapText = true, Vertical = VerticalAlignmentValues.Top })
        {
            NumberFormatId = TextFormat,
            ApplyNumberFormat = true,
            FontId = font,
            ApplyFont = BooleanValue.FromBoolean(font > 0),
            ApplyAlignment = true,
        };
}
