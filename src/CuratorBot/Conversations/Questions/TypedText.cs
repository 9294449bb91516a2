using System.Globalization;
using System.Text;

namespace CuratorBot.Conversations.Questions;

/// <summary>What people type, without what they did not mean to type.</summary>
public static class TypedText
{
    /// <summary>
    /// Trimmed, without control characters and marks of direction: those could turn a name around in a list
    /// or break a line of a log. Line breaks stay.
    /// </summary>
    public static string Clean(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return "";
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value == '\n' || !IsUnwanted(rune))
                clean.Append(rune.ToString());
            else if (Rune.IsWhiteSpace(rune))
                clean.Append(' '); // a tab stands between words
        }
        return clean.ToString().Trim();
    }

    /// <summary>The same on one line, for names and other short answers.</summary>
    public static string OneLine(string? text) =>
        string.Join(' ', Clean(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static bool IsUnwanted(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control
        || (Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format && rune.Value != ZeroWidthJoiner)
        || rune == Rune.ReplacementChar;

    /// <summary>Holds families and flags of emoji together.</summary>
    private const int ZeroWidthJoiner = 0x200D;
}
