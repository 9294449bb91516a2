using CuratorBot.Conversations.Forms;
using CuratorBot.Conversations.Turns;

namespace CuratorBot.Conversations.Questions;

/// <summary>A few fixed options, each with its text «form.key.options.value».</summary>
public sealed class ChoiceQuestion(string key, Func<TurnContext, AnswerSheet, IEnumerable<string>> values)
    : Question(key)
{
    public int PerRow { get; init; } = 1;

    /// <summary>A button below the options that leads elsewhere.</summary>
    public Func<TurnContext, Option>? Beside { get; init; }

    public ChoiceQuestion(string key, params string[] values)
        : this(key, (_, _) => values) { }

    public override ValueTask<Prompt> Ask(Asking asking)
    {
        var options = values(asking.Turn, asking.Sheet)
            .Select(value => new Option(Label(asking, value), value));
        var rows = options.Chunk(PerRow).Select(IReadOnlyList<Option> (row) => row).ToList();
        if (Beside is not null)
            rows.Add([Beside(asking.Turn)]);
        return new(new Prompt(asking.Text("ask"), rows));
    }

    /// <summary>Typing the words of a button is as good as pressing it.</summary>
    public override ValueTask<Reading> Read(Asking asking)
    {
        var typed = TypedText.OneLine(asking.Message.Text);
        var value = values(asking.Turn, asking.Sheet)
            .FirstOrDefault(value => Label(asking, value).Equals(typed, StringComparison.OrdinalIgnoreCase));
        return value is null
            ? new(new Reading.Refused(asking.Turn.Text("forms.pressAButton")))
            : Pick(asking, value);
    }

    public override ValueTask<Reading> Pick(Asking asking, string value) =>
        new(
            values(asking.Turn, asking.Sheet).Contains(value)
                ? new Reading.Taken(new Answer(value, Label(asking, value)))
                : new Reading.Refused(asking.Turn.Text("forms.stale"))
        );

    private static string Label(Asking asking, string value) => asking.Text($"options.{value}").Text;
}
