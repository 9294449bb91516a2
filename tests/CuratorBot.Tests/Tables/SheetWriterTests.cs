using System.IO.Compression;
using CuratorBot.Tables;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;

namespace CuratorBot.Tests.Tables;

public sealed class SheetWriterTests
{
    private static readonly string[] Dangerous =
    [
        "=1+1",
        "=HYPERLINK(\"http://example.com\";\"нажми\")",
        "+79270000001",
        "-1",
        "@SUM(A1)",
        "\t=1",
        "＝1+1",
        "=cmd|' /C calc'!A0",
        "<f>1</f>",
    ];

    private static readonly Sheet Roster = new(
        "Реестр",
        [new SheetColumn("ФИО", 30), new SheetColumn("Роль", 20, ["куратор", "директор"])],
        [.. Dangerous.Select(text => new[] { text, "куратор" })]
    );

    private static readonly Sheet Empty = new("Пояснения", [new SheetColumn("Столбец", 20)], []);

    [Fact]
    public void What_is_written_is_read_again() =>
        Assert.Equal(
            Dangerous.Select(text => text.Trim()).Prepend("ФИО"),
            ReadTable.First(SheetWriter.Write(Roster)).Rows.Select(row => row[0])
        );

    [Fact]
    public void A_text_that_looks_like_a_formula_is_a_text()
    {
        using var archive = new ZipArchive(new MemoryStream(SheetWriter.Write(Roster)));
        using var reader = new StreamReader(archive.Entries.Single(part => part.Name == "sheet1.xml").Open());
        var xml = reader.ReadToEnd();

        Assert.DoesNotContain(":f>", xml);
        Assert.DoesNotContain("<f>", xml);
        Assert.Equal(2 * (Dangerous.Length + 1), xml.Split("t=\"inlineStr\"").Length - 1);
    }

    [Fact]
    public void The_file_is_sound_by_the_rules_of_its_kind()
    {
        using var document = SpreadsheetDocument.Open(
            new MemoryStream(SheetWriter.Write(Roster, Empty)),
            isEditable: false
        );

        var errors = new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document);

        Assert.Empty(errors.Select(error => $"{error.Path?.XPath}: {error.Description}"));
    }

    [Fact]
    public void Letters_that_a_file_cannot_hold_are_left_out()
    {
        var file = SheetWriter.Write(
            new Sheet(
                "а",
                [new SheetColumn("б", 9)],
                [
                    ["в\0г\u0001д\ud83d"],
                    ["👍"],
                ]
            )
        );

        Assert.Equal(["б", "вгд\ufffd", "👍"], ReadTable.First(file).Rows.Select(row => row[0]));
    }
}
