using CuratorBot.Tables;
using CuratorBot.Texts;

namespace CuratorBot.Registers.Tables;

/// <summary>The columns of a register's table: where the row belongs, its fields, its state, as of when.</summary>
internal static class RegisterColumns
{
    public const string Region = "@region";
    public const string Municipality = "@municipality";
    public const string School = "@school";
    public const string Other = "@other";
    public const string State = "@state";
    public const string AsOf = "@asOf";

    /// <summary>By which the bot knows a row again, whatever of it was corrected; blank in a new one.</summary>
    public const string Row = "@row";

    /// <summary>In their order.</summary>
    public static IReadOnlyList<string> Of(Register register) =>
        [
            .. register.Over.HasFlag(Over.Region) ? new[] { Region } : [],
            Municipality,
            .. register.Over.HasFlag(Over.School) ? new[] { School } : [],
            .. register.Over.HasFlag(Over.PairOfSchools) ? new[] { Other } : [],
            .. register.Fields.Select(field => field.Key),
            .. register.HasStates ? new[] { State } : [],
            AsOf,
            Row,
        ];

    /// <summary>Any of these says whose a row is.</summary>
    private static IEnumerable<string> PlacesOf(Register register) =>
        new[] { (Over.School, School), (Over.Municipality, Municipality), (Over.Region, Region) }
            .Where(one => register.Over.HasFlag(one.Item1))
            .Select(one => one.Item2);

    public static string TitleOf(Register register, string column, TextCatalogue texts) =>
        column.StartsWith('@')
            ? texts.Plain($"registers.columns.{column[1..]}")
            : texts.Plain($"{register.Name}.{column}.label");

    /// <summary>The best table in a file; null when it is none of this register.</summary>
    public static (Table Table, TableColumns<string> Columns)? Find(
        Register register,
        TableReading.Read content,
        TextCatalogue texts
    ) => TableColumns<string>.Best(content.Tables, [.. register.Key], Titles(register, texts));

    /// <summary>The columns by all that their titles may be.</summary>
    private static Dictionary<string, string> Titles(Register register, TextCatalogue texts)
    {
        var titles = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var column in Of(register))
            titles[TitleWords.Of(TitleOf(register, column, texts))] = column;
        foreach (var column in Of(register))
        foreach (var title in TitleWords.Listed(texts, HeadingsOf(register, column)))
            titles.TryAdd(title, column);
        return titles;
    }

    /// <summary>Where other titles of a column are listed.</summary>
    private static string HeadingsOf(Register register, string column) =>
        column.StartsWith('@') ? $"registers.headings.{column[1..]}" : $"{register.Name}.{column}.headings";

    /// <summary>
    /// How many of its titles stand in the file; 0 when it lacks what is needed, or says nothing of any field.
    /// </summary>
    public static int Certainty(Register register, TableReading.Read content, TextCatalogue texts)
    {
        if (
            Find(register, content, texts) is not var (_, columns)
            || columns.Lacks(register.Key).Count > 0
            || columns.Lacks(PlacesOf(register)).Count == PlacesOf(register).Count()
        )
            return 0;
        List<string> there = [.. Of(register).Except(columns.Lacks(Of(register)))];
        return there.Exists(column => register.Find(column) is not null) ? there.Count : 0;
    }
}
