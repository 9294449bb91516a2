using CuratorBot.Conversations.Forms;
using CuratorBot.Conversations.Questions;

namespace CuratorBot.Fields;

/// <summary>A question to which «—», there is none, or «не относится» is an answer too.</summary>
internal sealed class OrNothingQuestion : Question
{
    private readonly Question _inner;
    private readonly Field _field;

    public OrNothingQuestion(Question inner, Field field)
        : base(inner.Key) => (_inner, _field, SharedWords) = (inner, field, inner.SharedWords);

    public override bool TakesFile => _inner.TakesFile;
    public override bool TakesLink => _inner.TakesLink;
    public override bool KeepsFile => _inner.KeepsFile;
    public override bool TakesFilesAnytime => _inner.TakesFilesAnytime;

    public override async ValueTask<Prompt> Ask(Asking asking)
    {
        var prompt = await _inner.Ask(asking);
        return prompt with
        {
            Options = [.. prompt.Options, [.. Values().Select(value => OptionFor(asking, value))]],
        };
    }

    /// <summary>Typing the words of a button is as good as pressing it.</summary>
    public override ValueTask<Reading> Read(Asking asking)
    {
        var typed = TypedText.OneLine(asking.Message.Text);
        var meant = Values()
            .FirstOrDefault(value =>
                ShownOf(asking, value).Equals(typed, StringComparison.OrdinalIgnoreCase)
                || (value == Field.Dash && typed is "-" or "–")
            );
        return meant is null ? _inner.Read(asking) : new(Taken(asking, meant));
    }

    public override ValueTask<Reading> Pick(Asking asking, string value) =>
        Values().Contains(value) ? new(Taken(asking, value)) : _inner.Pick(asking, value);

    private IEnumerable<string> Values()
    {
        if (_field.MayBeDash)
            yield return Field.Dash;
        if (_field.MayNotApply)
            yield return Field.NotApplying;
    }

    private static Reading Taken(Asking asking, string value) =>
        new Reading.Taken(new Answer(value, ShownOf(asking, value)));

    private static Option OptionFor(Asking asking, string value) =>
        new(
            value == Field.Dash ? asking.Turn.Texts.Plain("forms.dashButton") : ShownOf(asking, value),
            value
        );

    private static string ShownOf(Asking asking, string value) =>
        value == Field.Dash ? Field.Dash : asking.Turn.Texts.Plain("forms.notApplying");
}
