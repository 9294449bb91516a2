using System.Globalization;

namespace CuratorBot.Texts;

/// <summary>One name in several spellings: quotes, spaces, the case of letters and «ё» make no other one.</summary>
public static class Spelling
{
    public static bool IsSame(string one, string other) =>
        string.Equals(BareOf(one), BareOf(other), StringComparison.Ordinal);

    /// <summary>What is left of a name when all is taken away that makes no other one.</summary>
    public static string BareOf(string text) =>
        string.Concat(
            RussianLetters
                .WithoutYo(text)
                .ToUpperInvariant()
                .Where(letter => !char.IsWhiteSpace(letter) && !IsQuote(letter))
        );

    private static bool IsQuote(char letter) =>
        letter is '"' or '\'' or '`'
        || char.GetUnicodeCategory(letter)
            is UnicodeCategory.InitialQuotePunctuation
                or UnicodeCategory.FinalQuotePunctuation
        || letter is '„' or '‚';
}
