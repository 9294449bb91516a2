using System.Text;
using CuratorBot.Tables;

namespace CuratorBot.Tests.Tables;

public sealed class SeparatedTextTests
{
    private const string Expected = "1: ФИО|Телефон|Школы\n2: Варвара Примерова|+79000000001|СОШ №3, СОШ №10";

    static SeparatedTextTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static TheoryData<string, string> Files()
    {
        var files = new TheoryData<string, string>();
        foreach (var encoding in new[] { "utf-8", "utf-8 with a mark", "windows-1251", "utf-16" })
        {
            files.Add(encoding, "ФИО;Телефон;Школы\r\nВарвара Примерова;+79000000001;СОШ №3, СОШ №10\r\n");
            files.Add(encoding, "ФИО,Телефон,Школы\nВарвара Примерова,+79000000001,\"СОШ №3, СОШ №10\"");
            files.Add(encoding, "ФИО\tТелефон\tШколы\nВарвара Примерова\t+79000000001\tСОШ №3, СОШ №10");
        }
        return files;
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void It_is_read_in_every_encoding_and_with_every_separator(string encoding, string text)
    {
        Assert.Equal(Expected, ReadTable.Lines(ReadTable.First(Encode(encoding, text))));
    }

    [Fact]
    public void A_first_line_that_names_the_separator_is_no_row() =>
        Assert.Equal("1: а|б;в", ReadTable.Lines(ReadTable.First(Encode("utf-8", "sep=,\r\nа,б;в\r\n"))));

    [Fact]
    public void A_quoted_line_break_belongs_to_the_cell_and_an_empty_line_keeps_its_number() =>
        Assert.Equal(
            "1: а|СОШ №3\nСОШ №10\n4: \"Ромашка\"|б \"в\"",
            ReadTable.Lines(
                ReadTable.First(Encode("utf-8", "а;\"СОШ №3\nСОШ №10\"\n\n;\n\"\"\"Ромашка\"\"\";б \"в\"\n"))
            )
        );

    [Fact]
    public void An_unclosed_quote_loses_no_file() =>
        Assert.Equal(2, ReadTable.First(Encode("utf-8", "а;б\n\"в;г\nд;е\n")).Rows.Count);

    [Fact]
    public void Too_many_rows_and_columns_are_refused()
    {
        Assert.Equal(
            TableRefusal.TooManyRows,
            ReadTable.Refusal(Encode("utf-8", string.Concat(Enumerable.Repeat("а;б\n", 20_001))))
        );
        Assert.Equal(
            TableRefusal.TooManyColumns,
            ReadTable.Refusal(Encode("utf-8", string.Concat(Enumerable.Repeat("а;", 257))))
        );
    }

    private static byte[] Encode(string encoding, string text) =>
        encoding switch
        {
            "utf-8" => Encoding.UTF8.GetBytes(text),
            "utf-8 with a mark" => [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(text)],
            "utf-16" => [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(text)],
            _ => Encoding.GetEncoding(1251).GetBytes(text),
        };
}
