namespace CuratorBot.Tables;

/// <param name="Width">In characters.</param>
/// <param name="Choices">What may be chosen from a list in the cells; null for free text.</param>
public sealed record SheetColumn(string Title, double Width, IReadOnlyList<string>? Choices = null);

/// <summary>A sheet to be written: one table with a header that stays in sight.</summary>
/// <param name="Name">At most 31 characters.</param>
/// <param name="Columns">Their titles must differ.</param>
public sealed record Sheet(
    string Name,
    IReadOnlyList<SheetColumn> Columns,
    IReadOnlyList<IReadOnlyList<string>> Rows
);
