using CuratorBot.Conversations.Turns;
using CuratorBot.Texts;

namespace CuratorBot.Registers.Finding;

/// <summary>
/// The rows in which all the words of a filter occur: in the place, or in what a field says as it is shown. They are
/// looked for in memory, because what is shown are names and words that no column holds.
/// </summary>
internal static class RegisterSearch
{
    /// <returns>Ids, in any state and with any values; null where the filter has no words.</returns>
    public static async Task<IReadOnlyCollection<long>?> Find(
        TurnContext turn,
        Register register,
        RegisterQuery query
    )
    {
        if (query.Filter.Words is not { } typed)
            return null;
        var words = Comparable(typed).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var rows = await register.List(turn.Db, query with { Filter = query.Filter.OnlyPlace });
        var names = await RegisterNames.Of(turn, register, rows);
        return
        [
            .. rows.Where(row => Array.TrueForAll(words, TextOf(register, names, row).Contains))
                .Select(row => row.Id),
        ];
    }

    private static string TextOf(Register register, RegisterNames names, RegisterRow row) =>
        Comparable(
            string.Join(
                '\n',
                register
                    .Fields.Select(field => field.Show(names, field.In(row)))
                    .Prepend(names.Municipality(row.MunicipalityId))
                    .Prepend(names.PlaceOf(row))
                    .Append(register.HasStates ? names.StateOf(row.State) : "")
            )
        );

    /// <summary>«№» stands before numbers in some places and not in others.</summary>
    private static string Comparable(string text) =>
        RussianLetters.WithoutYo(text).Replace("№", "", StringComparison.Ordinal).ToUpperInvariant();
}
