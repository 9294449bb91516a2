using CuratorBot.Schools.Names;
using CuratorBot.Tables;

namespace CuratorBot.Events;

/// <summary>Finds kinds of events by what people type: in any case form, with slips of the finger.</summary>
internal static class EventTypeSearch
{
    /// <param name="IsCertain">The single type is what was meant.</param>
    public sealed record Found(IReadOnlyList<EventType> Types, bool IsCertain);

    public static Found In(IReadOnlyList<EventType> types, string typed)
    {
        var found = ByWords(types, WordsOf(typed));
        return found.Types.Count > 0
            ? found
            : OtherAlphabets
                .Of(typed, NameWords.Russian)
                .Select(other => ByWords(types, WordsOf(other)))
                .FirstOrDefault(other => other.Types.Count > 0, found);
    }

    private static Found ByWords(IReadOnlyList<EventType> types, string[] typed)
    {
        if (typed.Length == 0)
            return new Found([], false);
        var exact = Where(types, words => words.SequenceEqual(typed));
        if (exact.Count > 0)
            return new Found(exact, exact.Count == 1);
        var inOtherForm = Where(types, words => typed.All(one => words.Any(word => IsFormOf(one, word))));
        if (inOtherForm.Count > 0)
            return new Found(inOtherForm, inOtherForm.Count == 1);
        var withSlips = Where(types, words => typed.All(one => words.Any(word => IsNear(one, word))));
        return new Found(
            withSlips.Count > 0
                ? withSlips
                : Where(types, words => typed.Any(one => words.Any(word => IsNear(one, word)))),
            false
        );
    }

    private static List<EventType> Where(IReadOnlyList<EventType> types, Func<string[], bool> matches) =>
        [.. types.Where(type => type.Aliases.Prepend(type.Name).Any(name => matches(WordsOf(name))))];

    /// <summary>«консультации» for «консультация», «педсов» for «педсовет».</summary>
    private static bool IsFormOf(string typed, string word) =>
        word.StartsWith(typed, StringComparison.Ordinal)
        || (
            Math.Abs(typed.Length - word.Length) <= 3
            && typed.AsSpan().CommonPrefixLength(word) >= Math.Max(4, Math.Min(typed.Length, word.Length) - 2)
        );

    private static bool IsNear(string typed, string word) =>
        typed.Length >= 4
        && (
            IsFormOf(typed, word)
            || Typo.Distance(typed, word, Typo.Allowed(typed.Length)) <= Typo.Allowed(typed.Length)
        );

    private static string[] WordsOf(string name) =>
        TitleWords.Of(name).Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
