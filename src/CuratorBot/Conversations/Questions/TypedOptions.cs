using CuratorBot.Conversations.Forms;

namespace CuratorBot.Conversations.Questions;

/// <summary>Labels of options as people type them one after the other: «а; б», «а, б».</summary>
public static class TypedOptions
{
    private static readonly char[] Between = [';', ',', '\n'];

    /// <param name="Unknown">The first words that are no label; null when all are.</param>
    /// <param name="IsList">Several were typed.</param>
    public sealed record Result(IReadOnlyList<Option> Named, string? Unknown, bool IsList);

    /// <summary>A label that has a comma in it is found too: the longest is meant.</summary>
    public static Result Read(string typed, IReadOnlyList<Option> options)
    {
        var parts = PartsOf(typed);
        var named = new List<Option>();
        for (var first = 0; first < parts.Count; )
        {
            var (option, last) = LongestFrom(typed, parts, first, options);
            if (option is null)
                return new Result([], typed[parts[first]].Trim(), parts.Count > 1);
            named.Add(option);
            first = last + 1;
        }
        return new Result(named, Unknown: null, parts.Count > 1);
    }

    private static (Option? Option, int Last) LongestFrom(
        string typed,
        List<Range> parts,
        int first,
        IReadOnlyList<Option> options
    )
    {
        for (var last = parts.Count - 1; last >= first; last--)
        {
            var words = typed[parts[first].Start..parts[last].End].Trim();
            if (options.FirstOrDefault(one => IsLabel(one, words)) is { } option)
                return (option, last);
        }
        return (null, first);
    }

    private static bool IsLabel(Option option, string words) =>
        option.Label.Equals(words, StringComparison.OrdinalIgnoreCase);

    /// <summary>What stands between the separators, where it is not blank.</summary>
    private static List<Range> PartsOf(string typed)
    {
        var parts = new List<Range>();
        for (var start = 0; start <= typed.Length; )
        {
            var end = typed.IndexOfAny(Between, start);
            if (end < 0)
                end = typed.Length;
            if (!string.IsNullOrWhiteSpace(typed[start..end]))
                parts.Add(start..end);
            start = end + 1;
        }
        return parts;
    }
}
