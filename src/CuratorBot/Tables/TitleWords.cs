using CuratorBot.Texts;

namespace CuratorBot.Tables;

/// <summary>Words as they are compared: small letters and digits alone, «ё» as «е».</summary>
internal static class TitleWords
{
    public static string Of(string text) =>
        string.Join(
            ' ',
            string.Concat(RussianLetters.WithoutYo(text.ToLowerInvariant()).Select(Kept))
                .Split(' ', StringSplitOptions.RemoveEmptyEntries)
        );

    /// <summary>A text of the catalogue that lists words with «|» between them.</summary>
    public static IEnumerable<string> Listed(TextCatalogue texts, string key) =>
        texts.Has(key) ? texts.Plain(key).Split('|').Select(Of) : [];

    private static char Kept(char letter) => char.IsLetterOrDigit(letter) ? letter : ' ';
}
