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

    /// <summary>
    /// The columns by the words of their titles: the texts «(root).columns.(value)» and, listed with «|» between
    /// them, «(root).headings.(value)».
    /// </summary>
    public static Dictionary<string, T> Columns<T>(TextCatalogue texts, string root)
        where T : struct, Enum =>
        Enum.GetValues<T>()
            .SelectMany(column =>
                Listed(texts, $"{root}.headings.{column}")
                    .Append(Of(texts.Plain($"{root}.columns.{column}")))
                    .Distinct()
                    .Select(title => (title, column))
            )
            .ToDictionary(pair => pair.title, pair => pair.column);

    private static char Kept(char letter) => char.IsLetterOrDigit(letter) ? letter : ' ';
}
