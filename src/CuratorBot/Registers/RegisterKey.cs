using CuratorBot.Fields;

namespace CuratorBot.Registers;

/// <summary>
/// What makes two rows of a register the same, as one text: whose they are, and the fields of the key in whatever
/// spelling. A pair of schools is one pair, whichever is named first.
/// </summary>
internal static class RegisterKey
{
    private const char Between = '\u001f';

    public static string Of(Register register, RegisterRow row) => Of(register, row, field => field.In(row));

    /// <param name="valueOf">What the row is to say.</param>
    public static string Of(Register register, RegisterRow row, Func<Field, string?> valueOf) =>
        string.Join(
            Between,
            PlacesOf(row)
                .Concat(
                    register
                        .Key.Select(key => register.Find(key)!)
                        .Select(field => Bare(field, valueOf(field)))
                )
        );

    private static IEnumerable<string?> PlacesOf(RegisterRow row) =>
        row.OtherSchoolId is null
            ? [row.SchoolId, row.MunicipalityId, row.Region]
            : new[] { row.SchoolId, row.OtherSchoolId }.Order(StringComparer.Ordinal);

    private static string? Bare(Field field, string? value) =>
        value is null or Field.Dash or Field.NotApplying ? value : field.Bare(value) ?? value;
}
