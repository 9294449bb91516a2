using System.Diagnostics;
using System.Text;
using CuratorBot.Tables;
using CuratorBot.Texts;
using static CuratorBot.Tests.Tables.RawWorkbook;

namespace CuratorBot.Tests.Tables;

/// <summary>Files that must not be read, or cannot be.</summary>
public sealed class RefusedFileTests
{
    private static readonly RawWorkbook Sound = new() { Rows = Row(1, Text("A1", "а")) };

    [Fact]
    public void A_file_that_is_small_and_huge_when_unpacked_is_refused() =>
        Assert.Equal(TableRefusal.Inflated, Refusal(With(("xl/media/bomb.bin", new byte[120_000_000]))));

    [Fact]
    public void A_file_that_grows_a_hundredfold_is_refused() =>
        Assert.Equal(TableRefusal.Inflated, Refusal(With(("xl/media/bomb.bin", new byte[5_000_000]))));

    [Fact]
    public void A_file_of_many_parts_is_refused() =>
        Assert.Equal(
            TableRefusal.Inflated,
            Refusal(
                With([
                    .. Enumerable.Range(0, 200).Select(part => ($"xl/media/{part}.bin", Array.Empty<byte>())),
                ])
            )
        );

    [Theory]
    [InlineData("<!DOCTYPE worksheet>", "а")]
    [InlineData("<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>", "&a;")]
    public void A_document_type_in_a_sheet_is_refused(string prologue, string text) =>
        Assert.Equal(
            TableRefusal.Damaged,
            Refusal(new RawWorkbook { Prologue = prologue, Rows = Row(1, Text("A1", text)) }.ToBytes())
        );

    [Fact]
    public void A_document_type_in_a_part_that_nobody_reads_is_refused_too() =>
        Assert.Equal(
            TableRefusal.Damaged,
            Refusal(With(("docProps/app.xml", "<!DOCTYPE Properties><Properties/>"u8.ToArray())))
        );

