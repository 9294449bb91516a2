using System.Globalization;
using CuratorBot.Conversations.Questions;

namespace CuratorBot.Events.Sentences;

/// <summary>A day as it was said, before it is known whether it is behind or ahead.</summary>
/// <param name="Month">Null for «15 числа»: the month goes without saying.</param>
internal sealed record SaidDay(int Length, int Day, int? Month, int? Year);

/// <summary>Reads «15.03», «15 марта 2022 года», «пятнадцатого марта», «15 числа».</summary>
internal static class DayReader
{
    private static SentenceGrammar Grammar => SentenceWords.Russian.Grammar;

    public static SaidDay? Read(Sentence sentence, int at) =>
        sentence[at] is { Kind: TokenKind.Number } token && Dotted(token.Text) is { } dotted
            ? IsMeasured(sentence, at + 1)
                ? null
                : dotted
            : Worded(sentence, at);

    /// <summary>«3.05 часа» is no day.</summary>
    private static bool IsMeasured(Sentence sentence, int at) =>
        sentence.IsMark(at, "%") || sentence.Matches(at, Grammar.Measures) > 0;

    private static SaidDay? Dotted(string text)
    {
        if (
            DateOnly.TryParseExact(
                text,
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var iso
            )
        )
            return new SaidDay(1, iso.Day, iso.Month, iso.Year);
        var parts = text.Split('.');
        if (
            parts.Length is < 2 or > 3
            || parts[0].Length > 2
            || parts[1].Length != 2
            || !parts.All(part => int.TryParse(part, CultureInfo.InvariantCulture, out _))
        )
            return null;
        var numbers = parts.Select(part => int.Parse(part, CultureInfo.InvariantCulture)).ToArray();
        return numbers[0] is 0 or > 31 || numbers[1] is 0 or > 12
            ? null
            : new SaidDay(1, numbers[0], numbers[1], numbers.Length == 3 ? FullYear(numbers[2]) : null);
    }

    private static SaidDay? Worded(Sentence sentence, int at)
    {
        if (NumberReader.Read(sentence, at) is not { Value: >= 1 and <= 31, IsOfPeople: false } day)
            return null;
        var behind = at + day.Length;
        if (sentence.Word(behind) == Grammar.OfTheMonth)
            return new SaidDay(day.Length + 1, day.Value, null, null);
        if (TypedDate.MonthOf(sentence.Word(behind)) is not { } month)
            return
                sentence[at]!.IsOrdinal
                && sentence[at]!.End - sentence[at]!.Start > 3
                && IsGenitive(sentence, at)
                ? new SaidDay(1, day.Value, null, null)
                : null;
        var year = YearAt(sentence, behind + 1);
        var length = day.Length + 1 + (year is null ? 0 : 1);
        if (Grammar.Year.Contains(sentence.Word(at + length)))
            length++;
        return new SaidDay(length, day.Value, month, year);
    }

    /// <summary>«15-го», not «3-й».</summary>
    private static bool IsGenitive(Sentence sentence, int at) =>
        sentence
            .Said(new Stretch(at, at + 1))
            .EndsWith(Grammar.GenitiveOfDay, StringComparison.OrdinalIgnoreCase);

    private static int? YearAt(Sentence sentence, int at) =>
        sentence[at] is { Kind: TokenKind.Number, Text.Length: 4 } token
        && int.TryParse(token.Text, CultureInfo.InvariantCulture, out var year)
        && year is >= 2000 and <= 2100
            ? year
            : null;

    private static int FullYear(int year) => year < 100 ? 2000 + year : year;
}
