using CuratorBot.Conversations.Forms;
using CuratorBot.Messaging;
using CuratorBot.Texts;

namespace CuratorBot.Conversations.Questions;

/// <summary>A text of up to <paramref name="longest"/> characters.</summary>
public sealed class TextQuestion(string key, int longest, int shortest = 1) : Question(key)
{
    /// <summary>Says why a text may not be kept; null for one that may.</summary>
    public Func<Asking, string, RichText?>? Refuses { get; init; }

    public override ValueTask<Reading> Read(Asking asking)
    {
        var (turn, text) = (asking.Turn, TypedText.Clean(asking.Message.Text));
        if (asking.Message.Kind != IncomingKind.Text || text.Length == 0)
            return new(new Reading.Refused(turn.Text("forms.wantsText")));
        if (text.Length > longest)
            return new(
                new Reading.Refused(turn.Text("forms.tooLong", ("length", text.Length), ("longest", longest)))
            );
        if (text.Length < shortest)
            return new(new Reading.Refused(turn.Text("forms.tooShort", ("shortest", shortest))));
        return Refuses?.Invoke(asking, text) is { } why
            ? new(new Reading.Refused(why))
            : new(new Reading.Taken(new Answer(text, text)));
    }
}
