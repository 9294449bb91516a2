using System.Text.RegularExpressions;

namespace CuratorBot.Texts;

/// <summary>Words of a data file as parts of a pattern.</summary>
internal static class WordPattern
{
    /// <summary>Any of them, with any space between the words of one.</summary>
    public static string AnyOf(params IEnumerable<string> words) =>
        $"(?:{string.Join('|', words.Select(Spaced))})";

    private static string Spaced(string words) => string.Join(@"\s+", words.Split(' ').Select(Regex.Escape));
}
