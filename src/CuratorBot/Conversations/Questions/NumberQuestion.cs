using System.Globalization;
using System.Text.RegularExpressions;
using CuratorBot.Conversations.Forms;
using CuratorBot.Messaging;

namespace CuratorBot.Conversations.Questions;

/// <summary>
/// A whole number; «12», «12 человек» and «нас было 12» all say twelve. With a text «form.key.shown» the
/// answer is shown with its unit: «12 человек».
/// </summary>
public sealed partial class NumberQuestion(string key, int from, int to) : Question(key)
{
    /// <summary>The number that the texts name as an example.</summary>
    private const int Example = 12;

    /// <summary>The least that fits the other answers, where it is more than usual.</summary>
    public Func<AnswerSheet, int?>? AtLeast { get; init; }

    public override ValueTask<Reading> Read(Asking asking)
    {
        var turn = asking.Turn;
        var least = Math.Max(from, AtLeast?.Invoke(asking.Sheet) ?? from);
        if (asking.Message.Kind != IncomingKind.Text)
            return new(new Reading.Refused(turn.Text("forms.wantsText")));
        var numbers = Digits().Matches(TypedText.OneLine(asking.Message.Text));
        if (numbers.Count != 1)
            return new(
                new Reading.Refused(turn.Text(numbers.Count == 0 ? "forms.wantsNumber" : "forms.oneNumber"))
            );
        return new(
            int.TryParse(
                numbers[0].Value,
                NumberStyles.AllowLeadingSign,
                CultureInfo.InvariantCulture,
                out var number
            )
            && number >= least
            && number <= to
                ? new Reading.Taken(Answered(asking, number))
                : new Reading.Refused(
                    turn.Text(
                        least <= Example && Example <= to ? "forms.numberRange" : "forms.smallNumberRange",
                        ("from", least),
                        ("to", to)
                    )
                )
        );
    }

    private static Answer Answered(Asking asking, int number) =>
        asking.HasText("shown")
            ? Answered(number) with
            {
                Shown = asking.Text("shown", ("count", number)).Text,
            }
            : Answered(number);

    public static Answer Answered(int number)
    {
        var text = number.ToString(CultureInfo.InvariantCulture);
        return new Answer(text, text);
    }

    /// <summary>A number as it lies in an answer sheet; null for none.</summary>
    public static int? In(string? stored) =>
        stored is null ? null : int.Parse(stored, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"[-−]?[0-9]+(?:[.,][0-9]+)?", RegexOptions.CultureInvariant)]
    private static partial Regex Digits();
}
