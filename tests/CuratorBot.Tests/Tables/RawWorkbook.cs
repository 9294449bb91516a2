using System.IO.Compression;
using System.Text;

namespace CuratorBot.Tests.Tables;

/// <summary>A workbook put together part by part, as programs write it and as no program would.</summary>
internal sealed class RawWorkbook
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string Declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";

    /// <summary>What stands inside «sheetData» of the first sheet.</summary>
    public string Rows { get; init; } = "";

    /// <summary>What stands before and behind it.</summary>
    public string Before { get; init; } = "";
    public string Behind { get; init; } = "";

    /// <summary>Before the root of the first sheet: the place of a DTD.</summary>
    public string Prologue { get; init; } = "";
    public string WorkbookProperties { get; init; } = "";
    public string SharedStrings { get; init; } = "";
    public string SecondSheetState { get; init; } = "visible";
    public string SecondSheetRows { get; init; } = "";
    public List<(string Name, byte[] Content)> MoreParts { get; init; } = [];

    /// <summary>A cell with a text.</summary>
    public static string Text(string address, string text) =>
        $"<c r=\"{address}\" t=\"inlineStr\"><is><t>{text}</t></is></c>";

    public static string Row(int number, params string[] cells) =>
        $"<row r=\"{number}\">{string.Concat(cells)}</row>";

    public byte[] ToBytes()
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in Parts())
                Add(archive, name, Encoding.UTF8.GetBytes(content));
            foreach (var (name, content) in MoreParts)
                Add(archive, name, content);
        }
        return file.ToArray();
    }

    private static void Add(ZipArchive archive, string name, byte[] content)
    {
        using var part = archive.CreateEntry(name, CompressionLevel.SmallestSize).Open();
        part.Write(content);
    }

    private IEnumerable<(string, string)> Parts() =>
        [
            (
                "[Content_Types].xml",
                $"""
                {Declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
                <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
                <Default Extension="xml" ContentType="application/xml"/>
                <Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>
                <Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>
                <Override PartName="/xl/worksheets/sheet2.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>
                <Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>
                <Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/>
                </Types>
                """
            ),
            (
                "_rels/.rels",
                $"""{Declaration}<Relationships xmlns="{Package}"><Relationship Id="rId1" Type="{Office}/officeDocument" Target="xl/workbook.xml"/></Relationships>"""
            ),
            (
                "xl/workbook.xml",
                $"""{Declaration}<workbook xmlns="{Main}" xmlns:r="{Office}">{WorkbookProperties}<sheets><sheet name="Лист1" sheetId="1" r:id="rId1"/><sheet name="Лист2" sheetId="2" state="{SecondSheetState}" r:id="rId2"/></sheets></workbook>"""
            ),
            (
                "xl/_rels/workbook.xml.rels",
                $"""{Declaration}<Relationships xmlns="{Package}"><Relationship Id="rId1" Type="{Office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="{Office}/worksheet" Target="worksheets/sheet2.xml"/><Relationship Id="rId3" Type="{Office}/styles" Target="styles.xml"/><Relationship Id="rId4" Type="{Office}/sharedStrings" Target="sharedStrings.xml"/></Relationships>"""
            ),
            (
                "xl/styles.xml",
                $"""{Declaration}<styleSheet xmlns="{Main}"><numFmts count="1"><numFmt numFmtId="170" formatCode="dd\.mm\.yyyy"/></numFmts><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/></cellXfs></styleSheet>"""
            ),
            ("xl/sharedStrings.xml", $"""{Declaration}<sst xmlns="{Main}">{SharedStrings}</sst>"""),
            (
                "xl/worksheets/sheet1.xml",
                $"""{Declaration}{Prologue}<worksheet xmlns="{Main}">{Before}<sheetData>{Rows}</sheetData>{Behind}</worksheet>"""
            ),
            (
                "xl/worksheets/sheet2.xml",
                $"""{Declaration}<worksheet xmlns="{Main}"><sheetData>{SecondSheetRows}</sheetData></worksheet>"""
            ),
        ];
}
