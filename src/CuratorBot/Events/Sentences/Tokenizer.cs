using System.Globalization;
using System.Text.RegularExpressions;

namespace CuratorBot.Events.Sentences;

/// <summary>Takes a sentence apart. A dot of an abbreviation, a number sign and an inner hyphen are no tokens.</summary>
internal static partial class Tokenizer
{
    private static readonly CultureInfo Russian = CultureInfo.GetCultureInfo("ru-RU");

    public static Token[] Read(string text)
    {
        var tokens = new List<Token>();
        foreach (var match in Pieces().Matches(text).Cast<Match>())
        {
            if (!IsLeftOut(text, match, tokens.LastOrDefault()))
                tokens.Add(TokenOf(match));
        }
        return [.. tokens];
    }

    private static Token TokenOf(Match match)
    {
        var kind =
            match.Groups["number"].Success ? TokenKind.Number
            : match.Groups["word"].Success ? TokenKind.Word
            : TokenKind.Mark;
        var said = match.Groups["number"] is { Success: true } number ? number.Value : match.Value;
        return new Token(
            kind,
            said.ToLower(Russian).Replace('ё', 'е'),
            match.Index,
            match.Index + match.Length,
            match.Groups["ordinal"].Success
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
        @"(?<number>[0-9]{4}-[0-9]{2}-[0-9]{2})|(?<number>[0-9]+(?:[.,][0-9]+)*)(?<ordinal>-(?:го|ого|я|ая|й|е|ой|ю|ую|му|м|х)(?!\p{L}))?|(?<word>\p{L}+)|(?<mark>\n|[\ud800-\udbff][\udc00-\udfff]|[^\s\p{L}])",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Pieces();
}