    /// <summary>Each would cost memory, time or a file of ours if it were unfolded: none is begun.</summary>
    [Theory]
    [MemberData(nameof(Doctypes))]
    public void A_document_type_costs_next_to_nothing_in_whatever_part_it_stands(string part, string doctype)
    {
        var xml = Encoding.UTF8.GetBytes($"{doctype}<x>&boom;</x>");
        var file =
            part == "xl/worksheets/sheet1.xml"
                ? new RawWorkbook { Prologue = doctype, Rows = Row(1, Text("A1", "&boom;")) }.ToBytes()
                : With((part, xml));
        Refusal(file); // what is done once per process is no part of the cost

        var least = TimeSpan.MaxValue;
        for (var time = 0; time < 5; time++)
        {
            var (began, before) = (Stopwatch.GetTimestamp(), GC.GetAllocatedBytesForCurrentThread());
            Assert.Equal(TableRefusal.Damaged, Refusal(file));
            Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 2_000_000);
            var took = Stopwatch.GetElapsedTime(began);
            least = took < least ? took : least;
        }
        Assert.True(least < TimeSpan.FromMilliseconds(50), $"{least}");
    }

    public static TheoryData<string, string> Doctypes()
    {
        var laughs = "<!ENTITY l0 \"lol\">";
        for (var level = 1; level <= 9; level++)
            laughs += $"<!ENTITY l{level} \"{string.Concat(Enumerable.Repeat($"&l{level - 1};", 10))}\">";
        string[] doctypes =
        [
            $"<!DOCTYPE x [{laughs}<!ENTITY boom \"&l9;\">]>",
            $"<!DOCTYPE x [<!ENTITY a \"{new string('a', 100_000)}\"><!ENTITY boom \"{string.Concat(Enumerable.Repeat("&a;", 1000))}\">]>",
            "<!DOCTYPE x [<!ENTITY boom SYSTEM \"file:///etc/passwd\">]>",
            "<!DOCTYPE x [<!ENTITY boom SYSTEM \"file:///dev/zero\">]>",
            "<!DOCTYPE x [<!ENTITY boom SYSTEM \"http://127.0.0.1:9/\">]>",
            "<!DOCTYPE x [<!ENTITY % all SYSTEM \"file:///dev/random\">%all;<!ENTITY boom \"\">]>",
            "<!DOCTYPE x SYSTEM \"http://127.0.0.1:9/x.dtd\">",
        ];
        string[] parts =
        [
            "xl/worksheets/sheet1.xml",
            "xl/sharedStrings.xml",
            "docProps/core.xml",
            "customXml/item1.xml",
        ];
        var all = new TheoryData<string, string>();
        foreach (var part in parts)
        foreach (var doctype in doctypes)
            all.Add(part, doctype);
        return all;
    }

    [Theory]
    [InlineData("../../evil.xml")]
    [InlineData("xl\\..\\..\\evil.xml")]
    [InlineData("/evil.xml")]
    [InlineData("xl/worksheets/sheet1.xml")]
    public void A_part_with_a_name_that_no_program_writes_is_refused(string name) =>
        Assert.Equal(TableRefusal.Damaged, Refusal(With((name, "<x/>"u8.ToArray()))));

    [Fact]
    public void More_rows_than_can_be_looked_through_are_refused() =>
        Assert.Equal(
            TableRefusal.TooManyRows,
            Refusal(
                SheetWriter.Write(
                    new Sheet(
                        "Реестр",
                        [new SheetColumn("ФИО", 20)],
                        [.. Enumerable.Range(0, TableLimits.MostRows).Select(row => new[] { $"Имя {row}" })]
                    )
                )
            )
        );

    [Fact]
    public void A_value_beyond_the_last_column_is_refused() =>
        Assert.Equal(
            TableRefusal.TooManyColumns,
            Refusal(new RawWorkbook { Rows = Row(1, Text("IW1", "а")) }.ToBytes())
        );

    [Fact]
    public void A_row_that_no_workbook_has_is_refused() =>
        Assert.Equal(
            TableRefusal.Damaged,
            Refusal(new RawWorkbook { Rows = Row(2_000_000_000, Text("A2000000000", "а")) }.ToBytes())
        );

    [Fact]
    public void Formatted_cells_over_the_whole_sheet_are_refused() =>
        Assert.Equal(
            TableRefusal.TooManyRows,
            Refusal(
                new RawWorkbook
                {
                    Rows =
                        Row(1, Text("A1", "а"), "<c r=\"XFD1\" s=\"1\"/>")
                        + Row(1_048_576, Text("A1048576", "б")),
                }.ToBytes()
            )
        );

    [Fact]
    public void An_old_workbook_under_a_new_name_is_told_from_a_locked_one()
    {
        byte[] container = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[1024]];

        Assert.Equal(TableRefusal.OldWorkbook, Refusal(container));
        Assert.Equal(
            TableRefusal.Encrypted,
            Refusal([.. container, .. Encoding.Unicode.GetBytes("EncryptedPackage"), .. new byte[64]])
        );
    }

    [Theory]
    [InlineData("%PDF-1.7\n%\u0001\u0002")]
    [InlineData("\u0089PNG\r\n\u001a\n\0\0\0")]
    public void Something_that_is_no_table_at_all_is_refused(string content) =>
        Assert.Equal(TableRefusal.NotATable, Refusal(Encoding.Latin1.GetBytes(content)));

    [Fact]
    public void Another_archive_than_a_workbook_is_refused() =>
        Assert.Equal(TableRefusal.NotATable, Refusal(ArchiveWithout("xl/workbook.xml")));

    [Fact]
    public void A_workbook_that_ends_in_the_middle_is_refused()
    {
        var whole = Sound.ToBytes();

        Assert.Equal(TableRefusal.Damaged, Refusal(whole[..(whole.Length / 2)]));
    }

    [Theory]
    [InlineData("")]
    [InlineData(";;;\n\n;;")]
    public void A_file_that_holds_nothing_is_refused(string content) =>
        Assert.Equal(TableRefusal.Empty, Refusal(Encoding.UTF8.GetBytes(content)));

    [Fact]
    public void A_workbook_that_holds_nothing_is_refused() =>
        Assert.Equal(TableRefusal.Empty, Refusal(new RawWorkbook().ToBytes()));

    [Fact]
    public void Every_reason_has_its_sentence()
    {
        var texts = TextCatalogue.LoadRussian();

        Assert.All(
            Enum.GetNames<TableRefusal>(),
            why => Assert.True(texts.Has($"tables.refused.{why}"), why)
        );
        Assert.All(
            Enum.GetNames<TableNoteKind>(),
            kind => Assert.True(texts.Has($"tables.notes.{kind}"), kind)
        );
    }

    /// <summary>Whatever is broken in a file: it is read or refused, and nothing is thrown.</summary>
    [Fact]
    public void Two_thousand_damaged_files_are_read_or_refused()
    {
        var sound = Sound.ToBytes();
        var kinds = new HashSet<string>();
        for (var place = 0; place < 2000; place++)
        {
            var damaged = sound.ToArray();
            for (var more = 0; more <= place % 4; more++)
                damaged[(place * 7919 + more * 104_729) % sound.Length] ^= (byte)(
                    1 << (place % 8) | place / 8
                );
            kinds.Add(ReadTable.From(damaged).GetType().Name);
        }
        Assert.Equal(2, kinds.Count);
    }

    private static byte[] With(params (string, byte[])[] parts) =>
        new RawWorkbook { Rows = Sound.Rows, MoreParts = [.. parts] }.ToBytes();

    private static byte[] ArchiveWithout(string part)
    {
        using var file = new MemoryStream();
        file.Write(Sound.ToBytes());
        using (
            var archive = new System.IO.Compression.ZipArchive(
                file,
                System.IO.Compression.ZipArchiveMode.Update,
                leaveOpen: true
            )
        )
            archive.GetEntry(part)!.Delete();
        return file.ToArray();
    }

    private static TableRefusal Refusal(byte[] file) => ReadTable.Refusal(file);
}
