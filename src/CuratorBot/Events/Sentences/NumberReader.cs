using System.Globalization;

namespace CuratorBot.Events.Sentences;

/// <param name="IsOrdinal">«третья», «3-я», «пятнадцатого»: it says which, not how many.</param>
/// <param name="IsOfPeople">«трое»: only people are counted so.</param>
internal sealed record SaidNumber(int Value, int Length, bool IsOrdinal, bool IsOfPeople = false);

/// <summary>Reads whole numbers in digits and in words.</summary>
internal static class NumberReader
{
    public static SaidNumber? Read(Sentence sentence, int at) =>
        sentence[at] switch
        {
            { Kind: TokenKind.Number } token => int.TryParse(
                token.Text,
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var value
            )
                ? new SaidNumber(value, 1, token.IsOrdinal)
                : null,
            { IsWord: true } token => SentenceWords.Russian.Collectives.TryGetValue(
                token.Text,
                out var people
            )
                ? new SaidNumber(people, 1, IsOrdinal: false, IsOfPeople: true)
                : InWords(sentence, at),
            _ => null,
        };

    /// <summary>Hundreds, tens and units; the last of them may say which one it is.</summary>
    private static SaidNumber? InWords(Sentence sentence, int at)
    {
        var (value, step, length) = (0, int.MaxValue, 0);
        while (sentence.Word(at + length) is { Length: > 0 } word)
        {
            if (Cardinal(word) is { } part && Fits(part, step))
                (value, step) = (value + part, StepOf(part));
            else if (
                SentenceWords.NearNumber(SentenceWords.Russian.OrdinalForms, word) is { } last
                && Fits(last, step)
            )
                return new SaidNumber(value + last, length + 1, IsOrdinal: true);
            else
                break;
            length++;
        }
        return length == 0 ? null : new SaidNumber(value, length, IsOrdinal: false);
    }

    private static int? Cardinal(string word) =>
        SentenceWords.NearNumber(SentenceWords.Russian.Cardinals, word);

    private static bool Fits(int part, int step) => part < step && (part > 0 || step == int.MaxValue);

    /// <summary>What may follow must be less: after «двадцать» come units, after «двенадцать» nothing.</summary>
    private static int StepOf(int part) =>
        part >= 100 ? 100
        : part >= 20 ? 10
        : 1;
}
