using CuratorBot.Conversations.Forms;
using CuratorBot.Messaging;
using CuratorBot.Texts;

namespace CuratorBot.Conversations.Questions;

/// <summary>
/// A text on one line that others may have written before: theirs are offered, and another spelling of one of them
/// (<see cref="Spelling"/>) is taken for it.
/// </summary>
/// <param name="written">What was written so far, the most used first.</param>
public sealed class KnownTextQuestion(
    string key,
    int longest,
    Func<Asking, ValueTask<IReadOnlyList<string>>> written
) : Question(key)
{
    private const int MostOffered = 8;

    /// <summary>Key of the text with what is offered below, between semicolons; null for nothing.</summary>
    public string? Usual { get; init; }

    public override async ValueTask<Prompt> Ask(Asking asking)
    {
        var offered = (await written(asking)).Take(MostOffered).ToList();
        offered.AddRange(UsualIn(asking).Where(one => !offered.Exists(known => Spelling.IsSame(known, one))));
        return new Prompt(
            asking.Text("ask"),
            [.. offered.Select(IReadOnlyList<Option> (text) => [new Option(text, text)])]
        );
    }

    public override async ValueTask<Reading> Read(Asking asking)
    {
        var (turn, typed) = (asking.Turn, TypedText.OneLine(asking.Message.Text));
        if (asking.Message.Kind != IncomingKind.Text || typed.Length == 0)
            return new Reading.Refused(turn.Text("forms.wantsText"));
        if (typed.Length > longest)
            return new Reading.Refused(
                turn.Text("forms.tooLong", ("length", typed.Length), ("longest", longest))
            );
        var known = await Known(asking);
        return Taken(known.FirstOrDefault(one => Spelling.IsSame(one, typed)) ?? typed);
    }

    public override async ValueTask<Reading> Pick(Asking asking, string value) =>
        (await Known(asking)).Contains(value)
            ? Taken(value)
            : new Reading.Refused(asking.Turn.Text("forms.stale"));

    private async ValueTask<IEnumerable<string>> Known(Asking asking) =>
        (await written(asking)).Concat(UsualIn(asking));

    private string[] UsualIn(Asking asking) =>
        Usual is null ? [] : asking.Turn.Texts.Plain(Usual).Split(';', StringSplitOptions.TrimEntries);

    private static Reading.Taken Taken(string text) => new(new Answer(text, text));
}
