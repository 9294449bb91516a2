using CuratorBot.Conversations.Forms;
using CuratorBot.Conversations.Turns;
using CuratorBot.Texts;

namespace CuratorBot.Events.Review;

/// <summary>What differs between two sheets of one form: «Участники: 12 → 15».</summary>
internal static class CorrectionDiff
{
    public static RichText Of(TurnContext turn, Form form, AnswerSheet before, AnswerSheet after) =>
        RichText.Lines([
            .. form
                .Questions.Where(question => !question.Hidden && !question.IsUnshown)
                .Where(question => Value(question, before) != Value(question, after))
                .Select(question =>
                    turn.Text(
                        "review.change",
                        ("label", new Asking(turn, form, after, question).Label),
                        ("before", Shown(turn, question, before)),
                        ("after", Shown(turn, question, after))
                    )
                ),
        ]);

    private static string? Value(Question question, AnswerSheet sheet) =>
        question.When(sheet) ? sheet[question.Key] : null;

    private static string Shown(TurnContext turn, Question question, AnswerSheet sheet) =>
        Value(question, sheet) is null ? turn.Texts.Plain("review.nothing") : sheet.Shown(question.Key);
}
