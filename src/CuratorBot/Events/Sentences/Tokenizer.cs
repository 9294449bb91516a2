using System.Globalization;
using System.Text.RegularExpressions;
using CuratorBot.Texts;

namespace CuratorBot.Events.Sentences;

/// <summary>Takes a sentence apart. A dot of an abbreviation, a number sign and an inner hyphen are no tokens.</summary>
internal static partial class Tokenizer
{
    private static readonly CultureInfo Russian = CultureInfo.GetCultureInfo("ru-RU");

    public static Token[] Read(string text)
    {
        var tokens = new List<Token>();
        for (var match = Pieces().Match(text); match.Success; match = Following(text, match))
        {
            if (!IsLeftOut(text, match, tokens.LastOrDefault()))
                tokens.Add(TokenOf(match));
        }
        return [.. tokens];
    }

    /// <summary>What stands behind the hyphen of a number and makes no ordinal of it is a word of its own.</summary>
    private static Match Following(string text, Match match) =>
        match.Groups["suffix"].Success && !IsOrdinal(match)
            ? Pieces().Match(text, EndOf(match))
            : match.NextMatch();

    private static bool IsOrdinal(Match match) =>
        match.Groups["suffix"] is { Success: true, ValueSpan: var suffix }
        && SentenceWords.Russian.IsOrdinalSuffix(suffix);

    private static int EndOf(Match match) =>
        match.Groups["suffix"].Success && !IsOrdinal(match)
            ? match.Groups["number"].Index + match.Groups["number"].Length
            : match.Index + match.Length;

    private static Token TokenOf(Match match)
    {
        var kind =
            match.Groups["number"].Success ? TokenKind.Number
            : match.Groups["word"].Success ? TokenKind.Word
            : TokenKind.Mark;
        var said = match.Groups["number"] is { Success: true } number ? number.Value : match.Value;
        return new Token(
            kind,
            RussianLetters.WithoutYo(said.ToLower(Russian)),
            match.Index,
            EndOf(match),
            IsOrdinal(match)
        );
    }

    private static bool IsLeftOut(string text, Match match, Token? before) =>
        match.Value switch
        {
            "№" or "#" => true,
            "." => before is { IsWord: true }
                && before.End == match.Index
                && SentenceWords.Russian.Abbreviations.Contains(before.Text)
                && match.Index + 1 < text.Length,
            "-" => match.Index > 0
                && match.Index + 1 < text.Length
                && char.IsLetter(text[match.Index - 1])
                && char.IsLetter(text[match.Index + 1]),
            _ => false,
        };

    [GeneratedRegex(
        @"(?<number>[0-9]{4}-[0-9]{2}-[0-9]{2})|(?<number>[0-9]+(?:[.,][0-9]+)*)(?:-(?<suffix>\p{L}{1,3})(?!\p{L}))?|(?<word>\p{L}+)|(?<mark>\n|[\ud800-\udbff][\udc00-\udfff]|[^\s\p{L}])",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Pieces();
}
