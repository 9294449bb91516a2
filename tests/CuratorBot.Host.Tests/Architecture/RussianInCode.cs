using System.Text.RegularExpressions;

namespace CuratorBot.Host.Tests.Architecture;

/// <summary>Russian words belong into locales, or into the data file beside the code that reads what people type.</summary>
internal static partial class RussianInCode
{
    /// <summary>Each maps letters, and so must name them.</summary>
    public static readonly string[] Exceptions =
    [
        // Letters of two alphabets that look alike, in a code that is read from paper.
        "CuratorBot/Members/Inviting/InvitationCode.cs",
        // The «E» of a number that a spreadsheet has rounded, in either alphabet, and an extension as it is kept.
        "CuratorBot/People/PhoneNumber.cs",
        // «ё» and «е».
        "CuratorBot/Texts/RussianLetters.cs",
    ];

    /// <returns>Each line of code with a Cyrillic letter outside of a comment.</returns>
    public static IEnumerable<string> In(string path, string source) =>
        Parts()
            .Replace(source, part => part.Groups["comment"].Success ? "" : part.Value)
            .Split('\n')
            .Where(line => Cyrillic().IsMatch(line))
            .Select(line => $"{path}: {line.Trim()}");

    /// <summary>Comments, and what only looks like one inside of a text.</summary>
    [GeneratedRegex(
        """(?<comment>//[^\n]*|/\*[\s\S]*?\*/)|"{3,}[\s\S]*?"{3,}|@"(?:[^"]|"")*"|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])+'"""
    )]
    private static partial Regex Parts();

    [GeneratedRegex(@"\p{IsCyrillic}")]
    private static partial Regex Cyrillic();
}
