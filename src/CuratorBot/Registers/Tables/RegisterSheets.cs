using System.Globalization;
using CuratorBot.Fields;
using CuratorBot.Tables;

namespace CuratorBot.Registers.Tables;

/// <summary>A register as a workbook: the empty template and the export, with the same columns.</summary>
internal static class RegisterSheets
{
    private const int LongestSheetName = 31;

    public static byte[] Export(Register register, RegisterNames names, IEnumerable<RegisterRow> rows)
    {
        var columns = RegisterColumns.Of(register);
        var many = names.Texts.Plain($"{register.Name}.many");
        return SheetWriter.Write(
            new Sheet(
                many.Length > LongestSheetName ? many[..LongestSheetName] : many,
                [.. columns.Select(column => ColumnOf(register, names, column))],
                [
                    .. rows.Select(
                        IReadOnlyList<string> (row) =>
                            [.. columns.Select(column => CellOf(register, names, row, column))]
                    ),
                ]
            ),
            Explanations(register, names)
        );
    }

    private static SheetColumn ColumnOf(Register register, RegisterNames names, string column)
    {
        var title = RegisterColumns.TitleOf(register, column, names.Texts);
        return register.Find(column) is { } field
            ? new SheetColumn(title, field.Width, ChoicesOf(names, field))
            : new SheetColumn(title, column is RegisterColumns.State or RegisterColumns.AsOf ? 16 : 28);
    }

    /// <summary>What is asked in the chat; where buttons would be pressed there, their words.</summary>
    private static string ExplanationOf(RegisterNames names, Field field) =>
        field.IsOfWords
            ? names.Texts.Plain(
                "registers.explanations.oneOf",
                ("options", string.Join("; ", field.Options.Select(value => field.Cell(names, value))))
            )
            : names.Own($"{field.Key}.help") ?? names.Own($"{field.Key}.ask") ?? "";

    private static List<string>? ChoicesOf(RegisterNames names, Field field) =>
        field.Options.Count == 0 ? null : [.. field.Options.Select(value => field.Show(names, value))];

    private static string CellOf(Register register, RegisterNames names, RegisterRow row, string column) =>
        column switch
        {
            RegisterColumns.Region => row.Region ?? "",
            RegisterColumns.Municipality => names.Municipality(row.MunicipalityId),
            RegisterColumns.School => names.School(row.SchoolId),
            RegisterColumns.Other => names.School(row.OtherSchoolId),
            RegisterColumns.State => names.StateOf(row.State),
            RegisterColumns.AsOf => Texts.RussianDates.Show(row.AsOf, "dotted"),
            RegisterColumns.Row => row.Id.ToString(CultureInfo.InvariantCulture),
            _ => register.Find(column) is { } field ? field.Cell(names, field.In(row)) : "",
        };

    private static Sheet Explanations(Register register, RegisterNames names)
    {
        string Plain(string key) => names.Texts.Plain($"registers.explanations.{key}");
        return new Sheet(
            names.Texts.Plain("tables.explanations"),
            [new SheetColumn(Plain("column"), 28), new SheetColumn(Plain("what"), 90)],
            [
                .. RegisterColumns
                    .Of(register)
                    .Select(
                        IReadOnlyList<string> (column) =>
                            [
                                RegisterColumns.TitleOf(register, column, names.Texts),
                                column.StartsWith('@')
                                    ? Plain(column[1..])
                                    : ExplanationOf(names, register.Find(column)!),
                            ]
                    ),
                [Plain("blankTitle"), Plain("blank")],
            ]
        );
    }
}
