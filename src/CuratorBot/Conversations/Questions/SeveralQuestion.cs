using CuratorBot.Conversations.Forms;
using CuratorBot.Messaging;
using CuratorBot.Texts;

namespace CuratorBot.Conversations.Questions;

/// <summary>Any number of some options: a press adds one or takes it away, «Готово» goes on.</summary>
/// <param name="options">Those that may be chosen now, with their values, which hold no line break.</param>
public sealed class SeveralQuestion(string key, Func<Asking, ValueTask<IReadOnlyList<Option>>> options)
    : Question(key)
{
    private const char Between = '\n';
    private const string DoneValue = "done=";

    /// <summary>The chosen values.</summary>
    public static IReadOnlyList<string> In(string? stored) =>
        stored?.Split(Between, StringSplitOptions.RemoveEmptyEntries) ?? [];

    public static string Stored(IEnumerable<string> values) => string.Join(Between, values);

    public override async ValueTask<Prompt> Ask(Asking asking)
    {
        var chosen = In(asking.Sheet[Key]);
        var rows = (await options(asking))
            .Select(
                IReadOnlyList<Option> (option) =>
                    [
                        chosen.Contains(option.Value)
                            ? option with
                            {
                                Label = asking.Turn.Texts.Plain("forms.ticked", ("label", option.Label)),
                            }
                            : option,
                    ]
            )
            .ToList();
        if (chosen.Count > 0)
            rows.Add([new Option(asking.Turn.Texts.Plain("forms.severalDone"), DoneValue)]);
        return new Prompt(asking.Text("ask"), rows);
    }

    /// <summary>
    /// What is typed is the whole answer, «а; б». The words of one button, once something is chosen, are as good as
    /// pressing it.
    /// </summary>
    public override async ValueTask<Reading> Read(Asking asking)
    {
        var typed = TypedText.Clean(asking.Message.Text);
        if (asking.Message.Kind != IncomingKind.Text || typed.Length == 0)
            return new Reading.Refused(asking.Turn.Text("forms.pressButtons"));
        var all = await options(asking);
        var read = TypedOptions.Read(typed, all);
        if (read.Named.Count == 0)
            return new Reading.Refused(
                read.IsList
                    ? asking.Turn.Text(
                        "forms.noSuchOption",
                        ("typed", Excerpt.Of(read.Unknown!, LongestSaid))
                    )
                    : asking.Turn.Text("forms.pressButtons")
            );
        if (read.Named is [var only] && asking.Sheet[Key] is not null)
            return await Pick(asking, only.Value);
        return new Reading.Taken(Answered(all.Where(read.Named.Contains)));
    }

    public override async ValueTask<Reading> Pick(Asking asking, string value)
    {
        if (value == DoneValue && asking.Sheet.Answers.TryGetValue(Key, out var answer))
            return new Reading.Taken(answer);
        var all = await options(asking);
        if (all.All(option => option.Value != value))
            return new Reading.Refused(asking.Turn.Text("forms.stale"));
        Toggle(asking.Sheet, all, value);
        return new Reading.Narrowed();
    }

    private void Toggle(AnswerSheet sheet, IReadOnlyList<Option> all, string value)
    {
        var before = In(sheet[Key]);
        var chosen = all.Where(option => before.Contains(option.Value) != (option.Value == value)).ToList();
        if (chosen.Count == 0)
            sheet.Forget(Key);
        else
            sheet.Put(this, Answered(chosen));
    }

    private const int LongestSaid = 60;

    private static Answer Answered(IEnumerable<Option> chosen) =>
        new(
            Stored(chosen.Select(option => option.Value)),
            string.Join(", ", chosen.Select(option => option.Label))
        );
}
