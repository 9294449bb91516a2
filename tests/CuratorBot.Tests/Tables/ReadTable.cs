using CuratorBot.Tables;

namespace CuratorBot.Tests.Tables;

internal static class ReadTable
{
    public static TableReading From(byte[] file) => TableReader.Read(new MemoryStream(file));

    public static Table First(byte[] file) => Assert.IsType<TableReading.Read>(From(file)).Tables[0];

    public static TableRefusal Refusal(byte[] file) => Assert.IsType<TableReading.Refused>(From(file)).Why;

    /// <summary>«7: Варвара|+79000000001», line by line.</summary>
    public static string Lines(Table table) =>
        string.Join('\n', table.Rows.Select(row => $"{row.Number}: {string.Join('|', row.Cells)}"));
}
